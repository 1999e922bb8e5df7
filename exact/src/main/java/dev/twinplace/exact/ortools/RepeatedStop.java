package dev.twinplace.exact.ortools;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a native search from outside. A call that comes before the search has begun is lost, so it is repeated, on a thread of
 * its own, until the search has ended.
 */
public final class RepeatedStop implements Runnable {
    private static final long MILLIS_BETWEEN_CALLS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable stop;

    /** Calls {@code stop} from {@link #run} on. */
    public RepeatedStop(Runnable stop) {
        this.stop = stop;
    }

    /** Returns at once. */
    @Override
    public void run() {
        Thread thread = new Thread(this::repeat, "or-tools stop");
        thread.setDaemon(true);
        thread.start();
    }

    private void repeat() {
        try {
            do {
                stop.run();
            } while (!ended.await(MILLIS_BETWEEN_CALLS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The search has ended. */
    public void end() {
        ended.countDown();
    }
}
