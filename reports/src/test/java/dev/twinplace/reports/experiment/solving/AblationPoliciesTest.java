package dev.twinplace.reports.experiment.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.reports.experiment.solving.AblationPolicy.Decided;
import dev.twinplace.reports.experiment.solving.RestartedSearch.Restart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AblationPoliciesTest {
    private static final BudgetMeter UNLIMITED = Budget.UNLIMITED.start();

    private static final AblationCell CELL = AblationCell.capacity(Profile.CLUSTERED, 15, 3, 0.75);

    private static AblationPolicy named(List<AblationPolicy> policies, String name) {
        return policies.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {AblationPolicies.SHIPPED, AblationPolicies.UNPOLISHED, "local-search"})
    void policiesNamedAsSolversDecideAsThese(String name) {
        AblationPolicy policy = named(AblationPolicies.of(15, CELL.questions(1, 100)), name);
        for (ScenarioQuestion question : CELL.questions(8, 1)) {
            double cost = BudgetedSolver.of(name).solve(question, 0).cost();
            assertEquals(cost, policy.rule().decide(question, 0, 0).cost(), 1e-9 * cost);
        }
    }

    @Test
    void policiesHaveDifferentNamesAndTheShippedOneComesFirst() {
        List<AblationPolicy> few = AblationPolicies.of(15, CELL.questions(1, 100));
        Set<String> names = new HashSet<>();
        few.forEach(policy -> assertTrue(names.add(policy.name()), policy.name()));
        assertEquals(AblationPolicies.SHIPPED, few.get(0).name());
        assertEquals(
                few.size() - 1, AblationPolicies.of(40, CELL.questions(1, 100)).size());
    }

    @Test
    void lagrangianKeepsToTheEffort() {
        AblationPolicy lagrangian =
                named(AblationPolicies.of(15, CELL.questions(1, 100)), "lagrangian, placements not counted");
        for (ScenarioQuestion question : CELL.questions(4, 1)) {
            assertTrue(lagrangian.rule().decide(question, 0, 1200).looked() <= 1200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restartsSpendTheEffortAndNeverLoseByIt(Restart restart) {
        int better = 0;
        for (ScenarioQuestion question : CELL.questions(20, 1)) {
            Decided once = new RestartedSearch(question.problem(), restart, 1).search(UNLIMITED, 0);
            Decided often = new RestartedSearch(question.problem(), restart, 1).search(UNLIMITED, 20_000);
            assertTrue(often.looked() >= 20_000 && once.looked() < 20_000);
            assertTrue(often.cost() <= once.cost());
            better += often.cost() < once.cost() - 1e-9 ? 1 : 0;
        }
        assertTrue(better > 0);
    }
}
