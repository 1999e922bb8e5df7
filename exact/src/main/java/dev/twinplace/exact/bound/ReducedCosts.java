package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * What a server costs a twin more than its cheapest one, at prices of servers: 0 for that one, otherwise what the bound of these
 * prices rises by if the twin goes there.
 *
 * <p>Good placements put most twins on servers of little reduced cost: the {@link #candidates}. A server whose reduced cost
 * closes the gap is out of the question: {@link #exclude}. Never changes, so that other threads may read it. O(M·R) time,
 * O(M·K + R) memory.
 */
public final class ReducedCosts {
    /** Relative to the price of a cell; more than the rounding errors of its four terms and of the difference. */
    private static final double ROUNDING = 0x1p-48;

    private final PlacementProblem problem;
    private final double[] demandPrice;
    private final double[] sizePrice;
    private final double[] rowPrice;
    /** Null without rows. */
    private final RowPrices rows;

    private final double bound;
    private final int perTwin;
    private final int[] candidate;
    private final double[] least;
    private final boolean charged;

    /**
     * Takes over prices, with the bound that they have themselves.
     *
     * @param prices as last evaluated
     * @param candidates at most so many for each twin
     */
    public ReducedCosts(PlacementProblem problem, ServerPriceSubgradient prices, int candidates) {
        this.problem = problem;
        demandPrice = prices.relaxation().demandPrices().clone();
        sizePrice = prices.relaxation().sizePrices().clone();
        rowPrice = prices.relaxation().rowPrices().clone();
        rows = RowPrices.of(problem, 0);
        bound = prices.relaxation().bound();
        charged = Arrays.stream(sizePrice).anyMatch(price -> price > 0);
        perTwin = Math.min(candidates, problem.servers());
        candidate = new int[problem.twins() * perTwin];
        least = new double[problem.twins()];
        double[] key = new double[perTwin];
        for (int m = 0; m < problem.twins(); m++) {
            sortCandidates(m, key);
        }
    }

    /** By insertion: the cheapest servers first; where a twin fits on fewer, these again. */
    private void sortCandidates(int twin, double[] key) {
        int row = twin * perTwin;
        int found = 0;
        for (int s = 0; s < problem.servers(); s++) {
            double price = problem.fits(twin, s) ? price(twin, s) : Double.POSITIVE_INFINITY;
            if (price == Double.POSITIVE_INFINITY || (found == perTwin && price >= key[found - 1])) {
                continue;
            }
            int at = found < perTwin ? found++ : found - 1;
            for (; at > 0 && key[at - 1] > price; at--) {
                key[at] = key[at - 1];
                candidate[row + at] = candidate[row + at - 1];
            }
            key[at] = price;
            candidate[row + at] = s;
        }
        least[twin] = found > 0 ? key[0] : 0;
        for (int k = Math.max(found, 1); k < perTwin; k++) {
            candidate[row + k] = candidate[row];
        }
    }

    private double price(int twin, int server) {
        double size = sizePrice[server] > 0 ? Math.sqrt(problem.weight(twin) * problem.work(twin)) : 0;
        double cost = problem.cost(twin, server);
        return (rows == null ? cost : rows.charged(cost, twin, server, rowPrice))
                + demandPrice[server] * problem.demand(twin, server)
                + sizePrice[server] * size;
    }

    /** How many candidates each twin has. */
    public int candidates() {
        return perTwin;
    }

    /** A cheap server of a twin, the cheapest at rank 0. */
    public int candidate(int twin, int rank) {
        return candidate[twin * perTwin + rank];
    }

    /** The reduced cost of a server that the twin fits on. */
    public double of(int twin, int server) {
        return price(twin, server) - least[twin];
    }

    /** w of a twin where servers charge for it, else 0. */
    public double size(int twin) {
        return charged ? Math.sqrt(problem.weight(twin) * problem.work(twin)) : 0;
    }

    /**
     * What a server adds to the difference between the cost of a placement and the bound, beside the reduced costs of its
     * twins: idle capacity at its price, and what contention is above its tangent. Not negative, up to rounding.
     *
     * @param product of the weight and the work on the server
     * @param sizes {@link #size} of its twins, added up
     */
    public double surplus(int server, double load, double product, double sizes) {
        double capacity = demandPrice[server] > 0 ? demandPrice[server] * (problem.loadLimit(server) - load) : 0;
        double kappa = problem.contention(server);
        double rho = sizePrice[server];
        double tangent = kappa > 0 ? rho * sizes - rho * rho / (4 * kappa) : 0;
        return Math.max(0, capacity) + Math.max(0, kappa * product - tangent);
    }

    /**
     * Adds to the surplus of each server what its rows leave idle, at their prices.
     *
     * @param serverOf a placement
     */
    public void addSurplusOfRows(int[] serverOf, double[] surplusOn) {
        if (rows == null) {
            return;
        }
        double[] load = new double[rowPrice.length];
        for (int m = 0; m < serverOf.length; m++) {
            rows.load(m, serverOf[m], load);
        }
        for (int cell = 0; cell < load.length; cell++) {
            if (rowPrice[cell] > 0) {
                surplusOn[cell % problem.servers()] += rowPrice[cell] * Math.max(0, rows.limit(cell) - load[cell]);
            }
        }
    }

    /**
     * Takes away the servers that no placement cheaper than a cutoff uses. O(M·R).
     *
     * @param cutoff finite
     */
    public void exclude(Domains domains, double cutoff) {
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                double price = price(m, s);
                double rounding = ROUNDING * (price + Math.abs(bound) + Math.abs(cutoff));
                if (domains.allows(m, s) && bound + (price - least[m]) - rounding >= cutoff) {
                    domains.forbid(m, s);
                }
            }
        }
    }
}
