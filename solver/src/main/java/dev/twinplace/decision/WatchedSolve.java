package dev.twinplace.decision;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * As {@link TimedSolve}, for a caller with many solves at a time: the solver runs on a thread of the caller's, without another
 * that waits, and one thread looks at all solves every few milliseconds. An answer that is due is then what its solve
 * knows, even if the solver goes on.
 */
public final class WatchedSolve implements Runnable {
    private final PlacementSolver solver;
    private final SolveContext context;
    private final long firstPlacementNanos;
    private final CompletableFuture<SolveResult> answer = new CompletableFuture<>();
    private long graceEnd = Long.MAX_VALUE;
    private long overSince = Long.MAX_VALUE;

    /** Starts the clock and opens the solve, in O(M·R). */
    public WatchedSolve(PlacementSolver solver, SolveRequest request) {
        this.solver = solver;
        long start = System.nanoTime();
        context = new SolveContext(request);
        firstPlacementNanos = TimedSolve.firstPlacementNanos(System.nanoTime() - start);
    }

    /**
     * The answer, or what the solver threw. Completed by {@link #run} or {@link #look}, so that what depends on it runs on one
     * of their threads.
     */
    public CompletableFuture<SolveResult> answer() {
        return answer;
    }

    /** Solves, on this thread. Returns when the solver does. */
    @Override
    public void run() {
        try {
            solver.solve(context);
        } catch (RuntimeException | Error e) { // for those who wait for the answer
            answer.completeExceptionally(e);
            return;
        }
        answer.complete(context.result());
    }

    /**
     * Answers with what is known if the time is over, or the solve was cancelled, and the solver has not stopped within a grace.
     * For one thread.
     *
     * @param now {@link System#nanoTime}
     */
    public void look(long now) {
        if (answer.isDone() || !isOver(now)) {
            return;
        }
        overSince = Math.min(overSince, now);
        if (context.hasIncumbent() || context.isSettled() || now - overSince >= firstPlacementNanos) {
            answer.complete(context.result());
        }
    }

    private boolean isOver(long now) {
        if (graceEnd == Long.MAX_VALUE) {
            if (!context.meter().isSpent(0)) {
                return false;
            }
            graceEnd = now + TimeUnit.MILLISECONDS.toNanos(TimedSolve.GRACE_MILLIS);
        }
        return now - graceEnd >= 0;
    }
}
