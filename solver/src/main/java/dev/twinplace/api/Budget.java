package dev.twinplace.api;

import java.time.Duration;

/**
 * How much a solver may spend. With a budget in nodes alone a deterministic solver stays deterministic.
 *
 * @param nanos wall-clock time; {@link Long#MAX_VALUE} if unlimited
 * @param nodes steps of the search, in the solver's own unit; {@link Long#MAX_VALUE} if unlimited
 */
public record Budget(long nanos, long nodes) {
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Long.MAX_VALUE);

    public Budget {
        if (nanos < 0 || nodes < 0) {
            throw new IllegalArgumentException("budget: must not be negative, but was " + nanos + " ns, " + nodes);
        }
    }

    /** A duration beyond 292 years is unlimited. */
    public static Budget ofTime(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("budget: must not be negative, but was " + time);
        }
        boolean countable = time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
        return new Budget(countable ? time.toNanos() : Long.MAX_VALUE, Long.MAX_VALUE);
    }

    public static Budget ofNodes(long nodes) {
        return new Budget(Long.MAX_VALUE, nodes);
    }

    public boolean isUnlimited() {
        return nanos == Long.MAX_VALUE && nodes == Long.MAX_VALUE;
    }

    /** Starts the clock. */
    public BudgetMeter start() {
        return new BudgetMeter(this, new CancellationToken());
    }
}
