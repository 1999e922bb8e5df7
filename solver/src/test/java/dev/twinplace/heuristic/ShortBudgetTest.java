package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A heuristic makes a first placement on any budget. */
class ShortBudgetTest {
    static List<Heuristic> heuristics() {
        return List.of(
                new RandomOffloadingBaseline(),
                new CloudOnlyBaseline(),
                new AverageDistributionBaseline(),
                new BestFixedBaseline(),
                new RegretGreedyHeuristic(),
                new LocalSearchHeuristic());
    }

    @ParameterizedTest
    @MethodSource("heuristics")
    void aSpentBudgetStillEndsInAPlacement(Heuristic heuristic) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 300, 5, 1);
        for (Budget budget : List.of(Budget.ofTime(Duration.ZERO), Budget.ofNodes(0))) {
            SolveResult result = solve(heuristic, problem, budget);
            assertEquals(SolveStatus.FEASIBLE, result.status(), result::toString);
        }
    }

    /** With 65 nodes of 200 there is no time for regret greedy; from 201 on local search makes so many steps. */
    @ParameterizedTest
    @ValueSource(longs = {0, 65, 201, 210})
    void aBudgetOfNodesEndsInTheSamePlacementEachTime(long nodes) {
        for (Kind kind : Kind.values()) {
            PlacementProblem problem = RandomProblems.of(kind, 200, 5, 1);
            for (Heuristic heuristic : List.of(new RegretGreedyHeuristic(), new LocalSearchHeuristic())) {
                SolveResult once = solve(heuristic, problem, Budget.ofNodes(nodes));
                SolveResult again = solve(heuristic, problem, Budget.ofNodes(nodes));
                assertEquals(once.placement(), again.placement());
                assertEquals(once.nodes(), again.nodes());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CONTENTION", "CAPACITY_TIGHT", "CONTENTION_AND_CAPACITY"})
    void moreNodesGiveABetterPlacement(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 200, 5, 2);
        SolveResult atOnce = solve(new LocalSearchHeuristic(), problem, Budget.ofNodes(0));
        SolveResult soon = solve(new LocalSearchHeuristic(), problem, Budget.ofNodes(210));
        SolveResult end = solve(new LocalSearchHeuristic(), problem, Budget.UNLIMITED);
        assertTrue(atOnce.placement().isPresent() && end.placement().isPresent());
        assertTrue(end.cost() < atOnce.cost() && end.cost() <= soon.cost());
        assertEquals(end.lowerBound(), atOnce.lowerBound());
    }

    /** The second attempt of random and all after it end with the budget. */
    @Test
    void onlyTheFirstAttemptOfRandomIsFree() {
        PlacementProblem problem = PlacementProblem.builder(2, 1)
                .demand(0, 1)
                .demand(1, 1)
                .capacity(0, 1)
                .build();
        assertEquals(
                1,
                solve(new RandomOffloadingBaseline(), problem, Budget.ofTime(Duration.ZERO))
                        .nodes());
        assertEquals(
                100,
                solve(new RandomOffloadingBaseline(), problem, Budget.UNLIMITED).nodes());
    }

    private static SolveResult solve(Heuristic heuristic, PlacementProblem problem, Budget budget) {
        return heuristic.solve(problem, budget, 1, IncumbentListener.NONE);
    }
}
