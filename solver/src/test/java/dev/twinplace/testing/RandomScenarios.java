package dev.twinplace.testing;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Scenarios drawn from a seed, small enough to enumerate, of the kinds that solvers get wrong. Successive seeds go through
 * all couplings, and for each through all kinds. The same seed gives the same scenario.
 */
public final class RandomScenarios {
    private static final int MAX_TWINS = 7;
    private static final int MAX_SERVERS = 5;

    /** What is special about a scenario. */
    private enum Kind {
        PLAIN,
        /** Hardly more capacity than work, on every server, in whole MB like all work: some are met exactly, some never. */
        TIGHT,
        /** Less capacity than work. */
        INFEASIBLE,
        /** Energy alone counts, and it costs none. */
        ZERO_COSTS,
        /** All servers and devices alike. */
        EQUAL_COSTS,
        TWINS_WITHOUT_DEVICES,
        /** Some servers take nothing. */
        CLOSED_SERVERS
    }

    private static final Coupling[] COUPLINGS = Coupling.values();
    private static final Kind[] KINDS = Kind.values();

    private final SplittableRandom random;
    private final Kind kind;
    private final int twins;
    private final int servers;

    private RandomScenarios(long seed) {
        random = new SplittableRandom(seed);
        kind = KINDS[Math.floorMod(seed / COUPLINGS.length, KINDS.length)];
        twins = 1 + random.nextInt(MAX_TWINS);
        servers = 1 + random.nextInt(MAX_SERVERS);
    }

    /** 1 to 7 twins with up to 4 devices each, 1 to 5 servers. */
    public static Scenario of(long seed) {
        Coupling coupling = COUPLINGS[Math.floorMod(seed, COUPLINGS.length)];
        return new RandomScenarios(seed).draw("random-" + seed, coupling);
    }

    private Scenario draw(String name, Coupling coupling) {
        List<Device> devices = new ArrayList<>();
        for (int m = 0; m < twins; m++) {
            boolean none = kind == Kind.TWINS_WITHOUT_DEVICES && random.nextBoolean();
            for (int n = none ? 0 : 1 + random.nextInt(4); n > 0; n--) {
                devices.add(device("device-" + devices.size(), m));
            }
        }
        double work = devices.stream().mapToDouble(Device::workloadMB).sum();
        List<Server> all = new ArrayList<>();
        for (int s = 0; s < servers; s++) {
            all.add(server("server-" + s, work));
        }
        double alpha = kind == Kind.ZERO_COSTS ? 0 : random.nextInt(5) / 4.0;
        List<String> ids = IntStream.range(0, twins).mapToObj(m -> "twin-" + m).toList();
        return new Scenario(name, alpha, coupling, new ModelParameters(10, 0.15, 10_000), all, ids, devices);
    }

    private Device device(String id, int twin) {
        return kind == Kind.EQUAL_COSTS
                ? new Device(id, twin, 100, 100, 25, 1000)
                : new Device(id, twin, random.nextDouble(1000), random.nextDouble(800), random.nextInt(10, 41), 1000);
    }

    private Server server(String id, double work) {
        double capacity = capacity(work);
        double rate = kind == Kind.ZERO_COSTS ? 0 : 0.125;
        boolean alike = kind == Kind.EQUAL_COSTS;
        if (!alike && random.nextInt(4) == 0) {
            return new CloudServer(id, 3.5, rate, rate, capacity);
        }
        double x = alike ? 500 : random.nextDouble(1000);
        double y = alike ? 500 : random.nextDouble(800);
        double clock = alike ? 2.4 : random.nextDouble(1.8, 3);
        return new EdgeServer(id, x, y, clock, rate, rate, capacity);
    }

    /** Under other couplings it plays no part. */
    private double capacity(double work) {
        double share = work / servers;
        return switch (kind) {
            case TIGHT -> Math.rint(random.nextDouble(0.8, 1.5) * share);
            case INFEASIBLE -> 0.9 * share;
            case CLOSED_SERVERS -> random.nextBoolean() ? 0 : random.nextDouble(1, 3) * share;
            default -> random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble(0.7, 2) * share;
        };
    }
}
