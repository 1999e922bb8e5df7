package dev.twinplace.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of a scenario's rules a placement breaks. Twins that wait on a failed server break none. Reads the scenario alone and
 * shares no code with the compilers or any search, so that it can check them.
 *
 * <p>Loads are exact sums of the decimals in the file; what counts as within capacity leaves room for the
 * rounding of as many numbers as were added.
 */
public final class PlacementRules {
    private static final BigDecimal UNIT_ROUNDOFF = new BigDecimal(Math.scalb(1.0, -53));

    private final Scenario scenario;
    private final int[] serverOf;
    private final List<String> broken = new ArrayList<>();

    private PlacementRules(Scenario scenario, int[] serverOf) {
        this.scenario = scenario;
        this.serverOf = serverOf;
    }

    /**
     * The rules that a placement breaks, one line each; empty if it keeps all.
     *
     * @param serverOf index of the server of each twin, or {@link Outcome#UNPLACED}; read only
     */
    public static List<String> broken(Scenario scenario, int[] serverOf) {
        PlacementRules rules = new PlacementRules(scenario, serverOf);
        rules.checkTwins();
        rules.checkGroups();
        for (String resource : resources(scenario)) {
            rules.checkLoads(resource);
        }
        return rules.broken;
    }

    private String twin(int m) {
        return scenario.twins().get(m);
    }

    private String server(int s) {
        return s == Outcome.UNPLACED ? "no server" : scenario.servers().get(s).id();
    }

    private void checkTwins() {
        boolean allKnown = true;
        for (int m = 0; m < serverOf.length; m++) {
            TwinConstraints twin = scenario.constraints().twin(m);
            if (serverOf[m] == Outcome.UNPLACED) {
                if (!twin.isOptional()) {
                    broken.add(twin(m) + ": must be placed, but is not");
                    allKnown = false;
                }
                continue;
            }
            if (scenario.waits(m, serverOf[m])) {
                continue;
            }
            ServerConstraints server = scenario.constraints().server(serverOf[m]);
            if (server.status() == ServerStatus.DOWN) {
                broken.add(twin(m) + ": must not be on " + server(serverOf[m]) + ", which is down");
            }
            checkServer(m, twin, server.labels());
        }
        if (allKnown) {
            checkLatencies();
        }
    }

    private void checkServer(int m, TwinConstraints twin, Set<String> labels) {
        String server = server(serverOf[m]);
        if (twin.pinned().isPresent() && !twin.pinned().get().equals(server)) {
            broken.add(twin(m) + ": is pinned to " + twin.pinned().get() + ", but is on " + server);
        }
        if (!twin.allowedServers().isEmpty() && !twin.allowedServers().contains(server)) {
            broken.add(twin(m) + ": must be on one of " + String.join(", ", twin.allowedServers()) + ", but is on "
                    + server);
        }
        if (twin.forbiddenServers().contains(server)) {
            broken.add(twin(m) + ": must not be on " + server);
        }
        Set<String> missing = new TreeSet<>(twin.requiredLabels());
        missing.removeAll(labels);
        if (!missing.isEmpty()) {
            broken.add(twin(m) + ": requires the label " + String.join(", ", missing) + ", which " + server
                    + " does not have");
        }
    }

    private void checkLatencies() {
        Outcome outcome = Outcome.of(scenario, serverOf);
        int[] devices = new int[serverOf.length];
        scenario.devices().forEach(device -> devices[device.twin()]++);
        for (int m = 0; m < serverOf.length; m++) {
            double limit = scenario.constraints().twin(m).maxLatencySeconds();
            double seconds = devices[m] == 0 ? 0 : outcome.latencySeconds(m) / devices[m];
            if (seconds > limit && !isWithinRounding(m, seconds - limit)) {
                broken.add(twin(m) + ": may have a latency of " + limit + " s, but has " + seconds + " s on "
                        + server(serverOf[m]));
            }
        }
    }

    /**
     * Whether a latency on an edge that several twins share exceeds its limit only by what rounding can add to the sum of their
     * workloads; by nothing where all workloads are whole, and sums exact.
     */
    private boolean isWithinRounding(int m, double excessSeconds) {
        Server server = scenario.servers().get(serverOf[m]);
        if (scenario.coupling() != Coupling.CONTENTION || !(server instanceof EdgeServer)) {
            return false;
        }
        double work = 0;
        int terms = 0;
        boolean whole = true;
        boolean alone = true;
        for (Device device : scenario.devices()) {
            int other = device.twin();
            whole &= device.workloadMB() == Math.rint(device.workloadMB());
            if (serverOf[other] == serverOf[m] && isLoad(other)) {
                work += device.workloadMB();
                terms++;
                alone &= other == m;
            }
        }
        double rounding = (2 * terms + 4) * Math.scalb(1.0, -53);
        double forgiven = rounding * OffloadingModel.executionSeconds(scenario.parameters(), server, work);
        return !alone && !(whole && work < Math.scalb(1.0, 53)) && excessSeconds <= forgiven;
    }

