package dev.twinplace.parallel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads that work off lists of tasks. With one, everything runs on the caller's. */
public final class WorkerPool implements AutoCloseable {
    private final ExecutorService pool;

    /**
     * Makes room for threads, which start when they are needed and do not keep the JVM alive.
     *
     * @param threads at least 1
     * @param name of the threads
     */
    public WorkerPool(int threads, String name) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
        pool = threads == 1 ? null : Executors.newFixedThreadPool(threads, task -> daemon(task, name));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does all tasks. If one fails, those that have not begun are left out.
     *
     * @return what they return, in the order of the list whichever ends first
     * @throws RuntimeException that a task threw; the first in the order of the list
     * @throws CancellationException if this thread is interrupted; its flag stays set, and tasks may still be running
     */
    public <T> List<T> run(Collection<? extends Callable<T>> tasks) {
        return pool == null ? runHere(tasks) : await(submit(tasks));
    }

    /** As {@link #run}: the sum of what the tasks return, added up in their order. */
    public double sumOf(Collection<? extends Callable<Double>> tasks) {
        double sum = 0;
        for (double summand : run(tasks)) {
            sum += summand;
        }
        return sum;
    }

    private static <T> List<T> runHere(Collection<? extends Callable<T>> tasks) {
        List<T> results = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            try {
                results.add(task.call());
            } catch (Exception e) {
                throw unchecked(e);
            }
        }
        return results;
    }

    private <T> List<Future<T>> submit(Collection<? extends Callable<T>> tasks) {
        List<Future<T>> running = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            running.add(pool.submit(task));
        }
        return running;
    }

    private static <T> List<T> await(List<Future<T>> running) {
        List<T> results = new ArrayList<>(running.size());
        try {
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            running.forEach(each -> each.cancel(true)); // without effect on those that ended
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a task failed", thrown);
    }

    /** Ends the threads; tasks that still run are interrupted. */
    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
