package dev.twinplace.ddl;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads that work off lists of tasks. With one, everything runs on the caller's. */
public final class Workers implements AutoCloseable {
    private final ExecutorService pool;

    /** So many threads, at least 1. */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
        pool = threads == 1 ? null : Executors.newFixedThreadPool(threads, Workers::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ddl-training");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does all tasks.
     *
     * @return the sum of what they return, in the order of the list whichever ends first
     * @throws CancellationException if this thread is interrupted; its flag stays set
     */
    public double sumOf(Collection<? extends Callable<Double>> tasks) {
        try {
            double sum = 0;
            if (pool == null) {
                for (Callable<Double> task : tasks) {
                    sum += task.call();
                }
                return sum;
            }
            List<Future<Double>> results = pool.invokeAll(tasks);
            for (Future<Double> result : results) {
                sum += result.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("training was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a member could not be trained", e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a member could not be trained", e);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
