package dev.twinplace.exact.enumeration;

import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.BooleanSupplier;

/**
 * Evaluates all placements that agree on the servers of the last few twins.
 *
 * <p>Twins 0 and 1 are swept over all pairs of servers; the twins between them and the prefix follow a reflected Gray code,
 * so that a step changes the load of two servers. For those two the prices of adding twin 0 or twin 1 are updated, and the
 * R² placements of the step are then sums of two prices, with a correction where both go to the same server.
 *
 * <p>Loads ({@link LoadGrid}) and costs ({@link ExcessGrid}) are sums of whole units and therefore exact. A placement whose
 * units do not rule out that it is as good as the best one known is evaluated by definition: its cost by
 * {@link CostEvaluator} without offsets, its loads and side constraints by {@link PlacementChecker}. Units alone decide nothing else.
 */
final class PrefixEnumeration {
    /** Twins 0 and 1. */
    static final int SWEPT = 2;

    private static final int STEPS_BETWEEN_CHECKS = 4096;
    private static final long PLACEMENTS_BETWEEN_CHECKS = 65_536;

    private final PlacementProblem problem;
    private final int servers;
    private final long sweepSize;
    private final LoadGrid loads;
    private final ExcessGrid grid;
    private final CostEvaluator excessOf;
    private final DoubleAccumulator leastExcess;
    private final double greatestExcess;

    private final int[] serverOf;
    private final ReflectedGrayCode code;
    private final double[] weightOn;
    private final double[] workOn;
    private final long[] loadOn;
    private final double[] sharedCost;
    private final SweptPrices prices;
    private final double[] priceOfFirst;
    private final double[] priceOfSecond;
    private final double[] priceOfBoth;
    private double costs;
    private int overloaded;
    private double threshold;

    private final int[] best;
    private double bestExcess;
    private long evaluated;

    /**
     * For problems of at least {@link #SWEPT} twins.
     *
     * @param prefix how many twins, from the last, are given by {@link #run}
     * @param loads of the problem
     * @param leastExcess of all placements evaluated so far, here and by others; a minimum, infinite at first
     */
    PrefixEnumeration(SolveContext context, int prefix, LoadGrid loads, DoubleAccumulator leastExcess) {
        this.loads = loads;
        this.leastExcess = leastExcess;
        problem = context.problem();
        grid = new ExcessGrid(context.reduced());
        excessOf = new CostEvaluator(context.reduced());
        greatestExcess = context.reduced().costMagnitude();
        servers = problem.servers();
        sweepSize = (long) servers * servers;
        serverOf = new int[problem.twins()];
        code = new ReflectedGrayCode(problem.twins() - SWEPT - prefix, servers);
        weightOn = new double[servers];
        workOn = new double[servers];
        loadOn = new long[servers];
        sharedCost = new double[servers];
        prices = new SweptPrices(grid, loads, servers);
        priceOfFirst = prices.first();
        priceOfSecond = prices.second();
        priceOfBoth = prices.both();
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
        long stepsBetweenChecks = Math.max(1, Math.min(STEPS_BETWEEN_CHECKS, PLACEMENTS_BETWEEN_CHECKS / sweepSize));
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
            if (step == stepsBetweenChecks) {
                step = 0;
                lowerThreshold();
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
        bestExcess = Double.POSITIVE_INFINITY;
        evaluated = 0;
        sumLoads();
        sumCosts();
        lowerThreshold();
    }

    private void sweep() {
        if (overloaded > 0) {
            return;
        }
        double limit = threshold;
        double rest = costs;
        for (int t = 0; t < servers; t++) {
            double withSecond = rest + priceOfSecond[t];
            for (int s = 0; s < servers; s++) {
                double cost = s == t ? rest + priceOfBoth[t] : withSecond + priceOfFirst[s];
                if (cost <= limit) {
                    serverOf[0] = s;
                    serverOf[1] = t;
                    evaluateByDefinition();
                    limit = threshold; // which has changed, perhaps together with the unit
                    rest = costs;
                    withSecond = rest + priceOfSecond[t];
                }
            }
        }
    }

    private void evaluateByDefinition() {
        double excess = excessOf.cost(serverOf);
        if (excess < bestExcess && PlacementChecker.isFeasible(problem, serverOf)) {
            bestExcess = excess;
            System.arraycopy(serverOf, 0, best, 0, best.length);
            leastExcess.accumulate(excess);
            lowerThreshold();
        }
    }

    /**
     * Placements above the least excess known are of no interest; of those equal to it the first is wanted, and this run's
     * first may be it, independent of what others have found.
     */
    private void lowerThreshold() {
        double least = Math.min(leastExcess.get(), greatestExcess);
        if (grid.isCoarseFor(least)) {
            grid.scaleTo(least);
            sumCosts();
        }
        threshold = Math.min(grid.atMost(least), grid.below(bestExcess));
    }

    private void moveTwin(int twin, int to) {
        int from = serverOf[twin];
        serverOf[twin] = to;
        costs += grid.cost(twin, to) - grid.cost(twin, from);
        addLoad(twin, from, -1);
        addLoad(twin, to, 1);
        updateServer(from);
        updateServer(to);
    }

    private void addLoad(int twin, int server, int sign) {
        weightOn[server] += sign * grid.weight(twin);
        workOn[server] += sign * grid.work(twin);
        overloaded -= isOverloaded(server) ? 1 : 0;
        loadOn[server] += sign * loads.demand(twin, server);
        overloaded += isOverloaded(server) ? 1 : 0;
    }

    private boolean isOverloaded(int server) {
        return loadOn[server] > loads.limit(server);
    }

    /** Brings the server's share of {@code costs}, and what the swept twins would pay there, up to date. */
    private void updateServer(int server) {
        double shared = grid.wholeContention(server, weightOn[server] * workOn[server]);
        costs += shared - sharedCost[server];
        sharedCost[server] = shared;
        prices.update(server, weightOn[server], workOn[server], loads.limit(server) - loadOn[server]);
    }

    private void sumLoads() {
        Arrays.fill(weightOn, 0);
        Arrays.fill(workOn, 0);
        Arrays.fill(loadOn, 0);
        overloaded = 0;
        for (int m = SWEPT; m < serverOf.length; m++) {
            addLoad(m, serverOf[m], 1);
        }
    }

    private void sumCosts() {
        prices.rescale();
        Arrays.fill(sharedCost, 0);
        costs = 0;
        for (int m = SWEPT; m < serverOf.length; m++) {
            costs += grid.cost(m, serverOf[m]);
        }
        for (int s = 0; s < servers; s++) {
            updateServer(s);
        }
    }

    /** The first of the cheapest placements of the last run; empty if none was feasible and as cheap as the least known. */
    Optional<int[]> best() {
        return bestExcess < Double.POSITIVE_INFINITY ? Optional.of(best.clone()) : Optional.empty();
    }

    /** Placements evaluated in the last run. */
    long evaluated() {
        return evaluated;
    }
}
