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
}
