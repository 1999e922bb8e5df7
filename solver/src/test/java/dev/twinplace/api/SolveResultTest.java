package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SolveResultTest {
    private static final Duration TIME = Duration.ofMillis(3);
    private static final double NOTHING = Double.NEGATIVE_INFINITY;
    private static final PlacementProblem PROBLEM = PlacementProblem.builder(2, 2)
            .cost(0, 0, 10)
            .cost(1, 0, 20)
            .cost(0, 1, 30)
            .cost(1, 1, 40)
            .demand(0, 1)
            .demand(1, 1)
            .capacity(0, 1)
            .build();

    @Test
    void saysWhatWasMeasured() {
        SolveResult result = MadeResult.of(PROBLEM, new int[] {0, 1}, 45, 7, TIME);
        assertEquals(50, result.cost());
        assertEquals(Optional.of(Placement.of(0, 1)), result.placement());
        assertEquals(7, result.nodes());
        assertEquals(TIME, result.elapsed());
    }

    @Test
    void feasibleBecomesOptimalWhereTheBoundMeetsTheCost() {
        assertEquals(SolveStatus.FEASIBLE, status(NOTHING));
        assertEquals(SolveStatus.FEASIBLE, status(49));
        assertEquals(SolveStatus.OPTIMAL, status(49.01)); // whole numbers: nothing lies between 49 and 50
        assertEquals(SolveStatus.OPTIMAL, status(50));
        assertEquals(50, MadeResult.of(PROBLEM, new int[] {0, 1}, 51, 1, TIME).lowerBound());
    }

    private static SolveStatus status(double lowerBound) {
        return MadeResult.of(PROBLEM, new int[] {0, 1}, lowerBound, 1, TIME).status();
    }

    @Test
    void aResolutionIsThereOnlyIfStatedAndChangesNothingElse() {
        SolveResult result = MadeResult.of(PROBLEM, new int[] {0, 1}, 45, 7, TIME);
        assertTrue(result.resolution().isEmpty());
        SolveResult stated = result.withResolution(0.5);
        assertEquals(0.5, stated.resolution().getAsDouble());
        assertEquals(result.toString(), stated.toString());
        assertEquals(result.placement(), stated.placement());
    }

    @Test
    void theGapIsRelativeToTheBound() {
        assertEquals(0.25, MadeResult.of(PROBLEM, new int[] {0, 1}, 40, 1, TIME).gap());
        assertEquals(2, MadeResult.of(PROBLEM, new int[] {0, 1}, -50, 1, TIME).gap());
        assertEquals(0, MadeResult.of(PROBLEM, new int[] {0, 1}, 50, 1, TIME).gap());
        assertEquals(
                Double.POSITIVE_INFINITY,
                MadeResult.of(PROBLEM, new int[] {0, 1}, NOTHING, 1, TIME).gap());
        assertEquals(Double.POSITIVE_INFINITY, SolveResult.unknown(3, 1, TIME).gap());
        assertEquals(Double.POSITIVE_INFINITY, SolveResult.infeasible(1, TIME).gap());
    }

    @Test
    void withoutAPlacementThereIsNoCost() {
        SolveResult unknown = SolveResult.unknown(3, 2, TIME);
        assertEquals(SolveStatus.UNKNOWN, unknown.status());
        assertEquals(3, unknown.lowerBound());
        SolveResult infeasible = SolveResult.infeasible(2, TIME);
        assertEquals(SolveStatus.INFEASIBLE, infeasible.status());
        for (SolveResult result : new SolveResult[] {unknown, infeasible}) {
            assertTrue(result.placement().isEmpty());
            assertEquals(Double.POSITIVE_INFINITY, result.cost());
        }
    }
}
