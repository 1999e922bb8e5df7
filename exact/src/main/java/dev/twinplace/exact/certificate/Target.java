package dev.twinplace.exact.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What the excess of all placements below a node must reach, so that the node need not be looked into. */
final class Target {
    private final ExactProblem problem;
    /** Null where it is claimed that there is no placement at all. */
    private final BigDecimal excess;

    /**
     * The target for a bound.
     *
     * @param bound claimed for the cost of every placement; null for the claim that there is no placement
     */
    Target(ExactProblem problem, BigDecimal bound) {
        this.problem = problem;
        this.excess = bound == null ? null : bound.subtract(problem.offset());
    }

    /**
     * The least lower bound that will do, in the problem's unit divided by 2<sup>shift</sup>, of which lower bounds are
     * whole multiples. Where there is no placement it is one more than what a placement could cost. Where costs are whole
     * numbers it is one more than the whole number before: a lower bound may then be rounded up.
     */
    BigInteger units(int shift) {
        int scale = problem.scale + shift;
        if (excess == null) {
            return problem.maxExcess().shiftLeft(shift).add(BigInteger.ONE);
        }
        if (problem.isWhole()) {
            BigInteger before = Rational.ceiling(excess, 0).subtract(BigInteger.ONE);
            return before.shiftLeft(scale).add(BigInteger.ONE);
        }
        return Rational.ceiling(excess, scale);
    }

    /** Whether a placement of this excess, in units of the problem, does not contradict the claim. */
    boolean isReachedBy(BigInteger placement) {
        return excess != null && problem.value(placement).compareTo(excess) >= 0;
    }
}
