package dev.twinplace.decision;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a scenario says without effect, and what in it is hardly meant. One line for each kind, however often it occurs. */
public final class ScenarioWarnings {
    /**
     * No radio reaches as far, and no field of Table 2's kind is as large: a device farther than this from every edge server
     * has wrong coordinates, for example latitude and longitude exchanged, or degrees of another sign.
     */
    static final double MAX_PLAUSIBLE_METRES = 1_000_000;

    private static final double METRES_PER_KM = 1000;

    private ScenarioWarnings() {}

    /** The warnings, without the file's name. O(N·S), and O(N + S) where every device is near the first edge server. */
    public static List<String> of(Scenario scenario) {
        List<String> warnings = new ArrayList<>();
        warnAboutCapacities(scenario, warnings);
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
