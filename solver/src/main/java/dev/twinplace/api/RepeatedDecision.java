package dev.twinplace.api;

import dev.twinplace.model.Scenario;

/**
 * One decision after another of one size, in memory that is made once. Each is of what a {@link
 * dev.twinplace.problem.ProblemView} holds at that time. Belongs to one thread.
 *
 * <p>It may keep what helps the next decision, such as prices; an answer must not be worse for it.
 */
public interface RepeatedDecision {
    /**
     * Decides.
     *
     * @param meter of this decision
     * @param seed for solvers that draw
     * @return whether a placement within all capacities was found
     * @throws UnsupportedProblemException if it takes a scenario, or a problem of another kind
     */
    boolean decide(BudgetMeter meter, long seed);

    /** As above, for a problem that was compiled from a scenario: for solvers that see more than costs. */
    default boolean decide(Scenario scenario, BudgetMeter meter, long seed) {
        return decide(meter, seed);
    }

    /** The server of each twin, after a placement was found. The array itself, overwritten by the next decision. */
    int[] placement();

    /** A lower bound on the cost of every placement; negative infinity if nothing is proven. */
    default double lowerBound() {
        return Double.NEGATIVE_INFINITY;
    }
}
