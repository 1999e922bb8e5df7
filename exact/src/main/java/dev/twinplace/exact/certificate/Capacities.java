package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.math.BigInteger;

/**
 * What counts as within capacity, derived again from demands and capacities; and loads, exactly.
 *
 * <p>Per server demands and limit are whole multiples of one power of two, its unit. They are also kept rounded down to
 * whole multiples of a larger one, so that sums fit into a long: what is within the limit is then within the rounded
 * limit, for a sum of numbers rounded down is at most the sum rounded down.
 */
final class Capacities {
    /** Sums of rounded demands have no more bits than this. */
    private static final int MAX_BITS = 61;

    private static final double EXACT = 0x1p53;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final PlacementProblem problem;
    private final double[] limit;
    /** 2<sup>-scale</sup> is the unit. */
    private final int[] scale;

    private final BigInteger[] exactLimit;
    /** How many bits rounding takes away; 0 if it changes nothing. */
    private final int[] shift;

    /** O(M·R). */
    Capacities(PlacementProblem problem) {
        int servers = problem.servers();
        this.problem = problem;
        limit = new double[servers];
        scale = new int[servers];
        exactLimit = new BigInteger[servers];
        shift = new int[servers];
        for (int s = 0; s < servers; s++) {
            limit[s] = limit(problem, s);
            if (isLimited(s)) {
                scale(s);
            }
        }
    }

    private void scale(int server) {
        int lowest = Rational.lowExponent(limit[server]);
        for (int m = 0; m < problem.twins(); m++) {
            if (fits(m, server)) {
                lowest = Math.min(lowest, Rational.lowExponent(problem.demand(m, server)));
            }
        }
        scale[server] = lowest == Rational.NO_EXPONENT ? 0 : -lowest;
        exactLimit[server] = Rational.scaled(limit[server], scale[server]);
        int twinBits = Integer.SIZE - Integer.numberOfLeadingZeros(problem.twins());
        shift[server] = Math.max(0, exactLimit[server].bitLength() + twinBits - MAX_BITS);
    }

    /** In double precision, in this order: the value of the result is what counts. */
    private static double limit(PlacementProblem problem, int server) {
        double capacity = problem.capacity(server);
        double largest = problem.demandTerms() == 1
                ? capacity
                : capacity + (problem.demandTerms() + 2) * UNIT_ROUNDOFF * capacity;
        int fitting = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        boolean whole = true;
        for (int m = 0; m < problem.twins(); m++) {
            double demand = problem.demand(m, server);
            if (demand > 0 && demand <= largest) {
                fitting++;
                sum += demand;
                least = Math.min(least, demand);
                whole &= demand == Math.rint(demand);
            }
        }
        if (capacity == Double.POSITIVE_INFINITY || (whole && sum < EXACT)) {
            return capacity;
        }
        double together = Math.min(fitting, Math.floor(capacity / least));
        return capacity + (together + problem.demandTerms() + 2) * UNIT_ROUNDOFF * capacity;
    }

    /** The largest load that counts as within capacity. */
    double limit(int server) {
        return limit[server];
    }

    boolean isLimited(int server) {
        return limit[server] != Double.POSITIVE_INFINITY;
    }

    /** Whether a twin is within the limit of a server that it has for itself. */
    boolean fits(int twin, int server) {
        return problem.demand(twin, server) <= limit[server];
    }

    /** The limit of a limited server in its unit. */
    BigInteger exactLimit(int server) {
        return exactLimit[server];
    }

    /** The demand of a twin that fits on a limited server, in the server's unit. */
    BigInteger exactDemand(int twin, int server) {
        return Rational.scaled(problem.demand(twin, server), scale[server]);
    }

    /** A load in the server's unit, rounded down. */
    long rounded(BigInteger load, int server) {
        return load.shiftRight(shift[server]).longValueExact();
    }

    /** Whether rounding changes nothing. */
    boolean isExact(int server) {
        return shift[server] == 0;
    }
}
