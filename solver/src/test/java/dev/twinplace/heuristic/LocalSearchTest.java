package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LocalSearchTest {
    @ParameterizedTest
    @EnumSource
    void endsWhereNoMoveAndNoSwapHelps(Kind kind) {
        for (int seed = 0; seed < 40; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 2 + seed % 12, 2 + seed % 4, seed);
            int[] start = RandomProblems.placement(problem, new SplittableRandom(seed));
            int[] end = improve(problem, start, Budget.UNLIMITED);
            if (NaiveCost.isFeasible(problem, start)) {
                assertTrue(NaiveCost.cost(problem, end) <= NaiveCost.cost(problem, start) + 1e-9);
            }
            if (NaiveCost.isFeasible(problem, end)) {
                assertLocallyOptimal(problem, end);
            } else {
                assertTrue(NaiveCost.overload(problem, end) <= NaiveCost.overload(problem, start) + 1e-9);
            }
        }
    }

    private static void assertLocallyOptimal(PlacementProblem problem, int[] placement) {
        double least = NaiveCost.cost(problem, placement) - 1e-9 * (1 + NaiveCost.magnitude(problem, placement));
        for (int m = 0; m < placement.length; m++) {
            int before = placement[m];
            for (int s = 0; s < problem.servers(); s++) {
                placement[m] = s;
                assertNotBetter(problem, placement, least);
            }
            placement[m] = before;
            for (int n = m + 1; n < placement.length; n++) {
                exchange(placement, m, n);
                assertNotBetter(problem, placement, least);
                exchange(placement, m, n);
            }
        }
    }

    private static void assertNotBetter(PlacementProblem problem, int[] placement, double least) {
        assertTrue(!NaiveCost.isFeasible(problem, placement) || NaiveCost.cost(problem, placement) >= least);
    }

    private static void exchange(int[] placement, int m, int n) {
        int server = placement[m];
        placement[m] = placement[n];
        placement[n] = server;
    }

    @Test
    void repairsAPlacementOverCapacityByAMoveOrASwap() {
        PlacementProblem byMove = PlacementProblem.builder(2, 2)
                .demand(0, 3)
                .demand(1, 3)
                .capacity(0, 4)
                .capacity(1, 4)
                .build();
        assertEquals(0, NaiveCost.overload(byMove, improve(byMove, new int[] {0, 0}, Budget.UNLIMITED)));
        PlacementProblem bySwap = PlacementProblem.builder(2, 2)
                .demand(0, 3)
                .demand(1, 5)
                .capacity(0, 5)
                .capacity(1, 4)
                .build();
        assertEquals(0, NaiveCost.overload(bySwap, improve(bySwap, new int[] {0, 1}, Budget.UNLIMITED)));
    }

    /** Two twins whose swap changes nothing but the last bits, at a total of 0, to which those bits are large. */
    @Test
    void roundingDoesNotMakeItGoInCircles() {
        for (int seed = 0; seed < 300; seed++) {
            PlacementProblem problem = withNeutralSwap(new SplittableRandom(seed));
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(new int[] {0, 1, 0, 1});
            long steps = new LocalSearch(placement).improve(Budget.ofNodes(1000).start(), 0);
            assertTrue(steps < 10, "seed " + seed + " took " + steps + " steps");
        }
    }

    /** Of twins 0 and 1, each server has room for one; twins 2 and 3 stay where they are. */
    private static PlacementProblem withNeutralSwap(SplittableRandom random) {
        double[] cost = {random.nextDouble(100), random.nextDouble(100), random.nextDouble(100), 0, 0};
        double[] work = random.doubles(4, 10, 40).toArray();
        IncrementalCost placement = new IncrementalCost(neutralSwap(cost, work));
        placement.reset(new int[] {0, 1, 0, 1});
        cost[3] = -placement.swapDelta(0, 1);
        cost[4] = -placement.cost();
        return neutralSwap(cost, work);
    }

    private static PlacementProblem neutralSwap(double[] cost, double[] work) {
        var builder = PlacementProblem.builder(4, 2)
                .cost(0, 0, cost[0])
                .cost(0, 1, cost[1])
                .cost(1, 1, cost[2])
                .cost(1, 0, cost[3])
                .cost(2, 0, cost[4])
                .cost(2, 1, 1e4)
                .cost(3, 0, 1e4);
        for (int m = 0; m < 4; m++) {
            builder.demand(m, m < 2 ? 1 : 0).weight(m, m + 1).work(m, work[m]);
        }
        return builder.contention(0, 0.3)
                .contention(1, 0.1)
                .capacity(0, 1)
                .capacity(1, 1)
                .build();
    }

    /** Both servers are a little too full, and what a swap takes off one it puts on the other, but for the last bits. */
    @Test
    void roundingDoesNotMakeRepairsGoInCircles() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double demand = random.nextDouble(10, 40);
            PlacementProblem problem = PlacementProblem.builder(4, 2)
                    .demand(0, demand)
                    .demand(1, demand + 1e-7 * random.nextDouble())
                    .demand(2, 50)
                    .demand(3, 50)
                    .capacity(0, demand + 50 - 1e-6)
                    .capacity(1, demand + 50 - 1e-6)
                    .build();
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(new int[] {0, 1, 0, 1});
            long steps = new LocalSearch(placement).improve(Budget.UNLIMITED.start(), 0);
            assertTrue(placement.overload() > 0 && steps < 300, "seed " + seed + " took " + steps + " steps");
        }
    }

    /** Twin 0 moves to server 1, and twin 1 changes places with twin 2. */
    @Test
    void countsMovesAndSwapsAndRepairs() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .cost(0, 0, 5)
                .cost(1, 0, 5)
                .cost(2, 1, 5)
                .demand(1, 2)
                .demand(2, 2)
                .capacity(0, 2)
                .capacity(1, 2)
                .build();
        assertEquals(2, steps(problem, new int[] {0, 0, 1}));
        assertEquals(0, steps(problem, new int[] {1, 1, 0}));
        // twin 2 leaves server 1, which is too full, for it is cheaper elsewhere; then twin 0 moves
        assertEquals(2, steps(problem, new int[] {0, 1, 1}));
    }

    private static long steps(PlacementProblem problem, int[] start) {
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(start);
        return new LocalSearch(placement).improve(Budget.UNLIMITED.start(), 0);
    }

    /** A placement that can be repaired is, on any budget; the descent that follows keeps to it. */
    @Test
    void nodesDoNotLimitRepairs() {
        var builder = PlacementProblem.builder(20, 20);
        for (int m = 0; m < 20; m++) {
            builder.demand(m, 1).capacity(m, 1).cost(m, m, -1);
        }
        IncrementalCost placement = new IncrementalCost(builder.build());
        placement.reset(new int[20]);
        assertEquals(19, new LocalSearch(placement).improve(Budget.ofNodes(0).start(), 7));
        assertEquals(0, placement.overload());
    }

    @Test
    void stopsWhenItsStepsAreSpent() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 50, 4, 3);
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(new int[50]);
        long steps = new LocalSearch(placement).improve(Budget.ofNodes(10).start(), 7);
        assertTrue(steps >= 3 && steps <= 4, "a twin may move and swap before the next look: " + steps);
    }

    private static int[] improve(PlacementProblem problem, int[] start, Budget budget) {
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(start);
        new LocalSearch(placement).improve(budget.start(), 0);
        int[] end = new int[start.length];
        placement.copyTo(end);
        return end;
    }

    /** From its own end it takes one pass, in which each move and each swap is compared once. */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 2", "7, 4"})
    void countsWhatItCompares(int twins, int servers) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, twins, servers, 1);
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(improve(problem, RandomProblems.placement(problem, new SplittableRandom(1)), Budget.UNLIMITED));
        LocalSearch search = new LocalSearch(placement);
        assertEquals(0, search.improve(Budget.UNLIMITED.start(), 0));
        assertEquals(twins * (servers - 1) + twins * (twins - 1) / 2, search.looked());
    }
}
