package dev.twinplace.exact.mip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every feasible placement costs in what remains what it costs as a whole, or a little less, and is feasible there. */
class RemainingProblemTest {
    @Test
    void isTheWholeProblemWithSomeTwinsDecided() {
        SplittableRandom random = new SplittableRandom(5);
        int feasible = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem whole =
                    ReducedProblem.of(RandomProblems.tiny(seed)).problem();
            int[] placement = RandomProblems.placement(whole, random);
            int[] decisions = placement.clone();
            decisions[random.nextInt(decisions.length)] = MipNode.UNDECIDED;
            decisions[random.nextInt(decisions.length)] = MipNode.UNDECIDED;
            if (NaiveCost.isFeasible(whole, placement)) {
                assertIncluded(
                        whole, placement, new RemainingProblem(whole, decisions, Double.MAX_VALUE), "seed " + seed);
                feasible++;
            }
        }
        assertTrue(feasible > 1000, "feasible: " + feasible);
    }

    private static void assertIncluded(
            PlacementProblem whole, int[] placement, RemainingProblem remaining, String what) {
        int[] rest = new int[remaining.size()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = placement[remaining.twin(i)];
            assertTrue(remaining.isAllowed(i, rest[i]), what);
        }
        assertTrue(NaiveCost.isFeasible(remaining.problem(), rest), what);
        double cost = NaiveCost.cost(whole, placement);
        double excess = remaining.base() + NaiveCost.cost(remaining.problem(), rest);
        assertEquals(cost, excess, 1e-13 * whole.costMagnitude(), what);
    }

    @Test
    void serversThatReachTheCutoffOrLackRoomAreNotAllowed() {
        PlacementProblem whole = PlacementProblem.builder(2, 3)
                .cost(0, 1, 3)
                .cost(1, 1, 7)
                .cost(1, 2, 6)
                .demand(0, 5)
                .demand(1, 5)
                .capacity(0, 4)
                .capacity(1, 9)
                .capacity(2, 10)
                .build();
        int[] decisions = {1, MipNode.UNDECIDED};
        RemainingProblem remaining = new RemainingProblem(whole, decisions, 10);
        assertFalse(remaining.isAllowed(0, 0), "barred by its demand");
        assertFalse(remaining.isAllowed(0, 1), "no room left");
        assertTrue(remaining.isAllowed(0, 2));
        assertFalse(new RemainingProblem(whole, decisions, 8.9).isAllowed(0, 2), "3 + 6 reaches the cutoff");
    }
}
