package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/**
 * A server without contention: a 0-1 knapsack. The order is gain per demand, the relaxation Dantzig's (Operations Research 5,
 * 1957); the search is that of Horowitz and Sahni (Journal of the ACM 21, 1974). Without a capacity its first descent is
 * its last. {@link KnapsackCore} finishes a search of more than {@link #FIRST_STEPS} steps.
 */
final class KnapsackSubproblem extends DepthFirstSubproblem {
    /** Most searches need fewer steps; the others are finished by {@link KnapsackCore}, which needs more memory. */
    private static final int FIRST_STEPS = 50;

    /** Null until a search is long. */
    private KnapsackCore core;

    KnapsackSubproblem(PlacementProblem problem, ServerCosts costs) {
        super(problem, costs);
    }

    @Override
    public void load(int which, Domains domains, double[] price) {
        server = which;
        limit = problem.loadLimit(server);
        baseValue = 0;
        baseLoad = 0;
        count = 0;
        int row = server * twins;
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m)) {
                if (domains.onlyServer(m) == server) {
                    baseValue += costs.cost[row + m];
                    baseLoad += costs.demand[row + m];
                }
                continue;
            }
            double value = costs.cost[row + m] - price[m];
            if (value < 0 && domains.allows(m, server)) {
                add(m, value / costs.demand[row + m]);
            }
        }
        keepWhatFits();
        arrange(price);
    }

    @Override
    public double solve() {
        bestCount = 0;
        return baseLoad > limit
                ? Double.POSITIVE_INFINITY
                : search(NONE, baseValue, baseLoad, Double.POSITIVE_INFINITY);
    }

    @Override
    public double solveWithout(int excluded, double cutoff) {
        return search(excluded, baseValue, baseLoad, cutoff);
    }

    @Override
    public double solveWith(int included, double price, double cutoff) {
        int cell = server * twins + included;
        double load = baseLoad + costs.demand[cell];
        double value = baseValue + costs.cost[cell] - price;
        return load > limit ? Double.POSITIVE_INFINITY : search(included, value, load, cutoff);
    }

    private double search(int skipped, double value, double load, double cutoff) {
        valueAt[0] = value;
        loadAt[0] = load;
        bestCount = 0;
        double incumbent = cutoff;
        int depth = 0;
        int next = 0;
        if (relaxation(0, 0, skipped, Double.NEGATIVE_INFINITY) >= cutoff) {
            return cutoff;
        }
        for (int steps = 0; steps < FIRST_STEPS; steps++) {
            depth = descend(next, depth, skipped);
            if (valueAt[depth] < incumbent) {
                incumbent = valueAt[depth];
                keep(depth);
            }
            if (limit == Double.POSITIVE_INFINITY) {
                return incumbent;
            }
            do {
                if (depth == 0) {
                    return incumbent;
                }
                next = takenAt[depth--] + 1;
            } while (relaxation(next, depth, skipped, incumbent) >= incumbent);
        }
        core = core == null ? new KnapsackCore(gain, demand) : core;
        double least = core.solve(count, indexOf(skipped), value, load, limit, incumbent);
        if (core.found()) {
            bestCount = core.items(count, indexOf(skipped), best);
        }
        return least;
    }

    private int indexOf(int skipped) {
        for (int k = 0; k < count && skipped != NONE; k++) {
            if (twin[k] == skipped) {
                return k;
            }
        }
        return NONE;
    }

    /** Takes every twin that still fits; returns the depth. */
    private int descend(int from, int above, int skipped) {
        int depth = above;
        double value = valueAt[depth];
        double load = loadAt[depth];
        for (int k = from; k < count && load + leastDemand[k] <= limit; k++) {
            if (load + demand[k] <= limit && twin[k] != skipped) {
                value += gain[k];
                load += demand[k];
                depth++;
                valueAt[depth] = value;
                loadAt[depth] = load;
                takenAt[depth] = k;
            }
        }
        return depth;
    }

    /** The least that can follow if twins may be taken in part; or, once it is below {@code enough}, anything below that. */
    private double relaxation(int from, int depth, int skipped, double enough) {
        double value = valueAt[depth];
        double room = limit - loadAt[depth];
        for (int k = from; k < count && value >= enough; k++) {
            if (twin[k] == skipped) {
                continue;
            }
            if (demand[k] > room) {
                return value + gain[k] * room / demand[k];
            }
            room -= demand[k];
            value += gain[k];
        }
        return value;
    }
}
