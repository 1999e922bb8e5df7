package dev.twinplace.decision.explain;

import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which twins are where another must not be. */
final class Separations {
    private final Scenario scenario;
    private final int[] serverOf;

    /** For each twin, those that it must be separate from, once for each group. */
    private final List<List<Integer>> apart = new ArrayList<>();

    /** @param serverOf the server of each twin; kept */
    Separations(Scenario scenario, int[] serverOf) {
        this.scenario = scenario;
        this.serverOf = serverOf;
        Map<String, Integer> indexOf = new HashMap<>();
        for (int m = 0; m < serverOf.length; m++) {
            indexOf.put(scenario.twins().get(m), m);
            apart.add(new ArrayList<>());
        }
        for (TwinGroup group : scenario.constraints().groups()) {
            if (group.kind() == TwinGroup.Kind.SEPARATE) {
                List<Integer> twins = group.twins().stream().map(indexOf::get).toList();
                twins.forEach(
                        m -> twins.stream().filter(other -> !other.equals(m)).forEach(apart.get(m)::add));
            }
        }
    }

    /**
     * Names a twin on a server that one of those that come must be separate from; twins that wait there do not count.
     *
     * @param twin of which the words are
     * @param moving itself and those that come with it
     */
    Optional<String> inTheWay(int twin, List<Integer> moving, int server) {
        for (int m : moving) {
            for (int other : apart.get(m)) {
                if (serverOf[other] == server && !scenario.waits(other, server)) {
                    String subject = m == twin ? "it" : scenario.twins().get(m) + ", which must be with it,";
                    return Optional.of(subject + " must be separate from "
                            + scenario.twins().get(other) + ", which is there");
                }
            }
        }
        return Optional.empty();
    }
}
