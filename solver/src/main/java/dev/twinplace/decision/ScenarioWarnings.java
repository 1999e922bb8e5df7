package dev.twinplace.decision;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What a scenario says without effect, and what in it is hardly meant. One line for each kind, however often it occurs. */
public final class ScenarioWarnings {
    /**
     * No radio reaches as far, and no field of Table 2's kind is as large: a device farther than this from every edge server
     * has wrong coordinates, for example latitude and longitude exchanged, or degrees of another sign.
     */
    static final double MAX_PLAUSIBLE_METRES = 1_000_000;

    private static final double METRES_PER_KM = 1000;

    private ScenarioWarnings() {}

    /** The warnings, without the file's name. O(N·S), and O(N + S·K) where every device is near the first edge server. */
    public static List<String> of(Scenario scenario) {
        List<String> warnings = new ArrayList<>();
        warnAboutCapacities(scenario, warnings);
        warnAboutDemands(scenario, warnings);
        warnAboutLatencies(scenario, warnings);
        warnAboutCoupling(scenario, warnings);
        warnAboutDistances(scenario, warnings);
        return warnings;
    }

    private static void warnAboutCapacities(Scenario scenario, List<String> warnings) {
        if (scenario.isCapacitated()) {
            return;
        }
        List<Integer> ignored = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            if (hasCapacity(scenario.servers().get(s))) {
                ignored.add(s);
            }
        }
        if (!ignored.isEmpty()) {
            warnings.add("servers[" + ignored.get(0) + "].capacityMB: has no effect, for the coupling is "
                    + scenario.coupling() + others(ignored.size(), "server"));
        }
    }

    /** A capacity of what no twin demands. */
    private static void warnAboutDemands(Scenario scenario, List<String> warnings) {
        Set<String> demanded = new HashSet<>();
        scenario.constraints()
                .twins()
                .forEach(twin -> twin.demands().forEach((resource, demand) -> {
                    if (demand > 0) {
                        demanded.add(resource);
                    }
                }));
        for (String resource : PlacementRules.resources(scenario)) {
            List<Integer> limited = IntStream.range(0, scenario.servers().size())
                    .filter(s -> PlacementRules.capacity(scenario, s, resource) != Double.POSITIVE_INFINITY)
                    .boxed()
                    .toList();
            if (!resource.equals(Constraints.WORKLOAD) && !demanded.contains(resource)) {
                warnings.add("servers[" + limited.get(0) + "].capacities." + resource
                        + ": has no effect, for no twin demands any" + others(limited.size(), "server"));
            }
        }
    }

    /** A limit on the latency of twins that have none, for they have no devices. */
    private static void warnAboutLatencies(Scenario scenario, List<String> warnings) {
        boolean[] hasDevice = new boolean[scenario.twins().size()];
        scenario.devices().forEach(device -> hasDevice[device.twin()] = true);
        List<Integer> idle = IntStream.range(0, hasDevice.length)
                .filter(m ->
                        !hasDevice[m] && scenario.constraints().twin(m).maxLatencySeconds() != Double.POSITIVE_INFINITY)
                .boxed()
                .toList();
        if (!idle.isEmpty()) {
            warnings.add("twins[" + idle.get(0) + "].maxLatencySeconds: has no effect, for the twin has no devices"
                    + others(idle.size(), "twin"));
        }
    }

    private static void warnAboutCoupling(Scenario scenario, List<String> warnings) {
        if (scenario.coupling() == Coupling.CAPACITY
                && scenario.servers().stream().noneMatch(ScenarioWarnings::hasCapacity)) {
            warnings.add("coupling: has no effect, for it is capacity and no server has a capacityMB");
        }
        if (scenario.coupling() == Coupling.CONTENTION
                && scenario.servers().stream().noneMatch(EdgeServer.class::isInstance)) {
            boolean isField = scenario.constraints().capacitiesBind();
            warnings.add((isField
                            ? "contention: has no effect, for it is true"
                            : "coupling: has no effect, for it is contention")
                    + " and no server is an edge");
        }
    }

    private static boolean hasCapacity(Server server) {
        return server.capacityMB() != Double.POSITIVE_INFINITY;
    }

    private static void warnAboutDistances(Scenario scenario, List<String> warnings) {
        List<EdgeServer> edges = scenario.servers().stream()
                .filter(EdgeServer.class::isInstance)
                .map(EdgeServer.class::cast)
                .toList();
        if (edges.isEmpty()) {
            return;
        }
        Set<String> measured = new HashSet<>(); // their coordinates may play no part
        scenario.constraints().transmissions().forEach(each -> measured.add(each.device()));
        int first = -1;
        int far = 0;
        for (int n = 0; n < scenario.devices().size(); n++) {
            if (!measured.contains(scenario.devices().get(n).id())
                    && isFar(scenario.devices().get(n), edges)) {
                first = far == 0 ? n : first;
                far++;
            }
        }
        if (far > 0) {
            double km = metresToNearest(scenario.devices().get(first), edges) / METRES_PER_KM;
            warnings.add(String.format(
                    Locale.ROOT,
                    "devices[%d]: should be within %.0f km of an edge server, but is %s km away%s",
                    first,
                    MAX_PLAUSIBLE_METRES / METRES_PER_KM,
                    km < 1e9 ? String.format(Locale.ROOT, "%.0f", km) : String.format(Locale.ROOT, "%.1e", km),
                    others(far, "device")));
        }
    }

    private static boolean isFar(Device device, List<EdgeServer> edges) {
        for (EdgeServer edge : edges) {
            double east = device.x() - edge.x();
            double north = device.y() - edge.y();
            if (east * east + north * north <= MAX_PLAUSIBLE_METRES * MAX_PLAUSIBLE_METRES) {
                return false;
            }
        }
        return true;
    }

    private static double metresToNearest(Device device, List<EdgeServer> edges) {
        return edges.stream()
                .mapToDouble(edge -> Math.hypot(device.x() - edge.x(), device.y() - edge.y()))
                .min()
                .orElseThrow();
    }

    private static String others(int all, String what) {
        return switch (all) {
            case 1 -> "";
            case 2 -> "; 1 more " + what;
            default -> "; " + (all - 1) + " more " + what + "s";
        };
    }
}
