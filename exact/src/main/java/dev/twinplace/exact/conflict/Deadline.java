package dev.twinplace.exact.conflict;

import java.time.Duration;

/** When to stop. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return left() <= 0;
    }

    /** A duration, or what is left if that is less; at least a microsecond. */
    Duration atMost(Duration time) {
        return Duration.ofNanos(Math.max(1000, Math.min(time.toNanos(), left())));
    }

    private long left() {
        return end - System.nanoTime();
    }
}
