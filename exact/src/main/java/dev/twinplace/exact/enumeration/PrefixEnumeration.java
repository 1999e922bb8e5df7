package dev.twinplace.exact.enumeration;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Evaluates all placements that agree on the servers of the last few twins.
 *
 * <p>Twins 0 and 1 are swept over all pairs of servers; the twins between them and the prefix follow a reflected Gray code,
 * so that a step changes the load of two servers. For those two the prices of adding twin 0 or twin 1 are updated, and the
 * R² placements of the step are then sums of two prices, with a correction where both go to the same server. Running sums
 * are summed anew every {@value #STEPS_BETWEEN_SUMS} steps, sooner where there are many servers.
 */
final class PrefixEnumeration {
    /** Twins 0 and 1. */
    static final int SWEPT = 2;

    private static final int STEPS_BETWEEN_SUMS = 4096;
    private static final long PLACEMENTS_BETWEEN_SUMS = 65_536;

    private final PlacementProblem problem;
    private final int servers;
    private final long sweepSize;
    private final int[] serverOf;
    private final ReflectedGrayCode code;
    private final double[] weightOn;
    private final double[] workOn;
    private final double[] loadOn;
    private final double[] sharedCost;
    private final double[] priceOfFirst;
    private final double[] priceOfSecond;
    private final double[] priceOfBoth;
    private double costs;
    private int overloaded;

    private final int[] best;
    private double bestCost;
    private long evaluated;

    /**
     * For problems of at least {@link #SWEPT} twins.
     *
     * @param prefix how many twins, from the last, are given by {@link #run}
     */
    PrefixEnumeration(PlacementProblem problem, int prefix) {
        this.problem = problem;
        servers = problem.servers();
        sweepSize = (long) servers * servers;
        serverOf = new int[problem.twins()];
        code = new ReflectedGrayCode(problem.twins() - SWEPT - prefix, servers);
        weightOn = new double[servers];
        workOn = new double[servers];
        loadOn = new double[servers];
        sharedCost = new double[servers];
        priceOfFirst = new double[servers];
        priceOfSecond = new double[servers];
        priceOfBoth = new double[servers];
        best = new int[problem.twins()];
    }

    /**
     * Enumerates one prefix.
     *
     * @param index in [0, R^prefix): its digits in radix R are the servers of the last twins
     * @param limit stop after this many placements, rounded up to a whole sweep
     * @param stop asked now and then whether to stop early
     * @return whether all placements of the prefix were evaluated
     */
    boolean run(long index, long limit, BooleanSupplier stop) {
        start(index);
        long stepsBetweenSums = Math.max(1, Math.min(STEPS_BETWEEN_SUMS, PLACEMENTS_BETWEEN_SUMS / sweepSize));
        for (int step = 1; ; step++) {
            sweep();
            evaluated += sweepSize;
            int changed = code.advance();
            if (changed < 0) {
                return true;
            }
            if (evaluated >= limit) {
                return false;
            }
            moveTwin(changed + SWEPT, code.digit(changed));
            if (step == stepsBetweenSums) {
                step = 0;
                sumAnew();
                if (stop.getAsBoolean()) {
                    return false;
                }
            }
        }
    }

    private void start(long index) {
        code.restart();
        Arrays.fill(serverOf, 0);
        long rest = index;
        for (int m = serverOf.length - 1; rest > 0; m--) {
            serverOf[m] = (int) (rest % servers);
            rest /= servers;
        }
        bestCost = Double.POSITIVE_INFINITY;
        evaluated = 0;
        sumAnew();
    }

    private void sweep() {
        if (overloaded > 0) {
            return;
        }
        for (int t = 0; t < servers; t++) {
            double withSecond = costs + priceOfSecond[t];
            for (int s = 0; s < servers; s++) {
                double cost = s == t ? costs + priceOfBoth[t] : withSecond + priceOfFirst[s];
                if (cost < bestCost) {
                    bestCost = cost;
                    serverOf[0] = s;
                    serverOf[1] = t;
                    System.arraycopy(serverOf, 0, best, 0, best.length);
                }
            }
        }
    }

    private void moveTwin(int twin, int to) {
        int from = serverOf[twin];
        serverOf[twin] = to;
        costs += problem.cost(twin, to) - problem.cost(twin, from);
        addLoad(twin, from, -1);
        addLoad(twin, to, 1);
        updateServer(from);
        updateServer(to);
    }

    private void addLoad(int twin, int server, int sign) {
        weightOn[server] += sign * problem.weight(twin);
        workOn[server] += sign * problem.work(twin);
        overloaded -= isOverloaded(server) ? 1 : 0;
        loadOn[server] += sign * problem.demand(twin, server);
        overloaded += isOverloaded(server) ? 1 : 0;
    }

    private boolean isOverloaded(int server) {
        return loadOn[server] > problem.loadLimit(server);
    }

    /** Brings the server's share of {@code costs}, and what the swept twins would pay there, up to date. */
    private void updateServer(int server) {
        double shared = problem.contention(server) * weightOn[server] * workOn[server];
        costs += shared - sharedCost[server];
        sharedCost[server] = shared;
        double a0 = problem.weight(0);
        double b0 = problem.work(0);
        double d0 = problem.demand(0, server);
        double a1 = problem.weight(1);
        double b1 = problem.work(1);
        double d1 = problem.demand(1, server);
        double cost0 = problem.cost(0, server);
        double cost1 = problem.cost(1, server);
        priceOfFirst[server] = price(server, cost0, a0, b0, d0);
        priceOfSecond[server] = price(server, cost1, a1, b1, d1);
        priceOfBoth[server] = price(server, cost0 + cost1, a0 + a1, b0 + b1, d0 + d1);
    }

    /** Of adding one or two twins of this cost, weight, work and demand in all; infinite if they do not fit. */
    private double price(int server, double cost, double weight, double work, double demand) {
        return loadOn[server] + demand <= problem.loadLimit(server)
                ? cost
                        + problem.contention(server)
                                * (weight * workOn[server] + work * weightOn[server] + weight * work)
                : Double.POSITIVE_INFINITY;
    }

    private void sumAnew() {
        Arrays.fill(weightOn, 0);
        Arrays.fill(workOn, 0);
        Arrays.fill(loadOn, 0);
        Arrays.fill(sharedCost, 0);
        costs = 0;
        overloaded = 0;
        for (int m = SWEPT; m < serverOf.length; m++) {
            costs += problem.cost(m, serverOf[m]);
            addLoad(m, serverOf[m], 1);
        }
        for (int s = 0; s < servers; s++) {
            updateServer(s);
        }
    }

    /** Cost of {@link #best} up to rounding; infinite if no placement so far was feasible. */
    double bestCost() {
        return bestCost;
    }

    int[] best() {
        return best;
    }

    /** Placements evaluated in the last run. */
    long evaluated() {
        return evaluated;
    }
}
