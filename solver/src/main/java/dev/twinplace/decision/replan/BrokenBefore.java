package dev.twinplace.decision.replan;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about servers that the placement before breaks, which moves repair. */
final class BrokenBefore {
    private final Scenario scenario;
    private final int[] before;
    private final Map<String, List<BigDecimal>> loads = new LinkedHashMap<>();
    private final double[] demandMB;
    private final double[] secondsBefore;

    /** @param before the server of each twin, or {@link Outcome#UNPLACED}; kept */
    BrokenBefore(Scenario scenario, int[] before) {
        this.scenario = scenario;
        this.before = before;
        for (String resource : PlacementRules.resources(scenario)) {
            loads.put(resource, PlacementRules.loads(scenario, before, resource));
        }
        demandMB = new double[before.length];
        secondsBefore = new double[before.length];
        int[] devices = new int[before.length];
        scenario.devices().forEach(device -> {
            demandMB[device.twin()] += device.workloadMB();
            devices[device.twin()]++;
        });
        Outcome outcome = Outcome.ofPartial(scenario, before);
        for (int m = 0; m < before.length; m++) {
            secondsBefore[m] = devices[m] == 0 ? 0 : outcome.latencySeconds(m) / devices[m];
        }
    }

    /** A rule that is broken where a twin was, in words that can stand for a reason to move it. O(M). */
    Optional<String> of(int twin) {
        int server = before[twin];
        String id = scenario.servers().get(server).id();
        for (Map.Entry<String, List<BigDecimal>> load : loads.entrySet()) {
            String resource = load.getKey();
            if (load.getValue().get(server).doubleValue() > PlacementRules.capacity(scenario, server, resource)) {
                boolean isWorkload = resource.equals(Constraints.WORKLOAD);
                return Optional.of(id + (isWorkload ? " is overloaded" : " has too little " + resource));
            }
        }
        return separate(twin, server, id).or(() -> slow(server, id));
    }

    private Optional<String> separate(int twin, int server, String id) {
        Map<String, Integer> serverOf = new HashMap<>();
        for (int m = 0; m < before.length; m++) {
            serverOf.put(scenario.twins().get(m), scenario.waits(m, before[m]) ? Outcome.UNPLACED : before[m]);
        }
        String self = scenario.twins().get(twin);
        for (TwinGroup group : scenario.constraints().groups()) {
            if (group.kind() == TwinGroup.Kind.SEPARATE && group.twins().contains(self)) {
                List<String> others = new ArrayList<>(group.twins());
                others.removeIf(other -> other.equals(self) || serverOf.get(other) != server);
                if (!others.isEmpty()) {
                    return Optional.of("must be separate from " + others.get(0) + ", which was on " + id + " too");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> slow(int server, String id) {
        for (int m = 0; m < before.length; m++) {
            boolean isLate = secondsBefore[m] > scenario.constraints().twin(m).maxLatencySeconds();
            if (before[m] == server && isLate) {
                return Optional.of(scenario.twins().get(m) + " has too much latency on " + id);
            }
        }
        return Optional.empty();
    }

    /** Whether a twin alone demands more of a resource than a server has. */
    boolean isTooLarge(int twin, int server) {
        Map<String, Double> stated = scenario.constraints().twin(twin).demands();
        return loads.keySet().stream().anyMatch(resource -> {
            double ownMB = resource.equals(Constraints.WORKLOAD) ? demandMB[twin] : 0;
            return stated.getOrDefault(resource, ownMB) > PlacementRules.capacity(scenario, server, resource);
        });
    }
}
