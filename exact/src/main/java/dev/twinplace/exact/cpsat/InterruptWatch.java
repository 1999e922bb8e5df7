package dev.twinplace.exact.cpsat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a native search, which knows no interrupts, when the thread that waits for it is interrupted. */
final class InterruptWatch {
    private static final long MILLIS_BETWEEN_LOOKS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Watches the calling thread.
     *
     * @param stop called again and again while that thread is interrupted, from another one
     */
    InterruptWatch(Runnable stop) {
        Thread watched = Thread.currentThread();
        Thread watcher = new Thread(() -> watch(watched, stop), "cp-sat interrupt watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch(Thread watched, Runnable stop) {
        try {
            while (!ended.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                if (watched.isInterrupted()) {
                    stop.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended.countDown();
    }
}
