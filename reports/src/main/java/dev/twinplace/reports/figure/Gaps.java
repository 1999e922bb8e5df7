package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;

/** The axis of gaps that span decades. */
final class Gaps {
    /** Smaller gaps do not matter, and zero has no place on a logarithmic axis. */
    private static final double SMALLEST = 1e-5;

    private Gaps() {}

    static Axis axis(String name) {
        return Axis.logarithmic(name, "ratio").from(SMALLEST);
    }
}
