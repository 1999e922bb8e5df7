package dev.twinplace.service.decide;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Looks at what is under way every {@value #TICK_MILLIS} ms, on a thread of its own. A timer for each request would wake a
 * thread twice for each; here a request is added to a set and removed from it. It sleeps while nothing is under way.
 */
public final class Ticker implements AutoCloseable {
    static final long TICK_MILLIS = 4;

    /** Ticks without anything to look at until it sleeps. */
    private static final int MAX_IDLE_TICKS = 500;

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Consumer<Throwable> failures;
    private final Thread thread = new Thread(this::tick, "ticker");
    private volatile boolean isAsleep;
    private volatile boolean isClosed;

    /** Something under way. */
    @FunctionalInterface
    public interface Watched {
        /**
         * Called at every tick: must be brief.
         *
         * @param now {@link System#nanoTime}
         */
        void look(long now);
    }

    /** Starts to tick; tells of what goes wrong in a look, after which that is no longer watched. */
    public Ticker(Consumer<Throwable> failures) {
        this.failures = failures;
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to watch. */
    public void add(Watched one) {
        watched.add(one);
        if (isAsleep) {
            LockSupport.unpark(thread);
        }
    }

    /** Ceases to watch; a look may still be under way. */
    public void remove(Watched one) {
        watched.remove(one);
    }

    private void tick() {
        int idle = 0;
        while (!isClosed) {
            idle = watched.isEmpty() ? idle + 1 : 0;
            if (idle > MAX_IDLE_TICKS) {
                isAsleep = true;
                if (watched.isEmpty()) {
                    LockSupport.park(this);
                }
                isAsleep = false;
                idle = 0;
            }
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
            long now = System.nanoTime();
            watched.forEach(one -> look(one, now));
        }
    }

    private void look(Watched one, long now) {
        try {
            one.look(now);
        } catch (RuntimeException | Error e) { // the others must still be watched
            watched.remove(one);
            failures.accept(e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }
}
