package dev.twinplace.api;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A thread that works on a solve beside the solver's own. It does not keep the process alive.
 *
 * @param <T> what it finds
 */
public final class SolveThread<T> {
    private final SolveContext context;
    private final FutureTask<T> task;

    private SolveThread(SolveContext context, FutureTask<T> task) {
        this.context = context;
        this.task = task;
    }

    /** Starts work on a thread of this name. It must end soon once the solve is over. */
    public static <T> SolveThread<T> start(SolveContext context, String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new SolveThread<>(context, task);
    }

    /** As {@link #await(SolveContext, Future)}. */
    public T await() {
        return await(context, task);
    }

    /**
     * Waits for a part of a solve. An interrupt of this thread meanwhile cancels the solve, and is kept.
     *
     * @throws IllegalStateException if that part failed
     */
    public static <T> T await(SolveContext context, Future<T> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return part.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    context.cancellation().cancel();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
