package dev.twinplace.cli;

import dev.twinplace.api.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM end the work in progress, and the process waits until that has printed or saved what it has. The JVM
 * then exits with 128 and the number of the signal.
 */
final class Interrupts implements AutoCloseable {
    private static final long MAX_WAIT_SECONDS = 10;

    private final CancellationToken token = new CancellationToken();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interrupt");

    /** Watches for signals until it is closed. */
    Interrupts() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt() {
        token.cancel();
        try {
            if (!done.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("interrupted before the answer was there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cancelled by a signal. */
    CancellationToken token() {
        return token;
    }

    boolean isInterrupted() {
        return token.isCancelled();
    }

    /** What was to be printed is printed. */
    @Override
    public void close() {
        done.countDown();
        if (!isInterrupted()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) { // a signal has just arrived
                return;
            }
        }
    }
}
