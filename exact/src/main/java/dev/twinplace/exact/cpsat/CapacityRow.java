package dev.twinplace.exact.cpsat;

import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/**
 * One server's capacity in integers: demands rounded down, Σ demand ≤ limit.
 *
 * <p>No placement within {@link PlacementProblem#loadLimit} is cut off: whole demands that sum to at most the limit do so
 * too, and the limit is given half of what the checker forgives. The other way round rounding lets through at most M units
 * of load; sums are below 2<sup>{@value #BITS}</sup> units, so with up to about a thousand twins that is within the other
 * half.
 */
final class CapacityRow {
    private static final int BITS = 60;
    private static final int LARGEST_EXPONENT = 1000;
    private static final double FORGIVEN = 0.5e-12;

    private final long[] demand;
    private final long limit;

    private CapacityRow(long[] demand, long limit) {
        this.demand = demand;
        this.limit = limit;
    }

    /** The row of a server; empty if all twins that fit at all fit together. O(M). */
    static Optional<CapacityRow> of(PlacementProblem problem, int server) {
        double sum = 0;
        boolean whole = true;
        for (int m = 0; m < problem.twins(); m++) {
            if (fits(problem, m, server)) {
                sum += problem.demand(m, server);
                whole &= CostScale.isInteger(problem.demand(m, server));
            }
        }
        double limit = problem.loadLimit(server) * (1 + FORGIVEN);
        if (sum <= problem.loadLimit(server)) {
            return Optional.empty();
        }
        int finest = Math.min(LARGEST_EXPONENT, BITS - 1 - Math.getExponent(sum));
        int exponent = whole && finest >= 0 ? 0 : finest;
        long[] demand = new long[problem.twins()];
        for (int m = 0; m < demand.length; m++) {
            demand[m] = floor(problem.demand(m, server), exponent);
        }
        return Optional.of(new CapacityRow(demand, floor(limit, exponent)));
    }

    /** Whether a twin could be on a server at all. */
    static boolean fits(PlacementProblem problem, int twin, int server) {
        return problem.demand(twin, server) <= problem.loadLimit(server);
    }

    /** Of a twin that fits. */
    long demand(int twin) {
        return demand[twin];
    }

    /** In the same unit as the demands. */
    long limit() {
        return limit;
    }

    private static long floor(double value, int exponent) {
        return (long) Math.floor(Math.scalb(value, exponent));
    }
}
