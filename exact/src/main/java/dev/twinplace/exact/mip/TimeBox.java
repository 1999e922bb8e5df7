package dev.twinplace.exact.mip;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls what cannot be trusted to stop in time. ojAlgo looks at the clock between the steps of its simplex method, but not while it
 * loads its classes or builds a tableau, which can take longer than the budget. It therefore runs on
 * another thread, which is interrupted and left behind when the time is up or the solve is cancelled.
 */
final class TimeBox implements AutoCloseable {
    private final BudgetMeter meter;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(TimeBox::daemon);
    private final CancellationToken.Registration registration;
    private volatile Future<?> running;

    /** The time is what the solve has left. */
    TimeBox(SolveContext context) {
        meter = context.meter();
        registration = context.cancellation().onCancel(this::stop);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mip linear programs");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The value of a call, or empty if the time was up or the solve was cancelled.
     *
     * @param call returns soon when its thread is interrupted
     */
    <T> Optional<T> call(Callable<T> call) {
        Future<T> value = worker.submit(call);
        running = value;
        try {
            if (meter.isSpent(0)) {
                return Optional.empty(); // cancelled before the call was there to be stopped
            }
            return Optional.of(value.get(meter.nanosLeft(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a linear program could not be solved", e.getCause());
        } finally {
            value.cancel(true);
        }
    }

    private void stop() {
        Future<?> call = running;
        if (call != null) {
            call.cancel(true);
        }
    }

    /** Leaves behind what still runs. */
    @Override
    public void close() {
        registration.remove();
        worker.shutdownNow();
    }
}
