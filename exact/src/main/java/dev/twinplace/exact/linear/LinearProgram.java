package dev.twinplace.exact.linear;

import java.util.List;

/**
 * Minimise a sum of variables times costs under linear constraints. Binary variables are 0 or 1, the others at least 0.
 *
 * @param variables in the order that terms refer to
 * @param constraints each with a name of its own
 */
public record LinearProgram(List<Variable> variables, List<Constraint> constraints) {
    public LinearProgram {
        variables = List.copyOf(variables);
        constraints = List.copyOf(constraints);
    }

    /**
     * What a solver decides.
     *
     * @param name letters, digits and underscores, at most 255: legal in every format
     * @param cost of one unit
     * @param upper what some optimal solution does not exceed, up to rounding: 1 if binary. Implied by the constraints and the
     *     costs, so that a program without it has the same optimum
     */
    public record Variable(String name, double cost, boolean isBinary, double upper) {}

    /** A variable, by its index, times a number. */
    public record Term(int variable, double coefficient) {}

    /** How a sum compares with a bound. */
    public enum Relation {
        AT_MOST,
        EQUAL,
        AT_LEAST
    }

    /** A sum of terms, each of another variable, compared with a bound. */
    public record Constraint(String name, List<Term> terms, Relation relation, double bound) {
        public Constraint {
            terms = List.copyOf(terms);
        }
    }
}
