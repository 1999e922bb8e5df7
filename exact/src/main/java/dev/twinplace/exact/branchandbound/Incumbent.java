package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.Optimality;
import dev.twinplace.problem.PlacementProblem;

/**
 * The best placement that one search knows, and what another must cost less than to be worth a search. Searches of one round
 * have one each, so that what they do does not depend on when the others find theirs.
 */
final class Incumbent {
    /** Beyond the largest cost there can be, by more than it was rounded by. */
    private static final double MARGIN = 1 + 1e-6;

    private final int[] placement;
    private final Optimality optimality;
    private final double beyondAnyCost;
    private double excess = Double.POSITIVE_INFINITY;

    /**
     * No placement yet.
     *
     * @param reduced whose costs are meant
     */
    Incumbent(PlacementProblem reduced, Optimality optimality) {
        placement = new int[reduced.twins()];
        this.optimality = optimality;
        double magnitude = reduced.costMagnitude();
        beyondAnyCost = magnitude > 0 ? magnitude * MARGIN : 1;
    }

    private Incumbent(Incumbent other) {
        placement = other.placement.clone();
        optimality = other.optimality;
        beyondAnyCost = other.beyondAnyCost;
        excess = other.excess;
    }

    Incumbent copy() {
        return new Incumbent(this);
    }

    /** Takes over a placement within all capacities whose excess is less. */
    void replace(int[] serverOf, double lessExcess) {
        System.arraycopy(serverOf, 0, placement, 0, placement.length);
        excess = lessExcess;
    }

    boolean exists() {
        return excess < Double.POSITIVE_INFINITY;
    }

    /** Infinite if there is none. */
    double excess() {
        return excess;
    }

    /** The placement itself, not a copy. */
    int[] placement() {
        return placement;
    }

    /**
     * A bound of this or more says that nothing better follows; without an incumbent, nothing at all, for it is beyond the
     * largest cost there can be.
     */
    double cutoff() {
        return exists() ? optimality.cutoff(excess) : beyondAnyCost;
    }
}
