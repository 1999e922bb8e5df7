package dev.twinplace.service.decide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Who may solve: a fixed number at once, a fixed number waiting, first come first served. Thread-safe.
 */
public final class SolveQueue {
    /** How much the last turn counts in the mean. */
    private static final double WEIGHT = 0.05;

    private final int turns;
    private final int capacity;
    private final Executor executor;
    private final LongConsumer waitNanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** The turn of a thread, while its work runs. */
    private final ThreadLocal<Turn> current = new ThreadLocal<>();

    private int running;
    private double meanNanos = TimeUnit.MILLISECONDS.toNanos(1);

    /** What to do in a turn. */
    @FunctionalInterface
    public interface Work {
        /** Called once; the turn must be ended, by any thread. */
        void run(Turn turn);
    }

    private record Waiting(Work work, long since) {}

    /**
     * Nothing runs, nothing waits.
     *
     * @param turns how many may solve at once, at least 1
     * @param capacity how many may wait
     * @param executor runs what has waited
     * @param waitNanos told how long each of them waited
     */
    public SolveQueue(int turns, int capacity, Executor executor, LongConsumer waitNanos) {
        this.turns = turns;
        this.capacity = capacity;
        this.executor = executor;
        this.waitNanos = waitNanos;
    }

    /** The right to solve. */
    public final class Turn {
        private final long start = System.nanoTime();
        private final Thread thread = Thread.currentThread();
        private boolean isOver;
        private Work following;
        private Work continuation;

        /** Lets the next one solve. Has no effect the second time. */
        public void end() {
            Waiting next;
            synchronized (SolveQueue.this) {
                if (isOver) {
                    return;
                }
                isOver = true;
                meanNanos += WEIGHT * (System.nanoTime() - start - meanNanos);
                next = next();
            }
            if (next != null) {
                executor.execute(() -> start(next));
            }
        }

        /** What another thread must begin; null if none, or if this one goes on. */
        private Waiting next() {
            if (following != null) {
                if (waiting.isEmpty() && Thread.currentThread() == thread) {
                    continuation = following;
                    return null;
                }
                waiting.add(new Waiting(following, System.nanoTime()));
            }
            Waiting next = waiting.poll();
            if (next == null) {
                running--;
                SolveQueue.this.notifyAll();
            }
            return next;
        }

        /** Takes work for when this turn ends; false if it has ended. */
        private boolean follow(Work work) {
            if (isOver || following != null) {
                return false;
            }
            following = work;
            return true;
        }
    }

    private void start(Waiting next) {
        waitNanos.accept(System.nanoTime() - next.since);
        run(next.work);
    }

    /** In a turn that is counted already; and then, in turns of their own, what follows on this thread. */
    private void run(Work work) {
        Turn outer = current.get();
        Work next = work;
        while (next != null) {
            Turn turn = new Turn();
            current.set(turn);
            try {
                next.run(turn);
            } finally {
                current.set(outer);
            }
            next = turn.continuation;
        }
    }

    /** Runs work in its turn, on this thread if that is now. False, and it is never run, if too many wait. */
    public boolean offer(Work work) {
        synchronized (this) {
            if (running == turns) {
                return waiting.size() < capacity && waiting.add(new Waiting(work, System.nanoTime()));
            }
            running++;
        }
        run(work);
        return true;
    }

    /**
     * As {@link #offer}, never refused: the next part of what was accepted before. It is not run before this returns. Asked for in
     * a turn, on its thread, it goes on there when that turn ends, if nothing else waits: no thread has to wake up.
     */
    public void proceed(Work work) {
        synchronized (this) {
            Turn turn = current.get();
            if (turn != null && turn.follow(work)) {
                return;
            }
            if (running == turns) {
                waiting.add(new Waiting(work, System.nanoTime()));
                return;
            }
            running++;
        }
        executor.execute(() -> run(work));
    }

    /** How many solve. */
    public synchronized int running() {
        return running;
    }

    /** How many wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Whether {@link #offer} would refuse. */
    public synchronized boolean isFull() {
        return running == turns && waiting.size() >= capacity;
    }

    /** In how many seconds those that wait now should have been served, from 1 to 60. */
    public synchronized int secondsToWait() {
        double seconds = meanNanos * (waiting.size() + 1) / turns / TimeUnit.SECONDS.toNanos(1);
        return (int) Math.max(1, Math.min(60, Math.ceil(seconds)));
    }

    /** Waits until nothing runs and nothing waits; false if that takes longer than this. */
    public synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (running > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
