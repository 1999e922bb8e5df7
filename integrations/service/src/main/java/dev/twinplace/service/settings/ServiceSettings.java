package dev.twinplace.service.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is set up.
 *
 * @param host name or address to listen on
 * @param port to listen on; 0 for any that is free
 * @param solver if a request names none
 * @param models of learned solvers, by id; others have the model that ships with them
 * @param token that requests must bear; empty if they need none
 */
public record ServiceSettings(
        String host,
        int port,
        String solver,
        Map<String, Path> models,
        Optional<String> token,
        Limits limits,
        Times times) {
    /** Where nothing but this machine can reach it. */
    public static final String LOOPBACK = "127.0.0.1";

    /** On a free port of the loopback interface, for all who can reach it. */
    public static final ServiceSettings DEFAULT =
            new ServiceSettings(LOOPBACK, 0, "auto", Map.of(), Optional.empty(), Limits.DEFAULT, Times.DEFAULT);

    public ServiceSettings {
        models = Map.copyOf(models);
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port: must be from 0 to 65535, but was " + port);
        }
    }

    public ServiceSettings withAddress(String otherHost, int otherPort) {
        return new ServiceSettings(otherHost, otherPort, solver, models, token, limits, times);
    }

    public ServiceSettings withToken(String secret) {
        return new ServiceSettings(host, port, solver, models, Optional.of(secret), limits, times);
    }

    public ServiceSettings withSolver(String id) {
        return new ServiceSettings(host, port, id, models, token, limits, times);
    }

    public ServiceSettings withModels(Map<String, Path> files) {
        return new ServiceSettings(host, port, solver, files, token, limits, times);
    }

    public ServiceSettings withLimits(Limits other) {
        return new ServiceSettings(host, port, solver, models, token, other, times);
    }

    public ServiceSettings withTimes(Times other) {
        return new ServiceSettings(host, port, solver, models, token, limits, other);
    }
}
