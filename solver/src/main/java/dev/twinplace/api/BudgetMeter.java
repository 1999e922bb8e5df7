package dev.twinplace.api;

import java.time.Duration;

/** A budget being spent. Reading it costs a look at the clock: loops of a few nanoseconds should ask every so often. */
public final class BudgetMeter {
    private final Budget budget;
    private final long start;

    BudgetMeter(Budget budget) {
        this(budget, System.nanoTime());
    }

    private BudgetMeter(Budget budget, long start) {
        this.budget = budget;
        this.start = start;
    }

    /** The same clock without a limit of nodes, for parts of a solver that count in another unit. */
    public BudgetMeter ofTimeAlone() {
        return new BudgetMeter(new Budget(budget.nanos(), Long.MAX_VALUE), start);
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
