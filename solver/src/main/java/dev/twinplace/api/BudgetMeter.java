package dev.twinplace.api;

import java.time.Duration;

/** A budget being spent. Reading it costs a look at the clock: loops of a few nanoseconds should ask every so often. */
public final class BudgetMeter {
    private final Budget budget;
    private final long start = System.nanoTime();

    BudgetMeter(Budget budget) {
        this.budget = budget;
    }

    /**
     * Whether to stop now: nodes or time are used up, or the thread was interrupted, which counts as a spent budget and
     * leaves the interrupt flag set.
     */
    public boolean isSpent(long nodes) {
        return nodes >= budget.nodes()
                || (budget.nanos() != Long.MAX_VALUE && System.nanoTime() - start >= budget.nanos())
                || Thread.currentThread().isInterrupted();
    }

    /** Time since the solver started. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
