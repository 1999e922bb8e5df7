package dev.twinplace.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One situation to decide: which servers there are, which twins, and which devices feed them.
 *
 * @param name for people; need not be unique
 * @param alpha α in [0, 1], the weight of latency against energy (17)
 * @param coupling how twins on one server affect one another
 * @param parameters constants of the model
 * @param servers at least one; edges and clouds in any number and order
 * @param twins ids of the twins, unique, at least one; a twin may have no device and then costs nothing anywhere
 * @param devices each belongs to one twin
 * @param constraints what an operator states beyond the paper's model
 */
public record Scenario(
        String name,
        double alpha,
        Coupling coupling,
        ModelParameters parameters,
        List<Server> servers,
        List<String> twins,
        List<Device> devices,
        Constraints constraints) {

    public Scenario {
        Rules.id("name", name);
        Rules.share("alpha", alpha);
        servers = List.copyOf(servers);
        twins = List.copyOf(twins);
        devices = List.copyOf(devices);
        checkServers(servers);
        checkTwins(twins);
        checkDevices(devices, twins.size());
        ConstraintsCheck.check(constraints, servers, twins, devices);
    }

    /** The paper's model alone, without {@link Constraints}. */
    public Scenario(
            String name,
            double alpha,
            Coupling coupling,
            ModelParameters parameters,
            List<Server> servers,
            List<String> twins,
            List<Device> devices) {
        this(name, alpha, coupling, parameters, servers, twins, devices, Constraints.NONE);
    }

    /** The same twins and devices with other servers and constraints. */
    public Scenario with(List<Server> otherServers, Constraints otherConstraints) {
        return new Scenario(name, alpha, coupling, parameters, otherServers, twins, devices, otherConstraints);
    }

    /** Whether the servers' capacities count. */
    public boolean isCapacitated() {
        return coupling == Coupling.CAPACITY || constraints.capacitiesBind();
    }

    /** Whether a twin that is on this server waits there: the server is down, and the twin stays on it until it is up. */
    public boolean waits(int twin, int server) {
        return server != Outcome.UNPLACED
                && constraints.server(server).status() == ServerStatus.DOWN
                && constraints.twin(twin).onFailure() == FailurePolicy.STAY;
    }

    private static void checkServers(List<Server> servers) {
        if (servers.isEmpty()) {
            throw new InvalidValueException("servers", "must have at least one server, but was empty");
        }
        Set<String> seen = new HashSet<>();
        for (int s = 0; s < servers.size(); s++) {
            unique("servers", s, ".id", servers.get(s).id(), seen);
        }
    }

    private static void checkTwins(List<String> twins) {
        if (twins.isEmpty()) {
            throw new InvalidValueException("twins", "must have at least one twin, but was empty");
        }
        Set<String> seen = new HashSet<>(2 * twins.size());
        for (int m = 0; m < twins.size(); m++) {
            Rules.id("twins[" + m + "]", twins.get(m));
            unique("twins", m, "", twins.get(m), seen);
        }
    }

    private static void checkDevices(List<Device> devices, int twins) {
        Set<String> seen = new HashSet<>(2 * devices.size());
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            unique("devices", n, ".id", device.id(), seen);
            if (device.twin() >= twins) {
                throw new InvalidValueException(
                        "devices[" + n + "].twin", "must be the index of a twin, but was " + device.twin());
            }
        }
    }

    private static void unique(String list, int index, String field, String id, Set<String> seen) {
        if (!seen.add(id)) {
            throw new InvalidValueException(
                    list + "[" + index + "]" + field, "must be unique, but " + id + " stands there twice");
        }
    }
}
