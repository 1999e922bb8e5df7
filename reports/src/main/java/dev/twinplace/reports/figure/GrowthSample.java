package dev.twinplace.reports.figure;

/**
 * A time measured at a size.
 *
 * @param dimension that grows: {@code M}, {@code S} or {@code N}
 * @param solver or step that takes the time
 * @param size twins, edge servers or devices
 * @param micros time in µs
 */
record GrowthSample(String dimension, String solver, double size, double micros) {
    /** Whether a budget, and not the size, may have ended it. */
    boolean hasBudget() {
        return solver.indexOf('@') >= 0;
    }
}
