package dev.twinplace.exact.cpsat;

import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/**
 * A capacity of one server, or a limit like one, in integers: Σ demand ≤ limit, demands and limit rounded down.
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

    /** The capacity of a server; empty if all twins that fit at all fit together. O(M). */
    static Optional<CapacityRow> of(PlacementProblem problem, int server) {
        double[] demand = new double[problem.twins()];
        for (int m = 0; m < demand.length; m++) {
            demand[m] = problem.fits(m, server) ? problem.demand(m, server) : 0;
        }
        return of(demand, problem.capacity(server), problem.loadLimit(server));
    }

    /**
     * A limit on a sum; empty if it cannot be exceeded. O(n).
     *
     * @param demand of each twin that may be there
     * @param sumLimit the largest floating-point sum that counts as within the limit
     */
    static Optional<CapacityRow> of(double[] demand, double limit, double sumLimit) {
        double sum = 0;
        boolean whole = true;
        for (double each : demand) {
            sum += each;
            whole &= CostScale.isInteger(each);
        }
        if (sum <= sumLimit) {
            return Optional.empty();
        }
        int finest = Math.min(MAX_EXPONENT, BITS - 1 - Math.getExponent(sum));
        int exponent = whole && finest >= 0 ? 0 : finest;
        long[] units = new long[demand.length];
        for (int m = 0; m < units.length; m++) {
            units[m] = floor(demand[m], exponent);
        }
        return Optional.of(new CapacityRow(units, floor(accepted(limit, sumLimit), exponent)));
    }

    /** The largest exact load that passes the checker: it forgives what the limit does, twice. */
    private static double accepted(double limit, double sumLimit) {
        double forgiven = sumLimit - limit;
        return forgiven > 0 ? Math.nextUp(sumLimit + forgiven) : sumLimit;
    }

    /** By the index in the array that it was made of. */
    long demand(int index) {
        return demand[index];
    }

    /** In the same unit as the demands. */
    long limit() {
        return limit;
    }

    private static long floor(double value, int exponent) {
        return (long) Math.floor(Math.scalb(value, exponent));
    }
}