    private void checkGroups() {
        Map<String, Integer> serverOfTwin = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        for (int m = 0; m < serverOf.length; m++) {
            serverOfTwin.put(twin(m), serverOf[m]);
            if (scenario.waits(m, serverOf[m])) {
                waiting.add(twin(m));
            }
        }
        for (int g = 0; g < scenario.constraints().groups().size(); g++) {
            TwinGroup group = scenario.constraints().groups().get(g);
            Map<Integer, String> first = new HashMap<>();
            for (String twin : group.twins()) {
                int server = serverOfTwin.get(twin);
                if (waiting.contains(twin)) {
                    continue;
                }
                String other = first.putIfAbsent(server, twin);
                if (other != null && group.kind() == TwinGroup.Kind.SEPARATE && server != Outcome.UNPLACED) {
                    broken.add("groups[" + g + "]: " + other + " and " + twin + " must be separate, but both are on "
                            + server(server));
                }
            }
            if (group.kind() == TwinGroup.Kind.TOGETHER && first.size() > 1) {
                broken.add("groups[" + g + "]: " + String.join(", ", group.twins()) + " must be together, but "
                        + (first.containsKey(Outcome.UNPLACED)
                                ? "not all are placed"
                                : "are on " + first.size() + " servers"));
            }
        }
    }

    /** The resources that some server may have too little of, by name. */
    public static Set<String> resources(Scenario scenario) {
        Set<String> resources = new TreeSet<>();
        if (scenario.isCapacitated()) {
            resources.add(Constraints.WORKLOAD);
        }
        scenario.constraints()
                .servers()
                .forEach(server -> resources.addAll(server.capacities().keySet()));
        return resources;
    }

    /**
     * What the twins on each server demand of a resource, the exact sum of decimals. O(N + M).
     *
     * @param serverOf as for {@link #broken}
     */
    public static List<BigDecimal> loads(Scenario scenario, int[] serverOf, String resource) {
        return List.of(new PlacementRules(scenario, serverOf)
                .loads(resource, new int[scenario.servers().size()]));
    }

    /** Counts in {@code terms} how many numbers were added for each server. */
    private BigDecimal[] loads(String resource, int[] terms) {
        BigDecimal[] load = new BigDecimal[scenario.servers().size()];
        Arrays.fill(load, BigDecimal.ZERO);
        for (int m = 0; m < serverOf.length; m++) {
            Double demand = scenario.constraints().twin(m).demands().get(resource);
            if (demand != null && isLoad(m)) {
                load[serverOf[m]] = load[serverOf[m]].add(BigDecimal.valueOf(demand));
                terms[serverOf[m]]++;
            }
        }
        for (Device device : scenario.devices()) {
            int s = serverOf[device.twin()];
            boolean stated =
                    scenario.constraints().twin(device.twin()).demands().containsKey(resource);
            if (resource.equals(Constraints.WORKLOAD) && !stated && isLoad(device.twin())) {
                load[s] = load[s].add(BigDecimal.valueOf(device.workloadMB()));
                terms[s]++;
            }
        }
        return load;
    }

    /** A twin that waits takes nothing. */
    private boolean isLoad(int m) {
        return serverOf[m] != Outcome.UNPLACED && !scenario.waits(m, serverOf[m]);
    }

    private void checkLoads(String resource) {
        int[] terms = new int[scenario.servers().size()];
        BigDecimal[] load = loads(resource, terms);
        for (int s = 0; s < load.length; s++) {
            double capacity = capacity(scenario, s, resource);
            if (capacity != Double.POSITIVE_INFINITY && exceeds(load[s], capacity, terms[s])) {
                broken.add(server(s) + ": has " + capacity + " of " + resource + ", but its twins demand "
                        + load[s].toPlainString());
            }
        }
    }

    /** How much of a resource a server has; infinite if it is unlimited. */
    public static double capacity(Scenario scenario, int s, String resource) {
        return resource.equals(Constraints.WORKLOAD)
                ? scenario.servers().get(s).capacityMB()
                : scenario.constraints().server(s).capacities().getOrDefault(resource, Double.POSITIVE_INFINITY);
    }

    private static boolean exceeds(BigDecimal load, double capacity, int terms) {
        BigDecimal written = BigDecimal.valueOf(capacity);
        BigDecimal room = written.multiply(UNIT_ROUNDOFF).multiply(BigDecimal.valueOf(2L * terms + 2));
        return load.compareTo(written.add(room)) > 0;
    }
}
