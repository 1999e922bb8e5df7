package dev.twinplace.decision;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A solve that ends with its budget of time, or soon after it is cancelled, even if the solver does not notice: the answer is
 * then what the solve knows at that moment.
 *
 * <p>The solver runs on a thread of its own, which is left behind if it does not stop; it can no longer change the answer.
 * In a new JVM, code is interpreted and classes are loaded, so that a step between two looks at the clock can take longer
 * than the budget.
 */
public final class TimedSolve {
    /** How long a solver has to stop by itself: its last look at the clock may be a little late. */
    static final long GRACE_MILLIS = 8;

    /** How long it has for a first placement, without which there is no answer, at least. */
    private static final long FIRST_PLACEMENT_MILLIS = 100;

    /**
     * The same, relative to the time in which the solve was opened. Both take O(M·R), and longer in a new JVM or beside other
     * work, so that a machine that is ten times slower still answers.
     */
    private static final int FIRST_PLACEMENT_OPENINGS = 10;

    private TimedSolve() {}

    /**
     * The answer to a request.
     *
     * @throws RuntimeException that the solver threw
     */
    public static SolveResult run(PlacementSolver solver, SolveRequest request) {
        CompletableFuture<Void> first = new CompletableFuture<>();
        long start = System.nanoTime();
        SolveContext context = new SolveContext(request.withListener((cost, lowerBound, elapsed) -> {
            first.complete(null);
            request.listener().improved(cost, lowerBound, elapsed);
        }));
        long opening = System.nanoTime() - start;
        CompletableFuture<Void> solving = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        CancellationToken.Registration registration =
                request.cancellation().onCancel(() -> cancelled.completeOnTimeout(null, GRACE_MILLIS, MILLISECONDS));
        Thread thread = new Thread(() -> solve(solver, context, solving), "solve");
        thread.setDaemon(true);
        thread.start();
        long left = context.meter().nanosLeft();
        await(CompletableFuture.anyOf(solving, cancelled), left == Long.MAX_VALUE ? left : left + nanos(GRACE_MILLIS));
        registration.remove();
        await(CompletableFuture.anyOf(solving, first), firstPlacementNanos(opening));
        return context.result();
    }

    /** How long a solver has for a first placement once its time is over, if opening the solve took so long. */
    static long firstPlacementNanos(long opening) {
        return Math.max(nanos(FIRST_PLACEMENT_MILLIS), FIRST_PLACEMENT_OPENINGS * opening);
    }

    private static long nanos(long millis) {
        return MILLISECONDS.toNanos(millis);
    }

    private static void solve(PlacementSolver solver, SolveContext context, CompletableFuture<Void> solving) {
        try {
            solver.solve(context);
            solving.complete(null);
        } catch (RuntimeException | Error e) { // thrown again where the answer is awaited
            solving.completeExceptionally(e);
        }
    }

    private static void await(CompletableFuture<Object> end, long nanos) {
        try {
            end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return; // the answer is what is known
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
