package dev.twinplace.service.decide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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

    /** The turns of threads of the executor: each passes its own on, once its work has returned. */
    private final Map<Thread, Turn> serving = new HashMap<>();

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
        private boolean isOver;

        /** Lets the next one solve. Has no effect the second time. */
        public void end() {
            Waiting next;
            synchronized (SolveQueue.this) {
                if (isOver) {
                    return;
                }
                isOver = true;
                meanNanos += WEIGHT * (System.nanoTime() - start - meanNanos);
                if (serving.get(Thread.currentThread()) == this) {
                    return; // this thread goes on with the next: no other has to wake up
                }
                serving.values().remove(this);
                next = passOn();
            }
            execute(next);
        }

        /** Who solves now in place of this; null if none waits. */
        private Waiting passOn() {
            Waiting next = waiting.poll();
            if (next == null) {
                running--;
                SolveQueue.this.notifyAll();
            }
            return next;
        }

        /** The work of this turn has returned; what its thread is to do next, or null. */
        private Waiting leave() {
            synchronized (SolveQueue.this) {
                boolean isKept = serving.remove(Thread.currentThread(), this);
                return isKept && isOver ? passOn() : null;
            }
        }
    }

    /** Works, on a thread of the executor, until none waits. */
    private void serve(Waiting first) {
        Waiting next = first;
        while (next != null) {
            waitNanos.accept(System.nanoTime() - next.since);
            Turn turn = begin();
            try {
                next.work.run(turn);
            } catch (RuntimeException | Error e) { // the others must still be served
                execute(turn.leave());
                throw e;
            }
            next = turn.leave();
        }
    }

    private synchronized Turn begin() {
        Turn turn = new Turn();
        serving.put(Thread.currentThread(), turn);
        return turn;
    }

    private void execute(Waiting next) {
        if (next != null) {
            executor.execute(() -> serve(next));
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
        work.run(new Turn());
        return true;
    }

    /**
     * As {@link #offer}, never refused and never run before this returns: the next part of what was accepted before. What a
     * turn's own thread asks for waits until that turn ends, even if another is free, unless something else waits for that.
     */
    public void proceed(Work work) {
        Waiting next = new Waiting(work, System.nanoTime());
        synchronized (this) {
            boolean isNext = waiting.isEmpty() && serving.containsKey(Thread.currentThread());
            if (running == turns || isNext) {
                waiting.add(next);
                return;
            }
            running++;
        }
        execute(next);
    }

    /** Whether what this thread asks for need not wait for others. Its own turn counts as over. */
    public synchronized boolean isFree() {
        int others = running - (serving.containsKey(Thread.currentThread()) ? 1 : 0);
        return others + waiting.size() < turns;
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
