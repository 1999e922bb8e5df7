package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import org.junit.jupiter.api.Test;

class CostGranularityTest {
    private static PlacementProblemBuilder wholeCosts() {
        return PlacementProblem.builder(2, 1).cost(0, 0, 3).cost(1, 0, -4);
    }

    @Test
    void wholeCostsAreMultiplesOfOne() {
        assertEquals(1, CostGranularity.of(wholeCosts().build()));
    }

    @Test
    void fractionsContentionAndHugeCostsAreNot() {
        assertEquals(0, CostGranularity.of(wholeCosts().cost(0, 0, 0.5).build()));
        assertEquals(
                0,
                CostGranularity.of(
                        wholeCosts().contention(0, 0.1).weight(0, 1).work(0, 1).build()));
        assertEquals(0, CostGranularity.of(wholeCosts().cost(0, 0, 1e18).build()));
    }
}
