package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/**
 * A server with contention, with or without a capacity.
 *
 * <p>Let w = √(weight · work). By the inequality of Cauchy and Schwarz (Σ weight)·(Σ work) ≥ (Σ w)², for any split of X into a
 * part known and a part to come: √(A·B) + Σ w ≤ √((A + Σ weight)·(B + Σ work)). What follows hence costs at least Σ (cost −
 * price) + contention · (√(A·B) + Σ w)². As a function of fractions of the twins to come this is convex and its minimum takes
 * them in the order of gain per w, the last in part.
 *
 * <p>Limits of work are kept here, as capacities are.
 *
 * <p>A twin that would not pay for the contention it brings never will, no matter which twins follow: contention only grows.
 */
final class ContentionSubproblem extends DepthFirstSubproblem {
    /** Steps of a search; each is a descent to a set to which nothing can be added. After these the relaxation is the bound. */
    private static final int MAX_STEPS = 20_000;

    /** w. */
    private final double[] size;

    /** Null without limits of work. */
    private final WorkLimits limits;

    private double contention;
    private double baseWeight;
    private double baseWork;

    private final double[] weight;
    private final double[] work;
    private final double[] root;

    private final double[] weightAt;
    private final double[] workAt;

    ContentionSubproblem(PlacementProblem problem, ServerCosts costs) {
        super(problem, costs);
        limits = WorkLimits.of(problem);
        size = new double[twins];
        for (int m = 0; m < twins; m++) {
            size[m] = Math.sqrt(problem.weight(m) * problem.work(m));
        }
        weight = new double[twins];
        work = new double[twins];
        root = new double[twins];
        weightAt = new double[twins + 2];
        workAt = new double[twins + 2];
    }

    @Override
    public void load(int which, Domains domains, double[] price) {
        server = which;
        contention = problem.contention(server);
        limit = problem.loadLimit(server);
        loadDecided(domains);
        int row = server * twins;
        count = 0;
        for (int m = 0; m < twins; m++) {
            double value = costs.cost[row + m] - price[m];
            if (value < 0 && !domains.isDecided(m) && domains.allows(m, server) && isWorthALook(m, value)) {
                add(m, value / size[m]);
            }
        }
        arrange(price);
        for (int k = 0; k < count; k++) {
            int m = twin[k];
            weight[k] = problem.weight(m);
            work[k] = problem.work(m);
            root[k] = size[m];
        }
    }

    private void loadDecided(Domains domains) {
        double cost = 0;
        baseWeight = 0;
        baseWork = 0;
        baseLoad = 0;
        if (limits != null) {
            limits.load(server);
        }
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m) && domains.onlyServer(m) == server) {
                cost += costs.cost[server * twins + m];
                baseWeight += problem.weight(m);
                baseWork += problem.work(m);
                baseLoad += problem.demand(m, server);
                if (limits != null) {
                    limits.decide(m);
                }
            }
        }
        baseValue = cost + contention * baseWeight * baseWork;
    }

    private boolean isWorthALook(int m, double value) {
        double a = problem.weight(m);
        double b = problem.work(m);
        return value + contention * (a * baseWork + b * baseWeight + a * b) < 0
                && baseLoad + problem.demand(m, server) <= limit
                && isTolerated(baseWork + b, m);
    }

    private boolean isTolerated(double allWork, int oneMore) {
        return limits == null || limits.isTolerated(allWork, oneMore);
    }

    @Override
    public double solve() {
        bestCount = 0;
        if (baseLoad > limit || !isTolerated(baseWork, NONE)) {
            return Double.POSITIVE_INFINITY;
        }
        start(baseValue, baseWeight, baseWork, baseLoad, NONE);
        return search(NONE, Double.POSITIVE_INFINITY);
    }

    @Override
    public double solveWithout(int excluded, double cutoff) {
        start(baseValue, baseWeight, baseWork, baseLoad, NONE);
        return search(excluded, cutoff);
    }

    @Override
    public double solveWith(int included, double price, double cutoff) {
        double load = baseLoad + problem.demand(included, server);
        double a = problem.weight(included);
        double b = problem.work(included);
        if (load > limit || !isTolerated(baseWork + b, included)) {
            return Double.POSITIVE_INFINITY;
        }
        double value = baseValue
                + costs.cost[server * twins + included]
                - price
                + contention * (a * baseWork + b * baseWeight + a * b);
        start(value, baseWeight + a, baseWork + b, load, included);
        return search(included, cutoff);
    }

    private void start(double value, double weights, double works, double load, int oneMore) {
        if (limits != null) {
            limits.start(oneMore);
        }
        valueAt[0] = value;
        weightAt[0] = weights;
        workAt[0] = works;
        loadAt[0] = load;
    }

    private double search(int skipped, double cutoff) {
        double incumbent = cutoff;
        int depth = 0;
        int next = 0;
        bestCount = 0;
        double relaxed = relaxation(0, 0, skipped, Double.NEGATIVE_INFINITY);
        if (relaxed >= cutoff) {
            return cutoff;
        }
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            for (; next < count && loadAt[depth] + leastDemand[next] <= limit; next++) {
                if (isWorthTaking(next, depth) && twin[next] != skipped) {
                    take(next, depth++);
                }
            }
            if (valueAt[depth] < incumbent) {
                incumbent = valueAt[depth];
                keep(depth);
            }
            do {
                if (depth == 0) {
                    return incumbent;
                }
                next = takenAt[depth--] + 1;
            } while (relaxation(next, depth, skipped, incumbent) >= incumbent);
        }
        return Math.min(incumbent, relaxed);
    }

    private boolean isWorthTaking(int k, int depth) {
        return loadAt[depth] + demand[k] <= limit
                && gain[k] + contentionOf(k, depth) < 0
                && (limits == null || limits.allows(twin[k], workAt[depth] + work[k], depth));
    }

    private double contentionOf(int k, int depth) {
        return contention * (weight[k] * workAt[depth] + work[k] * weightAt[depth] + weight[k] * work[k]);
    }

    private void take(int k, int depth) {
        valueAt[depth + 1] = valueAt[depth] + gain[k] + contentionOf(k, depth);
        weightAt[depth + 1] = weightAt[depth] + weight[k];
        workAt[depth + 1] = workAt[depth] + work[k];
        loadAt[depth + 1] = loadAt[depth] + demand[k];
        takenAt[depth + 1] = k;
        if (limits != null) {
            limits.take(twin[k], depth);
        }
    }

    /** The least that can follow if twins may be taken in part; or, once it is below {@code enough}, anything below that. */
    private double relaxation(int from, int depth, int skipped, double enough) {
        double value = valueAt[depth];
        double taken = Math.sqrt(weightAt[depth] * workAt[depth]);
        for (int k = from; k < count && value >= enough; k++) {
            if (twin[k] == skipped) {
                continue;
            }
            double slope = gain[k] + 2 * contention * taken * root[k];
            if (slope >= 0) {
                return value;
            }
            double curvature = contention * root[k] * root[k];
            if (-slope < 2 * curvature) {
                return value - slope * slope / (4 * curvature);
            }
            value += slope + curvature;
            taken += root[k];
        }
        return value;
    }
}
