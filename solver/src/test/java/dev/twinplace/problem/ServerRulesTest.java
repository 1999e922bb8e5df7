package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerRulesTest {
    /** Each twin on each server, all others anywhere: what the independent checker says of this twin. */
    @Test
    void barsAreThoseOfTheChecker() {
        Set<ServerRules.Bar> seen = EnumSet.noneOf(ServerRules.Bar.class);
        for (long seed = 1; seed <= 10; seed++) {
            Scenario scenario =
                    new ScenarioGenerator(Profile.OPERATOR, Coupling.CAPACITY, 20, 100, 5, 0.5).generate(seed);
            int[] nowhere = new int[20];
            Arrays.fill(nowhere, Outcome.UNPLACED);
            ServerRules rules = ServerRules.of(scenario, nowhere);
            for (int s = 0; s < scenario.servers().size(); s++) {
                int[] all = new int[20];
                Arrays.fill(all, s);
                List<String> broken = PlacementRules.broken(scenario, all);
                for (int m = 0; m < 20; m++) {
                    String twin = scenario.twins().get(m) + ": ";
                    List<ServerRules.Bar> bars = rules.barring(m, s);
                    seen.addAll(bars);
                    assertEquals(
                            broken.stream()
                                    .filter(line -> line.startsWith(twin))
                                    .count(),
                            bars.size(),
                            twin + bars);
                    assertEquals(bars.isEmpty(), rules.admits(m, s), twin + bars);
                }
            }
        }
        assertTrue(seen.containsAll(EnumSet.allOf(ServerRules.Bar.class)), seen::toString);
    }
}
