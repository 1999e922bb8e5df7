package dev.twinplace.reports.result;

/** Limits that figures of result files depend on. */
public final class Levels {
    /** The convergence rate from which on {@link Columns#STABLE_SINCE} counts; the paper says only that a curve becomes stable. */
    public static final double STABLE_RATE = 0.998;

    private Levels() {}
}
