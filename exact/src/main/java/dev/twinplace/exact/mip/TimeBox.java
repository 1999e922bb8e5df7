package dev.twinplace.exact.mip;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls what cannot be trusted to stop in time. ojAlgo looks at the clock between the steps of its simplex method, but not while it
 * loads its classes or builds a tableau, which can take longer than the budget. With a budget of time it therefore runs on
 * another thread, which is interrupted and left behind when the time is up.
 */
final class TimeBox implements AutoCloseable {
    private final SolveContext context;
    private final Budget budget;
    private final ExecutorService worker;

    /** The time is what the context has left of this budget. */
    TimeBox(SolveContext context, Budget budget) {
        this.context = context;
        this.budget = budget;
        worker = budget.nanos() == Long.MAX_VALUE ? null : Executors.newSingleThreadExecutor(TimeBox::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mip linear programs");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The value of a call, or empty if the time was up or this thread was interrupted, which stays so.
     *
     * @param call returns soon when its thread is interrupted
     */
    <T> Optional<T> call(Callable<T> call) {
        try {
            if (worker == null) {
                return Optional.of(call.call());
            }
            long left = budget.nanos() - context.meter().elapsed().toNanos();
            Future<T> value = worker.submit(call);
            try {
                return Optional.of(value.get(left, TimeUnit.NANOSECONDS));
            } finally {
                value.cancel(true);
            }
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a linear program could not be solved", e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException("a linear program could not be solved", e);
        }
    }

    /** Leaves behind what still runs. */
    @Override
    public void close() {
        if (worker != null) {
            worker.shutdownNow();
        }
    }
}
