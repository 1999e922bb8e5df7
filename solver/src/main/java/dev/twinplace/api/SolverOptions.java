package dev.twinplace.api;

/**
 * What a solver can be told besides its budget.
 *
 * @param threads how many it may use, at least 1; the answer does not depend on it
 */
public record SolverOptions(int threads) {
    /** One thread. */
    public static final SolverOptions DEFAULT = new SolverOptions(1);

    public SolverOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
    }
}
