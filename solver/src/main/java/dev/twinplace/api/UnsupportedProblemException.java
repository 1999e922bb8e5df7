package dev.twinplace.api;

import dev.twinplace.problem.ProblemView;

/**
 * A solver was given a kind or size of problem that it is not made for, or a machine that it cannot run on. The message
 * says which, and what to do instead.
 */
public final class UnsupportedProblemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnsupportedProblemException(String message) {
        super(message);
    }

    /**
     * For a solver that takes no side constraints: refuses a problem that has some.
     *
     * @param solver id of the solver
     * @throws UnsupportedProblemException naming the kinds of constraints that the problem has
     */
    public static void requireNoSideConstraints(ProblemView problem, String solver) {
        if (!problem.side().isNone()) {
            throw new UnsupportedProblemException(
                    solver + " does not take " + problem.side().kinds() + ": use local-search or ejection-chain");
        }
    }
}
