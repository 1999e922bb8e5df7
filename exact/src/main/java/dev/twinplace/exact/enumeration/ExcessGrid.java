package dev.twinplace.exact.enumeration;

import dev.twinplace.problem.PlacementProblem;

/**
 * A lower bound on the excess cost of every placement that is exact to add up: whole numbers of a unit, a power of two,
 * that stay below 2<sup>53</sup> in {@code double}.
 *
 * <p>Costs, weights and work are rounded down to their units, contention is rounded down in the units of cost, after
 * allowance for the rounding of its factors. So the terms of a placement, added and subtracted in any order,
 * give the same number, which is never more than the true excess.
 *
 * <p>The unit follows the least excess known: terms above it are cut off at {@link #saturated}, which no placement worth a
 * look can contain. What costs of other placements are, however large, takes no precision from these sums.
 *
 * <p>Belongs to one thread.
 */
final class ExcessGrid {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** Takes more than the six roundings of a contention term off its factor. */
    private static final double CONTENTION_ROUNDED_DOWN = 1 - 0x1p-49;

    /** So that no product of a factor with a weight and a work, below 2<sup>53</sup> each, overflows. */
    private static final double MAX_FACTOR = 0x1p900;

    /** A finer unit is worth computing once the least excess has fallen to 2<sup>-8</sup> of what the unit was made for. */
    private static final int BITS_TO_LOSE = 8;

    private final PlacementProblem reduced;
    private final int servers;
    private final int bits;
    private final double slack;
    private final double saturated;
    private final double[] weight;
    private final double[] work;
    private final int productExponent;
    private final double[] cost;
    private final double[] factor;
    private int exponent;
    private boolean exact;

    /**
     * For excesses up to the greatest there are. O(M·R).
     *
     * @param reduced without the offsets of its twins
     */
    ExcessGrid(PlacementProblem reduced) {
        this.reduced = reduced;
        servers = reduced.servers();
        int terms = reduced.twins() + servers + 4;
        bits = 52 - (Integer.SIZE - Integer.numberOfLeadingZeros(terms - 1));
        saturated = Math.scalb(1.0, bits + 1);
        slack = 16.0 * terms * UNIT_ROUNDOFF;
        weight = new double[reduced.twins()];
        work = new double[reduced.twins()];
        double weights = 0;
        double works = 0;
        for (int m = 0; m < weight.length; m++) {
            weights += reduced.weight(m);
            works += reduced.work(m);
        }
        int weightExponent = 51 - Math.getExponent(weights);
        int workExponent = 51 - Math.getExponent(works);
        for (int m = 0; m < weight.length; m++) {
            weight[m] = Math.floor(Math.scalb(reduced.weight(m), weightExponent));
            work[m] = Math.floor(Math.scalb(reduced.work(m), workExponent));
        }
        productExponent = weightExponent + workExponent;
        cost = new double[reduced.twins() * servers];
        factor = new double[servers];
        scaleTo(reduced.costMagnitude());
    }

    /** Whether {@link #scaleTo} would make the unit much smaller. */
    boolean isCoarseFor(double excess) {
        return bits - 1 - exponentOf(excess) >= exponent + BITS_TO_LOSE;
    }

    /** Makes the unit such that placements up to this excess are told apart as well as can be. O(M·R). */
    void scaleTo(double excess) {
        exponent = bits - 1 - exponentOf(excess);
        exact = !reduced.hasContention();
        for (int m = 0; m < weight.length; m++) {
            for (int s = 0; s < servers; s++) {
                cost[m * servers + s] = reduced.fits(m, s) ? units(reduced.cost(m, s)) : saturated;
            }
        }
        for (int s = 0; s < servers; s++) {
            double scaled = Math.scalb(reduced.contention(s), exponent - productExponent);
            factor[s] = Math.min(scaled * CONTENTION_ROUNDED_DOWN, MAX_FACTOR);
        }
    }

    /** The binary exponent; that of the least normal number for what is smaller, 0 included. */
    private static int exponentOf(double excess) {
        return Math.max(Math.getExponent(excess), Double.MIN_EXPONENT);
    }

    private double units(double value) {
        double scaled = Math.scalb(value, exponent);
        double whole = Math.floor(scaled);
        exact &= scaled == whole || whole >= saturated;
        return cutOff(whole);
    }

    private double cutOff(double units) {
        return units < saturated ? units : saturated;
    }

    /** Of a twin on a server, in units; {@link #saturated} if it does not fit. */
    double cost(int twin, int server) {
        return cost[twin * servers + server];
    }

    /** In units of weight. */
    double weight(int twin) {
        return weight[twin];
    }

    /** In units of work. */
    double work(int twin) {
        return work[twin];
    }

    /** What a product of weights and work costs on a server, in units of cost, not rounded to whole ones. */
    double contention(int server, double product) {
        return factor[server] * product;
    }

    /** The same in whole units, for running sums. */
    double wholeContention(int server, double product) {
        return cutOff(Math.floor(factor[server] * product));
    }

    /** The most units that a placement of at most this excess can have. */
    double atMost(double excess) {
        double scaled = Math.scalb(excess, exponent);
        return exact ? Math.floor(scaled) : Math.floor(scaled + slack * scaled) + 1;
    }

    /** The most units that a placement of less than this excess can have; negative if there is none. */
    double below(double excess) {
        if (excess == 0) {
            return -1;
        }
        return exact ? Math.ceil(Math.scalb(excess, exponent)) - 1 : atMost(excess);
    }
}
