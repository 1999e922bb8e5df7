package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;

/** Says to the searches on all threads when to stop: the time is over, or the thread that asked was interrupted. */
final class Clock {
    private final BudgetMeter time;
    private volatile boolean stopped;

    Clock(BudgetMeter meter) {
        time = meter.ofTimeAlone();
    }

    /** For parts of the work that are short, or that look at it themselves. */
    BudgetMeter time() {
        return time;
    }

    boolean isOver() {
        return stopped || time.isSpent(0);
    }

    void stop() {
        stopped = true;
    }
}
