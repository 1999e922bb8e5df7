package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricedLocalSearchTest {
    /** Any prices, good or absurd, may cost time, never quality. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 1, 100})
    void noMoveAndNoSwapImprovesTheResult(double scale) {
        SplittableRandom random = new SplittableRandom(7);
        int improved = 0;
        for (int i = 0; i < 300; i++) {
            PlacementProblem problem =
                    RandomProblems.of(RandomProblems.kindOf(i), 2 + random.nextInt(12), 2 + random.nextInt(4), i);
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(random.ints(problem.twins(), 0, problem.servers()).toArray());
            if (placement.overload() > 0) {
                continue;
            }
            double[] prices = random.doubles(problem.servers(), 0, 1)
                    .map(price -> price * scale)
                    .toArray();
            double before = placement.cost();
            long steps = new PricedLocalSearch(placement).improve(prices, Budget.UNLIMITED.start(), 0);
            improved += steps > 0 ? 1 : 0;
            assertEquals(0, placement.overload());
            assertTrue(placement.cost() <= before);
            assertFalse(canBeImproved(placement), () -> "prices of scale " + scale);
        }
        assertTrue(improved > 20, "a random placement is rarely a local optimum already");
    }

    private static boolean canBeImproved(IncrementalCost placement) {
        ProblemView problem = placement.problem();
        double threshold = -1e-9 * problem.costMagnitude();
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (s != placement.serverOf(m) && placement.fits(m, s) && placement.moveDelta(m, s) < threshold) {
                    return true;
                }
            }
            for (int n = 0; n < m; n++) {
                if (placement.serverOf(n) != placement.serverOf(m)
                        && placement.swapFits(m, n)
                        && placement.swapDelta(m, n) < threshold) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void stopsWhenTheBudgetOfStepsIsSpent(long nodes) {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.INDEPENDENT, 10, 4, 11);
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(new int[problem.twins()]);
        long steps = new PricedLocalSearch(placement)
                .improve(new double[problem.servers()], Budget.ofNodes(nodes).start(), 0);
        assertTrue(steps <= nodes);
    }
}
