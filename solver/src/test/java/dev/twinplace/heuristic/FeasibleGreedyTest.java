package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import dev.twinplace.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeasibleGreedyTest {
    @ParameterizedTest
    @EnumSource
    void isRegretGreedyWhereThatIsFeasible(Kind kind) {
        for (int seed = 0; seed < 40; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed, 1 + seed % 6, seed);
            IncrementalCost greedy = new IncrementalCost(problem);
            IncrementalCost feasible = new IncrementalCost(problem);
            long placed = new RegretGreedy(greedy).placeAll(Budget.UNLIMITED.start());
            long steps = new FeasibleGreedy(feasible).placeAll(Budget.UNLIMITED.start());
            if (greedy.overload() == 0) {
                assertArrayEquals(serverOf(greedy), serverOf(feasible));
                assertEquals(placed, steps);
            } else {
                assertTrue(feasible.overload() <= greedy.overload());
                assertTrue(steps >= placed);
            }
        }
    }

    /** Of the two repairs the cheaper: never worse than either. */
    @Test
    void takesTheCheaperOfTwoRepairs() {
        int fromCheapest = 0;
        int fromGreedy = 0;
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 40, 5, seed);
            IncrementalCost first = new IncrementalCost(problem);
            new RegretGreedy(first).placeAll(Budget.UNLIMITED.start());
            if (first.overload() == 0) {
                continue;
            }
            IncrementalCost second = new IncrementalCost(problem);
            second.reset(new SeparableRelaxation(problem).placement());
            IncrementalCost feasible = new IncrementalCost(problem);
            new FeasibleGreedy(feasible).placeAll(Budget.UNLIMITED.start());
            double least = Math.min(repairedCost(first), repairedCost(second));
            if (least < Double.POSITIVE_INFINITY) {
                assertEquals(least, NaiveCost.cost(problem, serverOf(feasible)), 1e-9 * least);
                fromCheapest += least == repairedCost(second) ? 1 : 0;
                fromGreedy += least == repairedCost(first) ? 1 : 0;
            }
        }
        assertTrue(fromCheapest > 3 && fromGreedy > 3, fromCheapest + " and " + fromGreedy);
    }

    /** Infinite where the repair fails. A feasible placement is not changed. */
    private static double repairedCost(IncrementalCost placement) {
        return new OverloadRepair(placement).repair(Budget.UNLIMITED.start())
                ? NaiveCost.cost(placement.problem(), serverOf(placement))
                : Double.POSITIVE_INFINITY;
    }

    @Test
    void answersNearlyEveryFeasibleProblem() {
        int feasible = 0;
        int answered = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            IncrementalCost placement = new IncrementalCost(problem);
            new FeasibleGreedy(placement).placeAll(Budget.ofNodes(0).start());
            feasible += BruteForce.solve(problem).isFeasible() ? 1 : 0;
            answered += placement.overload() == 0 ? 1 : 0;
        }
        assertTrue(answered > 0.999 * feasible, "of " + feasible + " it answered " + answered);
    }

    /** Instances of types c, d and e, from the literature, with best known costs; limits leave a third more room. */
    @ParameterizedTest
    @CsvSource({
        "c05100, 1931, 0.03",
        "c10100, 1402, 0.09",
        "c10200, 2806, 0.05",
        "c20400, 4782, 0.04",
        "d05100, 6353, 0.04",
        "d10100, 6347, 0.05",
        "d20100, 6185, 0.09",
        "d20400, 24563, 0.03",
        "d30900, 54834, 0.02",
        "e05100, 12681, 0.07",
        "e10200, 23307, 0.11",
        "e15900, 102421, 0.05",
        "e20200, 22379, 0.31"
    })
    void answersPublishedInstancesAtReasonableCost(String instance, double bestKnown, double gap) {
        PlacementProblem problem = OrLibraryReader.read(SharedData.require("gap/" + instance), Sense.MIN);
        SolveResult greedy = new RegretGreedyHeuristic().solve(problem);
        assertTrue(greedy.cost() <= bestKnown * (1 + gap), greedy::toString);
        SolveResult improved = new LocalSearchHeuristic().solve(problem);
        assertTrue(improved.cost() <= greedy.cost(), improved::toString);
        SolveResult atOnce = new RegretGreedyHeuristic().solve(problem, Budget.ofNodes(0), 1, IncumbentListener.NONE);
        assertTrue(atOnce.placement().isPresent(), atOnce::toString);
    }

    private static int[] serverOf(IncrementalCost placement) {
        int[] serverOf = new int[placement.problem().twins()];
        placement.copyTo(serverOf);
        return serverOf;
    }
}
