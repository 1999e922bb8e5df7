package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IteratedLocalSearchTest {
    private static final int MAX_BEYOND_BUDGET = 6;

    private static int[] start(PlacementProblem problem, SplittableRandom random) {
        return random.ints(problem.twins(), 0, problem.servers()).toArray();
    }

    private static double[] prices(PlacementProblem problem, SplittableRandom random) {
        return random.doubles(problem.servers(), 0, 1).toArray();
    }

    /** The least cost of all placements, by trying them. */
    private static double optimum(PlacementProblem problem) {
        double least = Double.POSITIVE_INFINITY;
        CostEvaluator evaluator = new CostEvaluator(problem);
        IncrementalCost placement = new IncrementalCost(problem);
        int[] serverOf = new int[problem.twins()];
        for (boolean isLast = false; !isLast; isLast = isLastAfterNext(serverOf, problem.servers())) {
            placement.reset(serverOf);
            if (placement.overload() == 0) {
                least = Math.min(least, evaluator.cost(serverOf));
            }
        }
        return least;
    }

    private static boolean isLastAfterNext(int[] digits, int base) {
        int i = 0;
        while (i < digits.length && digits[i] == base - 1) {
            digits[i++] = 0;
        }
        if (i < digits.length) {
            digits[i]++;
        }
        return i == digits.length;
    }

    @Test
    void nearlyAllSmallProblemsAreSolvedToTheirOptimumAndMoreThanByOneDescent() {
        SplittableRandom random = new SplittableRandom(3);
        int tried = 0;
        int solved = 0;
        int solvedByOne = 0;
        for (int i = 0; i < 300; i++) {
            PlacementProblem problem =
                    RandomProblems.of(RandomProblems.kindOf(i), 3 + random.nextInt(4), 2 + random.nextInt(2), i);
            int[] start = start(problem, random);
            double[] prices = prices(problem, random);
            IncrementalCost once = new IncrementalCost(problem);
            once.reset(start);
            if (once.overload() > 0) {
                once = new IncrementalCost(problem);
                new FeasibleGreedy(once).placeAll(Budget.UNLIMITED.start());
                once.copyTo(start);
            }
            if (once.overload() > 0) {
                continue;
            }
            new PricedLocalSearch(once).improve(prices, Budget.UNLIMITED.start(), 0);
            once.copyTo(start);
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(start);
            new IteratedLocalSearch(placement).improve(prices, Budget.UNLIMITED.start(), 0, i);
            assertEquals(0, placement.overload());
            double optimum = optimum(problem);
            double tolerance = 1e-9 * problem.costMagnitude();
            assertTrue(placement.cost() >= optimum - tolerance);
            assertTrue(placement.cost() <= once.cost() + tolerance);
            tried++;
            solved += placement.cost() <= optimum + tolerance ? 1 : 0;
            solvedByOne += once.cost() <= optimum + tolerance ? 1 : 0;
        }
        assertTrue(tried > 100, tried + " tried");
        assertTrue(solved >= 0.98 * tried, solved + " of " + tried);
        assertTrue(solvedByOne < solved, solvedByOne + " by one descent");
    }

    @Test
    void whatItKnowsOfItsPlacementIsTrueAfterManyDescents() {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION_AND_CAPACITY, 40, 6, 5);
        SplittableRandom random = new SplittableRandom(5);
        IncrementalCost placement = new IncrementalCost(problem);
        new FeasibleGreedy(placement).placeAll(Budget.UNLIMITED.start());
        new LocalSearch(placement).improve(Budget.UNLIMITED.start(), 0);
        double before = placement.cost();
        new IteratedLocalSearch(placement).improve(prices(problem, random), Budget.UNLIMITED.start(), 0, 1);
        int[] serverOf = new int[problem.twins()];
        placement.copyTo(serverOf);
        assertEquals(new CostEvaluator(problem).cost(serverOf), placement.cost(), 1e-9 * problem.costMagnitude());
        assertEquals(0, placement.overload());
        assertTrue(placement.cost() < before);
        assertTrue(Arrays.stream(serverOf).distinct().count() > 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 100})
    void aBudgetOfStepsIsKeptAndTheResultIsThatOfTheSeed(long nodes) {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION, 20, 4, 11);
        double[] prices = prices(problem, new SplittableRandom(1));
        CostEvaluator evaluator = new CostEvaluator(problem);
        int[][] results = new int[2][problem.twins()];
        for (int[] result : results) {
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(new int[problem.twins()]);
            new PricedLocalSearch(placement).improve(prices, Budget.UNLIMITED.start(), 0);
            placement.copyTo(result);
            double before = evaluator.cost(result);
            long steps = new IteratedLocalSearch(placement)
                    .improve(prices, Budget.ofNodes(nodes).start(), 0, 7);
            assertTrue(steps <= nodes + MAX_BEYOND_BUDGET, steps + " steps");
            placement.copyTo(result);
            assertTrue(evaluator.cost(result) <= before);
        }
        assertArrayEquals(results[0], results[1]);
    }
}
