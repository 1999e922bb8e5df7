package dev.twinplace.api;

import dev.twinplace.problem.ReducedProblem;

/**
 * When a placement counts as optimal, given a lower bound: the one tolerance there is.
 *
 * <p>Both are measured as excess over the sum of each twin's cheapest server ({@link ReducedProblem}), which is what
 * decisions can change; an offset that all placements share plays no part.
 *
 * <ul>
 *   <li>Where all costs are whole numbers and nothing contends, the optimum is a whole number: bounds are rounded up, and
 *       only a bound equal to the cost proves it.
 *   <li>Elsewhere a placement is optimal if its excess exceeds the bound by at most {@value #RELATIVE} of itself.
 * </ul>
 */
public final class Optimality {
    /** The relative tolerance where costs are not whole numbers. */
    public static final double RELATIVE = 1e-9;

    /** Searches stop at half of the tolerance, so that the rounding of what they report cannot take the proof away. */
    private static final double SEARCHED = RELATIVE / 2;

    private final boolean whole;

    private Optimality(boolean whole) {
        this.whole = whole;
    }

    /** The rule for a problem. */
    public static Optimality of(ReducedProblem reduced) {
        return new Optimality(reduced.isWhole());
    }

    /** Whether this bound proves that no placement has a smaller excess than this, within the tolerance. */
    public boolean isProven(double excess, double lowerBound) {
        return excess - rounded(lowerBound) <= (whole ? 0 : RELATIVE * excess);
    }

    /**
     * Makes sure that a placement does not refute a bound.
     *
     * @throws IllegalStateException if the bound exceeds the excess by more than the tolerance: the solver is wrong
     */
    void requireConsistent(double excess, double lowerBound) {
        if (lowerBound > excess && !(lowerBound - excess <= RELATIVE * excess)) {
            throw new IllegalStateException(
                    "a placement of excess cost " + excess + " refutes the lower bound " + lowerBound);
        }
    }

    /** The bound, rounded up to the next excess that a placement can have. */
    public double rounded(double lowerBound) {
        return whole ? Math.ceil(lowerBound) : lowerBound;
    }

    /**
     * A lower bound of this or more says that nothing better than an incumbent follows.
     *
     * @param excess of the incumbent, finite
     */
    public double cutoff(double excess) {
        return whole ? Math.nextUp(excess - 1) : excess - SEARCHED * excess;
    }

    /** What is proven about an incumbent once nothing better exists. */
    public double provenBound(double excess) {
        return whole ? excess : excess - SEARCHED * excess;
    }
}
