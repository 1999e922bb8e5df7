package dev.twinplace.exact.enumeration;

import dev.twinplace.problem.PlacementProblem;

/**
 * Demands and limits of load as multiples of a power of two, one for each server, so that loads are sums of {@code long}
 * values: exact, and the same after any number of additions and subtractions.
 *
 * <p>The unit of a server is as small as keeps the sum of all demands that fit on it below 2<sup>61</sup> units. Demands and
 * {@link PlacementProblem#loadLimit} are rounded down to it. Every load within the limit is within the rounded limit; where
 * the demands are whole units, as whole numbers and dyadic fractions are, the reverse holds as well. Elsewhere a load within
 * the rounded limit may exceed the true one by less than a unit for each twin, and the placement is left to the checker.
 */
final class LoadGrid {
    private static final int MAX_EXPONENT = 60;

    private final int servers;
    private final long[] demand;
    private final long[] limit;

    /** O(M·R). */
    LoadGrid(PlacementProblem problem) {
        servers = problem.servers();
        demand = new long[problem.twins() * servers];
        limit = new long[servers];
        for (int s = 0; s < servers; s++) {
            round(problem, s);
        }
    }

    private void round(PlacementProblem problem, int server) {
        double sum = 0;
        for (int m = 0; m < problem.twins(); m++) {
            sum += problem.fits(m, server) ? problem.demand(m, server) : 0;
        }
        if (sum <= problem.capacity(server) / 2) { // half: rounding of the sum plays no part
            limit[server] = Long.MAX_VALUE >> 1;
            return; // never full: all demands stay 0
        }
        int exponent = MAX_EXPONENT - Math.getExponent(sum);
        for (int m = 0; m < problem.twins(); m++) {
            demand[m * servers + server] = problem.fits(m, server) ? units(problem.demand(m, server), exponent) : 0;
        }
        limit[server] = units(problem.loadLimit(server), exponent);
    }

    private static long units(double value, int exponent) {
        return (long) Math.floor(Math.scalb(value, exponent));
    }

    /** In units of the server; 0 for a twin that does not fit on it. */
    long demand(int twin, int server) {
        return demand[twin * servers + server];
    }

    /** In units of the server. */
    long limit(int server) {
        return limit[server];
    }
}
