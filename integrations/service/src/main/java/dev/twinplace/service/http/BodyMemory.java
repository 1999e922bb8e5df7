package dev.twinplace.service.http;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds what the bodies of all requests take together, those that wait for an answer too. Thread-safe. */
final class BodyMemory {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(long limit) {
        this.limit = limit;
    }

    /** Takes so many bytes, or none if there is no room. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
