package dev.twinplace.decision.replan;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.ServerRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What no move may break on the server that it leads to. Twins and servers by their index in the scenario. */
final class MoveRules {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final int servers;
    private final List<Resource> resources;
    private final int[][] groupsOf;
    private final int groups;
    private final double[] work;
    private final double[] workLimit;

    /**
     * Keeps its arguments.
     *
     * @param servers how many there are
     * @param resources that servers have so much of
     * @param groupsOf for each twin the numbers of the groups of which no two may be on one server
     * @param groups how many there are
     * @param work of each twin, in MB
     * @param workLimit twin · servers + server: the work on a server, its own included, that a twin tolerates there; empty if
     *     none limits it
     */
    MoveRules(int servers, List<Resource> resources, int[][] groupsOf, int groups, double[] work, double[] workLimit) {
        this.servers = servers;
        this.resources = List.copyOf(resources);
        this.groupsOf = groupsOf;
        this.groups = groups;
        this.work = work;
        this.workLimit = workLimit;
    }

    /** A resource. */
    static final class Resource {
        private final double[] demand;
        private final double[] limit;

        /**
         * Keeps its arguments.
         *
         * @param demand of each twin, not negative
         * @param limit of each server, may be infinite
         */
        Resource(double[] demand, double[] limit) {
            this.demand = demand;
            this.limit = limit;
        }

        double demand(int twin) {
            return demand[twin];
        }

        /** Of all twins. O(M). */
        double totalDemand() {
            return Arrays.stream(demand).sum();
        }

        double limit(int server) {
            return limit[server];
        }
    }

    /** Those of one resource. */
    static MoveRules of(double[] demand, double[] limit) {
        return new MoveRules(
                limit.length,
                List.of(new Resource(demand, limit)),
                new int[demand.length][0],
                0,
                new double[demand.length],
                new double[0]);
    }

    /** Those of a scenario: twins that wait take nothing. O(N·R) if a latency is limited, otherwise O(N + M·K). */
    static MoveRules of(PreviousPlacement previous) {
        Scenario scenario = previous.scenario();
        List<Resource> resources = PlacementRules.resources(scenario).stream()
                .map(name -> new Resource(demands(previous, name), limits(scenario, name)))
                .toList();
        double[] work = new double[scenario.twins().size()];
        for (Device device : scenario.devices()) {
            work[device.twin()] += previous.waits(device.twin()) ? 0 : device.workloadMB();
        }
        return new MoveRules(
                scenario.servers().size(),
                resources,
                groupsOf(previous),
                scenario.constraints().groups().size(),
                work,
                workLimits(previous));
    }

    private static double[] demands(PreviousPlacement previous, String resource) {
        Scenario scenario = previous.scenario();
        double[] demand = new double[scenario.twins().size()];
        if (resource.equals(Constraints.WORKLOAD)) {
            scenario.devices().forEach(device -> demand[device.twin()] += device.workloadMB());
        }
        for (int m = 0; m < demand.length; m++) {
            double stated = scenario.constraints().twin(m).demands().getOrDefault(resource, demand[m]);
            demand[m] = previous.waits(m) ? 0 : stated;
        }
        return demand;
    }

    /** Capacities and what rounding can add to a sum of all demands. */
    private static double[] limits(Scenario scenario, String resource) {
        int terms = scenario.twins().size() + scenario.devices().size();
        double[] limit = new double[scenario.servers().size()];
        Arrays.setAll(limit, s -> PlacementRules.capacity(scenario, s, resource) * (1 + (terms + 2) * UNIT_ROUNDOFF));
        return limit;
    }

    private static int[][] groupsOf(PreviousPlacement previous) {
        Scenario scenario = previous.scenario();
        Map<String, List<Integer>> numbers = new HashMap<>();
        List<TwinGroup> groups = scenario.constraints().groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).kind() == TwinGroup.Kind.SEPARATE) {
                for (String twin : groups.get(g).twins()) {
                    numbers.computeIfAbsent(twin, any -> new ArrayList<>()).add(g);
                }
            }
        }
        int[][] groupsOf = new int[scenario.twins().size()][];
        Arrays.setAll(
                groupsOf,
                m -> previous.waits(m)
                        ? new int[0]
                        : numbers.getOrDefault(scenario.twins().get(m), List.of()).stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
        return groupsOf;
    }

    private static double[] workLimits(PreviousPlacement previous) {
        Scenario scenario = previous.scenario();
        boolean isLimited = scenario.coupling() == Coupling.CONTENTION
                && scenario.constraints().twins().stream()
                        .anyMatch(twin -> twin.maxLatencySeconds() != Double.POSITIVE_INFINITY);
        if (!isLimited) {
            return new double[0];
        }
        int servers = scenario.servers().size();
        ServerRules rules = ServerRules.of(scenario, previous.toArray());
        double[] limit = new double[scenario.twins().size() * servers];
        Arrays.setAll(limit, cell -> {
            int m = cell / servers;
            int s = cell % servers;
            boolean isShared = scenario.servers().get(s) instanceof EdgeServer && !previous.waits(m);
            return isShared ? rules.workLimitMB(m, s) : Double.POSITIVE_INFINITY;
        });
        return limit;
    }

    int servers() {
        return servers;
    }

    List<Resource> resources() {
        return resources;
    }

    /** How many groups there are of which no two twins may be on one server. */
    int groups() {
        return groups;
    }

    /** The numbers of the groups of a twin, not a copy. */
    int[] groupsOf(int twin) {
        return groupsOf[twin];
    }

    double work(int twin) {
        return work[twin];
    }

    boolean limitsWork() {
        return workLimit.length > 0;
    }

    /** The work on a server that a twin tolerates there. */
    double workLimit(int twin, int server) {
        return limitsWork() ? workLimit[twin * servers + server] : Double.POSITIVE_INFINITY;
    }
}
