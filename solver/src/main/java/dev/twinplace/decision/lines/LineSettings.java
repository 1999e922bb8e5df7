package dev.twinplace.decision.lines;

import dev.twinplace.api.Solvers;
import java.io.Serializable;

/**
 * What the answer to a line depends on beside the line.
 *
 * @param solver a solver's id with its options, as {@link dev.twinplace.api.SolverSpec} spells them
 * @param nodes the steps of its search for each line, in its own unit, at least 1; {@link Long#MAX_VALUE} if unlimited
 * @param seed for solvers that draw, the same for each line
 */
public record LineSettings(String solver, long nodes, long seed) implements Serializable {
    /** The id of a solver that proves Table 2's problems, and ends with a bound where a proof takes too long. */
    public static final String DEFAULT_SOLVER = "branch-and-bound";

    /** Some seconds for the problems that need all of them. */
    public static final long DEFAULT_NODES = 10_000;

    private static final long serialVersionUID = 1L;

    /**
     * Settings for a solver that exists.
     *
     * @throws IllegalArgumentException {@code field: rule} if there is no such solver, its answers depend on time, or a number
     *     is out of range
     */
    public LineSettings {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes: must be at least 1, but was " + nodes);
        }
        if (Solvers.create(solver).endsByTime()) {
            throw new IllegalArgumentException("solver: must be one that time does not end, but was " + solver);
        }
    }
}
