package dev.twinplace.exact.mip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MipSolverTest {
    private final MipSolver solver = new MipSolver(1);

    @Test
    void agreesWithBruteForceOnStatusAndCost() {
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed + ": " + result + ", " + truth.cost();
            assertEquals(truth.isFeasible() ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
            assertTrue(
                    !truth.isFeasible() || Math.abs(truth.cost() - result.cost()) <= 1e-6 * Math.abs(truth.cost()),
                    what);
        }
    }

    @Test
    void aBudgetOfTimeReturnsTheIncumbentAndABoundThatHolds() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 40, 5, 7);
        long start = System.nanoTime();
        SolveResult result = solve(problem, Budget.ofTime(Duration.ofMillis(500)));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(System.nanoTime() - start < 20e9, "stops in time, or soon after");
        assertEquals(
                SolveStatus.UNKNOWN,
                solve(problem, Budget.ofTime(Duration.ZERO)).status());
    }

    @Test
    void aBudgetOfNodesEndsItToo() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 30, 4, 7);
        assertNotEquals(SolveStatus.OPTIMAL, solve(problem, Budget.ofNodes(3)).status());
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
