package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedSolveTest {
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(TimedSolve.GRACE_MILLIS);

    private final PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 1);
    private final CountDownLatch offered = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    /** Waits for the test to end, with a placement or without, deaf to budget and cancellation. */
    private PlacementSolver deaf(boolean offers) {
        return context -> {
            if (offers) {
                context.offer(new int[8]);
            }
            offered.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private Thread start(WatchedSolve solve) throws InterruptedException {
        Thread thread = new Thread(solve);
        thread.setDaemon(true);
        thread.start();
        offered.await();
        return thread;
    }

    @Test
    void aSolverThatStopsGivesItsOwnAnswerOnThisThread() {
        SolveResult expected = new LocalSearchHeuristic().solve(problem);
        WatchedSolve solve = new WatchedSolve(new LocalSearchHeuristic(), SolveRequest.of(problem));
        CompletableFuture<Thread> told = solve.answer().thenApply(result -> Thread.currentThread());
        solve.run();
        assertEquals(expected.placement(), solve.answer().join().placement());
        assertEquals(Thread.currentThread(), told.join());
    }

    @Test
    void beforeItIsDueALookChangesNothing() throws InterruptedException {
        WatchedSolve solve = new WatchedSolve(deaf(true), SolveRequest.of(problem));
        Thread thread = start(solve);
        solve.look(System.nanoTime() + TimeUnit.HOURS.toNanos(1)); // there is no budget that could be spent
        assertFalse(solve.answer().isDone());
        end.countDown();
        thread.join();
        assertEquals(SolveStatus.FEASIBLE, solve.answer().join().status());
    }

    @Test
    void aLookAfterBudgetAndGraceAnswersWithWhatIsKnown() throws InterruptedException {
        WatchedSolve solve =
                new WatchedSolve(deaf(true), SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ZERO)));
        start(solve);
        long now = System.nanoTime();
        solve.look(now);
        solve.look(now + GRACE - 1);
        assertFalse(solve.answer().isDone());
        solve.look(now + GRACE);
        assertEquals(SolveStatus.FEASIBLE, solve.answer().join().status());
        end.countDown();
    }

    @Test
    void cancellationEndsASolverThatDoesNot() throws InterruptedException {
        CancellationToken token = new CancellationToken();
        WatchedSolve solve =
                new WatchedSolve(deaf(true), SolveRequest.of(problem).withCancellation(token));
        start(solve);
        token.cancel();
        solve.look(0);
        solve.look(GRACE);
        assertTrue(solve.answer().isDone());
        end.countDown();
    }

    @Test
    void aFirstPlacementIsWaitedForAWhile() throws InterruptedException {
        WatchedSolve solve =
                new WatchedSolve(deaf(false), SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ZERO)));
        start(solve);
        solve.look(0);
        solve.look(GRACE);
        assertFalse(solve.answer().isDone());
        solve.look(GRACE + TimeUnit.HOURS.toNanos(1));
        assertEquals(SolveStatus.UNKNOWN, solve.answer().join().status());
        end.countDown();
    }

    @Test
    void whatTheSolverThrowsIsThrown() {
        PlacementSolver broken = context -> {
            throw new AssertionError("broken");
        };
        WatchedSolve solve = new WatchedSolve(broken, SolveRequest.of(problem));
        solve.run();
        assertEquals(
                "broken",
                assertThrows(CompletionException.class, solve.answer()::join)
                        .getCause()
                        .getMessage());
    }
}
