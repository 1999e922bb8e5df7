package dev.twinplace.api;

import java.time.Duration;

/**
 * A budget being spent, or cut short by a {@link CancellationToken}. Reading it costs a look at the clock: loops of a few
 * nanoseconds should ask every so often.
 */
public final class BudgetMeter {
    private final Budget budget;
    private final CancellationToken cancellation;
    private long start;

    BudgetMeter(Budget budget, CancellationToken cancellation) {
        this(budget, cancellation, System.nanoTime());
    }

    private BudgetMeter(Budget budget, CancellationToken cancellation, long start) {
        this.budget = budget;
        this.cancellation = cancellation;
        this.start = start;
    }

    /** Starts the clock again. For its owner, between two decisions. */
    public void restart() {
        start = System.nanoTime();
    }

    /** The same clock without a limit of nodes, for parts of a solver that count in another unit. */
    public BudgetMeter ofTimeAlone() {
        return new BudgetMeter(new Budget(budget.nanos(), Long.MAX_VALUE), cancellation, start);
    }

    /** The same clock with an earlier end, and no limit of nodes. */
    BudgetMeter endingAfter(Duration fromNow) {
        long end = Budget.ofTime(elapsed().plus(fromNow)).nanos();
        return new BudgetMeter(new Budget(Math.min(end, budget.nanos()), Long.MAX_VALUE), cancellation, start);
    }

    /** Whether to stop now: nodes or time are used up, or the solve is cancelled. */
    public boolean isSpent(long nodes) {
        return nodes >= budget.nodes()
                || (budget.nanos() != Long.MAX_VALUE && System.nanoTime() - start >= budget.nanos())
                || cancellation.isCancelled();
    }

    /** Time since the solver started. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Nanoseconds until the time is over, at least 0; {@link Long#MAX_VALUE} if it is unlimited. */
    public long nanosLeft() {
        return budget.nanos() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : Math.max(0, budget.nanos() - (System.nanoTime() - start));
    }

    /** What may be spent in all. */
    public Budget budget() {
        return budget;
    }
}
