package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue of regrets against recomputing all of them at every step. */
class RegretGreedyTest {
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INDEPENDENT", "CONTENTION", "NEGATIVE_COSTS"})
    void placesAsIfAllRegretsWereRecomputed(Kind kind) {
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed, 2 + seed % 6, seed);
            IncrementalCost fast = new IncrementalCost(problem);
            assertEquals(problem.twins(), new RegretGreedy(fast).placeAll(Budget.UNLIMITED.start()));
            int[] placement = new int[problem.twins()];
            fast.copyTo(placement);
            int[] expected = naive(problem);
            if (expected.length > 0) {
                assertArrayEquals(expected, placement, kind + " " + seed);
            }
        }
    }

    /** O(M²·R); gives up, with an empty array, where some twin has room for nothing: then ties decide. */
    private static int[] naive(PlacementProblem problem) {
        IncrementalCost cost = new IncrementalCost(problem);
        int[] placement = new int[problem.twins()];
        Arrays.fill(placement, IncrementalCost.UNPLACED);
        for (int step = 0; step < placement.length; step++) {
            int next = -1;
            double largest = Double.NEGATIVE_INFINITY;
            int forced = 0;
            for (int m = 0; m < placement.length; m++) {
                if (placement[m] == IncrementalCost.UNPLACED) {
                    double[] prices = prices(cost, m);
                    if (prices.length == 0) {
                        return new int[0];
                    }
                    double regret = prices.length == 1 ? Double.POSITIVE_INFINITY : prices[1] - prices[0];
                    forced += prices.length == 1 ? 1 : 0;
                    if (regret > largest) {
                        next = m;
                        largest = regret;
                    }
                }
            }
            if (forced > 1) {
                return new int[0];
            }
            placement[next] = cheapest(cost, next);
            cost.move(next, placement[next]);
        }
        return placement;
    }

    private static double[] prices(IncrementalCost cost, int twin) {
        double[] prices = new double[cost.problem().servers()];
        int found = 0;
        for (int s = 0; s < prices.length; s++) {
            if (cost.fits(twin, s)) {
                prices[found++] = cost.insertionDelta(twin, s);
            }
        }
        Arrays.sort(prices, 0, found);
        return Arrays.copyOf(prices, found);
    }

    private static int cheapest(IncrementalCost cost, int twin) {
        int best = -1;
        for (int s = 0; s < cost.problem().servers(); s++) {
            if (cost.fits(twin, s) && (best < 0 || cost.insertionDelta(twin, s) < cost.insertionDelta(twin, best))) {
                best = s;
            }
        }
        return best;
    }

    /** Where servers are full, several twins have the same, infinite regret: any of them may go first. */
    @ParameterizedTest
    @EnumSource
    void endsWhereOneOfTheLargestRegretsLeadsAtEveryStep(Kind kind) {
        int tied = 0;
        for (int seed = 0; seed < 150; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed % 6, 1 + seed % 4, seed);
            IncrementalCost fast = new IncrementalCost(problem);
            new RegretGreedy(fast).placeAll(Budget.UNLIMITED.start());
            List<Integer> end =
                    IntStream.range(0, problem.twins()).mapToObj(fast::serverOf).toList();
            Set<List<Integer>> ends = RegretGreedyOracle.ends(problem);
            assertTrue(ends.contains(end), () -> end + " is none of " + ends);
            tied += ends.size() > 1 ? 1 : 0;
        }
        assertTrue(tied < 120, "mostly there should be one end, but there were several " + tied + " times");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CONTENTION", "CAPACITY_TIGHT", "CONTENTION_AND_CAPACITY"})
    void aSpentBudgetLeavesAllToQuickGreedy(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 100, 3, 1);
        int[] quick = placed(problem, null);
        int[] byRegret = placed(problem, Budget.UNLIMITED);
        assertFalse(Arrays.equals(quick, byRegret));
        assertArrayEquals(quick, placed(problem, Budget.ofNodes(0)));
        assertArrayEquals(quick, placed(problem, Budget.ofNodes(64)), "looks every 64 twins");
        assertArrayEquals(byRegret, placed(problem, Budget.ofNodes(65)));
        assertArrayEquals(quick, placed(problem, Budget.ofTime(Duration.ZERO)));
    }

    /** By regret within the budget, or all quickly without one. */
    private static int[] placed(PlacementProblem problem, Budget budget) {
        IncrementalCost placement = new IncrementalCost(problem);
        long placed = budget == null
                ? new QuickGreedy(placement).placeAll()
                : new RegretGreedy(placement).placeAll(budget.start());
        assertEquals(problem.twins(), placed);
        int[] serverOf = new int[problem.twins()];
        placement.copyTo(serverOf);
        return serverOf;
    }

    @Test
    void whatIsPlacedStaysWhereItIs() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 100, 3, 1);
        for (long nodes : new long[] {0, 1, Long.MAX_VALUE}) {
            IncrementalCost placement = new IncrementalCost(problem);
            placement.move(7, 2);
            placement.move(50, 0);
            assertEquals(
                    98,
                    new RegretGreedy(placement).placeAll(Budget.ofNodes(nodes).start()));
            assertEquals(2, placement.serverOf(7));
            assertEquals(0, placement.serverOf(50));
        }
    }

    @Test
    void theTwinWithMostToLoseGoesFirst() {
        // Room for one on server 0: twin 1 would lose 100, twin 0 only 5.
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 0, 1)
                .cost(0, 1, 6)
                .cost(1, 0, 10)
                .cost(1, 1, 110)
                .demand(0, 1)
                .demand(1, 1)
                .capacity(0, 1)
                .build();
        assertArrayEquals(
                new int[] {1, 0},
                new RegretGreedyHeuristic()
                        .solve(problem)
                        .placement()
                        .orElseThrow()
                        .toArray());
    }
}
