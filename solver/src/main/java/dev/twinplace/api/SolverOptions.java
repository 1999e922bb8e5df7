package dev.twinplace.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a solver can be told besides its budget. Solvers ignore what does not concern them.
 *
 * @param threads how many it may use, at least 1; the answer does not depend on it
 * @param model file of a trained model, for learned solvers; empty for the one that comes along, if any does
 * @param polish last step of learned solvers
 */
public record SolverOptions(int threads, Optional<Path> model, Polish polish) {
    /** One thread, the model that comes along, polished by local search. */
    public static final SolverOptions DEFAULT = new SolverOptions(1);

    public SolverOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
    }

    /** The default with another number of threads. */
    public SolverOptions(int threads) {
        this(threads, Optional.empty(), Polish.LOCAL_SEARCH);
    }
}
