package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BranchAndBoundSolverTest {
    private final BranchAndBoundSolver solver = new BranchAndBoundSolver();

    @Test
    void agreesWithBruteForceOnStatusAndCost() {
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            assertAgrees(
                    BruteForce.solve(problem).isFeasible(),
                    BruteForce.solve(problem).cost(),
                    solver.solve(problem),
                    RandomProblems.kindOf(seed) + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithEnumerationOnLargerProblems(Kind kind) {
        for (int seed = 0; seed < 20; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 8 + seed % 3, 2 + seed % 3, seed);
            SolveResult truth = new EnumerationSolver(1).solve(problem);
            boolean feasible = truth.status() == SolveStatus.OPTIMAL;
            assertAgrees(feasible, truth.cost(), solver.solve(problem), kind + ", seed " + seed);
        }
    }

    private static void assertAgrees(boolean feasible, double cost, SolveResult result, String what) {
        assertEquals(feasible ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
        if (feasible) {
            assertEquals(cost, result.cost(), 1e-9 * (1 + Math.abs(cost)), what);
            assertEquals(cost, result.lowerBound(), 2e-9 * (1 + Math.abs(cost)), what);
        }
    }

    @Test
    void aBudgetReturnsTheIncumbentAndABoundThatHolds() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 10, 4, 2);
        double optimum = new EnumerationSolver(1).solve(problem).cost();
        for (long nodes : new long[] {0, 9, 12, 50, 200}) {
            SolveResult result = solve(problem, Budget.ofNodes(nodes));
            assertTrue(result.lowerBound() <= optimum + 1e-9, result.toString());
            assertTrue(result.cost() >= optimum - 1e-9, result.toString());
            assertTrue(result.nodes() <= (nodes + 63) / 64 * 64, "the budget is looked at every 64 nodes: " + result);
        }
        PlacementProblem large = RandomProblems.of(Kind.CONTENTION, 200, 6, 2);
        SolveResult timed = solve(large, Budget.ofTime(Duration.ofMillis(200)));
        assertEquals(SolveStatus.FEASIBLE, timed.status());
        assertEquals(
                SolveStatus.UNKNOWN, solve(large, Budget.ofTime(Duration.ZERO)).status());
    }

    @Test
    void anInterruptEndsItAndStaysSet() {
        PlacementProblem large = RandomProblems.of(Kind.CONTENTION, 200, 6, 2);
        Thread.currentThread().interrupt();
        SolveResult result = solver.solve(large);
        assertTrue(Thread.interrupted());
        assertTrue(result.status() == SolveStatus.UNKNOWN || result.status() == SolveStatus.FEASIBLE);
    }

    @Test
    void aDeepSearchDoesNotRecurse() {
        PlacementProblem deep = RandomProblems.of(Kind.INDEPENDENT, 20_000, 2, 1);
        assertEquals(SolveStatus.OPTIMAL, solve(deep, Budget.ofNodes(100_000)).status());
    }

    @Test
    void tellsOfItsIncumbents() {
        List<Double> costs = new ArrayList<>();
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 1);
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, lowerBound, elapsed) -> costs.add(cost));
        assertEquals(2, costs.size());
        assertEquals(result.cost(), costs.get(1), 1e-9);
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
