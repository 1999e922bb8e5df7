package dev.twinplace.exact.branchandbound;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;

/** The best placement known, and what another must cost less than to be worth a search. */
final class Incumbent {
    /** Half of what an optimal cost may exceed its bound by: subtrees that promise less are not worth a look. */
    private static final double NEGLIGIBLE = 0.5e-9;

    /** No bound is wrong by more than this, relative to the largest cost there could be. */
    private static final double ROUNDING = 1e-6;

    private final int[] placement;
    private final double granularity;
    private final double beyondAnyCost;
    private double cost = Double.POSITIVE_INFINITY;

    Incumbent(PlacementProblem problem) {
        placement = new int[problem.twins()];
        granularity = CostGranularity.of(problem);
        double magnitude = problem.costMagnitude();
        beyondAnyCost = magnitude > 0 ? magnitude * (1 + ROUNDING) : Double.POSITIVE_INFINITY;
    }

    private Incumbent(Incumbent other) {
        placement = other.placement.clone();
        granularity = other.granularity;
        beyondAnyCost = other.beyondAnyCost;
        cost = other.cost;
    }

    Incumbent copy() {
        return new Incumbent(this);
    }

    /** Takes over a complete, feasible placement if it is better. */
    boolean offer(IncrementalCost candidate) {
        if (candidate.cost() < cost) {
            cost = candidate.cost();
            candidate.copyTo(placement);
            return true;
        }
        return false;
    }

    /** Takes over another incumbent if it is better. */
    boolean offer(Incumbent other) {
        if (other.cost < cost) {
            cost = other.cost;
            System.arraycopy(other.placement, 0, placement, 0, placement.length);
            return true;
        }
        return false;
    }

    boolean exists() {
        return cost < Double.POSITIVE_INFINITY;
    }

    double cost() {
        return cost;
    }

    /** The placement itself, not a copy. */
    int[] placement() {
        return placement;
    }

    /**
     * A bound of this or more says that nothing better follows: costs are multiples of the granularity, so that the next
     * better cost is that much less. Without an incumbent, nothing at all follows beyond the largest cost there could be.
     */
    double cutoff() {
        if (!exists()) {
            return beyondAnyCost;
        }
        double slack = NEGLIGIBLE * Math.abs(cost);
        return cost - Math.max(slack, granularity - slack);
    }

    /** A cost for bounds to climb to. */
    double target() {
        double cutoff = cutoff();
        return cutoff < Double.POSITIVE_INFINITY ? cutoff : 1;
    }

    /** What is proven once no better placement exists. */
    double provenBound() {
        return cost - NEGLIGIBLE * Math.abs(cost);
    }
}
