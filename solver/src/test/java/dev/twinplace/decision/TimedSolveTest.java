package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimedSolveTest {
    private final PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 1);
    private final CountDownLatch end = new CountDownLatch(1);

    /** Offers a placement, then waits for the test to end, deaf to budget and cancellation. */
    private PlacementSolver deaf() {
        return context -> {
            context.offer(new int[8]);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    void aSolverThatStopsGivesItsOwnAnswer() {
        SolveResult expected = new LocalSearchHeuristic().solve(problem);
        SolveResult result = TimedSolve.run(new LocalSearchHeuristic(), SolveRequest.of(problem));
        assertEquals(expected.placement(), result.placement());
        assertEquals(expected.nodes(), result.nodes());
    }

    @Test
    void theBudgetEndsASolverThatDoesNot() {
        SolveResult result =
                TimedSolve.run(deaf(), SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ofSeconds(1))));
        end.countDown();
        assertTrue(result.elapsed().toMillis() >= 1000);
        assertEquals(SolveStatus.FEASIBLE, result.status());
    }

    @Test
    void cancellationEndsASolverThatDoesNot() {
        CancellationToken token = new CancellationToken();
        SolveResult result = TimedSolve.run(
                deaf(),
                SolveRequest.of(problem)
                        .withCancellation(token)
                        .withListener((cost, lowerBound, elapsed) -> token.cancel()));
        end.countDown();
        assertEquals(SolveStatus.FEASIBLE, result.status());
    }

    @Test
    void whatTheSolverThrowsIsThrown() {
        PlacementSolver failing = context -> {
            throw new IllegalArgumentException("no");
        };
        assertEquals(
                "no",
                assertThrows(IllegalArgumentException.class, () -> TimedSolve.run(failing, SolveRequest.of(problem)))
                        .getMessage());
        PlacementSolver broken = context -> {
            throw new AssertionError("broken");
        };
        assertThrows(AssertionError.class, () -> TimedSolve.run(broken, SolveRequest.of(problem)));
    }
}
