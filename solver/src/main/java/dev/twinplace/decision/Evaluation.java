package dev.twinplace.decision;

import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a placement from anywhere costs, and which rules it breaks. Computed from the scenario alone, with any constraints.
 *
 * @param outcome latency, energy and cost; empty if a twin is unplaced that must be placed
 * @param broken the rules it breaks, one line each
 * @param servers loads, in the scenario's order
 */
public record Evaluation(Optional<Outcome> outcome, List<String> broken, List<ServerFigures> servers) {
    /**
     * Evaluates a placement in O(N + M + R) for each resource.
     *
     * @param serverOf index of the server of each twin, or {@link Outcome#UNPLACED}; read only
     */
    public static Evaluation of(Scenario scenario, int[] serverOf) {
        boolean complete = IntStream.range(0, serverOf.length)
                .allMatch(m -> serverOf[m] != Outcome.UNPLACED
                        || scenario.constraints().twin(m).isOptional());
        Optional<Outcome> outcome = complete ? Optional.of(Outcome.of(scenario, serverOf)) : Optional.empty();
        return new Evaluation(outcome, PlacementRules.broken(scenario, serverOf), loads(scenario, serverOf));
    }

    private static List<ServerFigures> loads(Scenario scenario, int[] serverOf) {
        int[] twins = new int[scenario.servers().size()];
        IntStream.of(serverOf).filter(s -> s != Outcome.UNPLACED).forEach(s -> twins[s]++);
        List<String> resources = List.copyOf(PlacementRules.resources(scenario));
        var loads = resources.stream()
                .map(resource -> PlacementRules.loads(scenario, serverOf, resource))
                .toList();
        return IntStream.range(0, twins.length)
                .mapToObj(s -> new ServerFigures(
                        scenario.servers().get(s).id(),
                        twins[s],
                        IntStream.range(0, resources.size())
                                .mapToObj(k -> new ResourceLoad(
                                        resources.get(k),
                                        loads.get(k).get(s).doubleValue(),
                                        PlacementRules.capacity(scenario, s, resources.get(k))))
                                .toList()))
                .toList();
    }

    /** Whether it keeps all rules. */
    public boolean isFeasible() {
        return broken.isEmpty();
    }
}
