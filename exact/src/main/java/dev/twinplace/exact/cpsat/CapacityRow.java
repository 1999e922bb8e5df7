package dev.twinplace.exact.cpsat;

import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/**
 * One server's capacity in integers: Σ demand ≤ limit, demands and limit rounded down.
 *
 * <p>Where demands are whole and their sums exact, the row is the capacity itself. Elsewhere it is a relaxation: the limit is what
 * {@link dev.twinplace.cost.PlacementChecker} accepts, and whole numbers that are at most some demands sum to at most a whole limit
 * if those sum to at most the limit. So no placement that the checker accepts is cut off, and a model without solution proves that
 * there is none. Rounding lets pass at most one unit a twin more than the limit; the checker then rejects the placement.
 */
final class CapacityRow {
    private static final int BITS = 60;
    private static final int MAX_EXPONENT = 1000;

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
            if (problem.fits(m, server)) {
                sum += problem.demand(m, server);
                whole &= CostScale.isInteger(problem.demand(m, server));
            }
        }
        if (sum <= problem.loadLimit(server)) {
            return Optional.empty();
        }
        int finest = Math.min(MAX_EXPONENT, BITS - 1 - Math.getExponent(sum));
        int exponent = whole && finest >= 0 ? 0 : finest;
        long[] demand = new long[problem.twins()];
        for (int m = 0; m < demand.length; m++) {
            demand[m] = floor(problem.demand(m, server), exponent);
        }
        return Optional.of(new CapacityRow(demand, floor(accepted(problem, server), exponent)));
    }

    /** The largest exact load that passes the checker: it forgives what the limit does, twice. */
    private static double accepted(PlacementProblem problem, int server) {
        double limit = problem.loadLimit(server);
        double forgiven = limit - problem.capacity(server);
        return forgiven > 0 ? Math.nextUp(limit + forgiven) : limit;
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
