package dev.twinplace.benchmarks.peers.solver;

/** Turns sizes into whole numbers for solvers that count: in units of which {@code most} make {@code total}. */
final class WholeNumbers {
    private final double unitsPerOne;

    WholeNumbers(double total, double most) {
        unitsPerOne = total > 0 && Double.isFinite(total) ? most / total : 1;
    }

    long nearest(double value) {
        return Math.round(value * unitsPerOne);
    }

    /** For demands: no load seems smaller than it is. */
    long up(double value) {
        return (long) Math.ceil(value * unitsPerOne);
    }

    /** For capacities. */
    long down(double value) {
        return (long) Math.floor(value * unitsPerOne);
    }
}
