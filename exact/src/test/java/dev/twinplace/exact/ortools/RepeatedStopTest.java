package dev.twinplace.exact.ortools;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepeatedStopTest {
    /** The first two calls are lost, as calls before the beginning of a native search are. */
    @Test
    void goesOnUntilTheSearchHasEnded() throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(3);
        AtomicReference<Thread> caller = new AtomicReference<>();
        RepeatedStop stop = new RepeatedStop(() -> {
            caller.set(Thread.currentThread());
            calls.countDown();
        });
        stop.run();
        calls.await();
        stop.end();
        caller.get().join();
        assertFalse(caller.get().isAlive());
    }
}
