package dev.twinplace.api;

import dev.twinplace.problem.PlacementProblem;

/**
 * Decides where twins run. The name of an implementing class says what it guarantees.
 *
 * <p>Implementations are deterministic in (problem, node budget, seed) and hold no state between calls, so one instance
 * serves many threads.
 */
@FunctionalInterface
public interface PlacementSolver {
    /**
     * Solves within the budget and returns the best placement found, if any.
     *
     * @param seed for solvers that draw; others ignore it
     * @throws UnsupportedProblemException if this solver cannot answer this kind or size of problem at all
     */
    SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener);

    /** Solves without limit, with seed 0, telling nobody. */
    default SolveResult solve(PlacementProblem problem) {
        return solve(problem, Budget.UNLIMITED, 0, IncumbentListener.NONE);
    }
}
