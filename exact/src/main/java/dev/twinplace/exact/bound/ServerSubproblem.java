package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;

/**
 * Which twins one server would take if each paid a price for it:
 *
 * <pre>
 * minimise   Σ_{m in X} (cost[m] − price[m])  +  contention · (Σ_{m in X} weight[m]) · (Σ_{m in X} work[m])
 * subject to Σ_{m in X} demand[m] ≤ load limit
 * </pre>
 *
 * <p>Decided twins are in X in any case and pay nothing. Solved by depth-first search that takes a twin before it leaves it
 * out, in the order of what a twin gains per unit of what is scarce, and stops where a continuous relaxation says that
 * nothing better follows:
 *
 * <ul>
 *   <li>without contention it is a 0-1 knapsack; the order is gain per demand, the relaxation Dantzig's (Operations Research
 *       5, 1957; the search is that of Horowitz and Sahni, Journal of the ACM 21, 1974);
 *   <li>with contention, let w = √(weight · work). By the inequality of Cauchy and Schwarz (Σ weight)·(Σ work) ≥ (Σ w)², for
 *       any split of X into a part known and a part to come: √(A·B) + Σ w ≤ √((A + Σ weight)·(B + Σ work)). What follows
 *       hence costs at least Σ (cost − price) + contention · (√(A·B) + Σ w)². As a function of fractions of the twins to come
 *       this is convex and its minimum takes them in the order of gain per w, the last in part.
 * </ul>
 *
 * <p>A twin that would not pay for the contention it brings never will, no matter which twins follow: contention only grows. A
 * search that takes too many steps ends with the value of the relaxation, which is a valid bound. Allocates nothing after
 * construction; belongs to one thread.
 */
final class ServerSubproblem {
    private static final int MOST_STEPS = 20_000;
    private static final int NONE = -1;

    private final PlacementProblem problem;
    private final int twins;
    private final double[] size;
    /** Costs again, server by server, for {@link #load} goes through all twins of one. */
    private final double[] costOn;

    private double contention;
    private double limit;
    private boolean coupled;

    private int count;
    private final int[] order;
    private final double[] key;
    private final int[] unsorted;
    private final int[] twin;
    private final double[] gain;
    private final double[] weight;
    private final double[] work;
    private final double[] root;
    private final double[] demand;
    /** Of the twins from here on. */
    private final double[] leastDemand;

    /** What is taken at a depth of the search, depth 0 being the decided twins. */
    private final double[] valueAt;

    private final double[] weightAt;
    private final double[] workAt;
    private final double[] loadAt;
    private final int[] takenAt;
    private final int[] best;
    private int bestCount;

    private double baseValue;
    private double baseWeight;
    private double baseWork;
    private double baseLoad;

    ServerSubproblem(PlacementProblem problem) {
        this.problem = problem;
        twins = problem.twins();
        size = new double[twins];
        costOn = new double[twins * problem.servers()];
        for (int m = 0; m < twins; m++) {
            size[m] = Math.sqrt(problem.weight(m) * problem.work(m));
            for (int s = 0; s < problem.servers(); s++) {
                costOn[s * twins + m] = problem.cost(m, s);
            }
        }
        order = new int[twins];
        key = new double[twins];
        unsorted = new int[twins];
        twin = new int[twins];
        gain = new double[twins];
        weight = new double[twins];
        work = new double[twins];
        root = new double[twins];
        demand = new double[twins];
        leastDemand = new double[twins];
        valueAt = new double[twins + 2];
        weightAt = new double[twins + 2];
        workAt = new double[twins + 2];
        loadAt = new double[twins + 2];
        takenAt = new int[twins + 2];
        best = new int[twins];
    }

    /** Looks at a server, at these prices of the twins. O(M + n·log n) for n twins worth a look. */
    void load(int server, Domains domains, double[] price) {
        contention = problem.contention(server);
        limit = problem.loadLimit(server);
        coupled = contention > 0 || limit != Double.POSITIVE_INFINITY;
        loadDecided(server, domains);
        int row = server * twins;
        int found = 0;
        for (int m = 0; m < twins; m++) {
            double value = costOn[row + m] - price[m];
            if (value >= 0 || domains.isDecided(m) || !domains.allows(m, server)) {
                continue;
            }
            double a = problem.weight(m);
            double b = problem.work(m);
            boolean pays = value + contention * (a * baseWork + b * baseWeight + a * b) < 0;
            if (pays && baseLoad + problem.demand(m, server) <= limit) {
                unsorted[found] = m;
                order[found] = found;
                double scarce = contention > 0 ? size[m] : problem.demand(m, server);
                key[found++] = value / scarce;
            }
        }
        count = found;
        DoubleArrays.quickSortIndirect(order, key, 0, count);
        for (int k = 0; k < count; k++) {
            int m = unsorted[order[k]];
            twin[k] = m;
            gain[k] = costOn[row + m] - price[m];
            weight[k] = problem.weight(m);
            work[k] = problem.work(m);
            root[k] = size[m];
            demand[k] = problem.demand(m, server);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = count - 1; k >= 0; k--) {
            least = Math.min(least, demand[k]);
            leastDemand[k] = least;
        }
    }

    private void loadDecided(int server, Domains domains) {
        double cost = 0;
        baseWeight = 0;
        baseWork = 0;
        baseLoad = 0;
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m) && domains.onlyServer(m) == server) {
                cost += problem.cost(m, server);
                baseWeight += problem.weight(m);
                baseWork += problem.work(m);
                baseLoad += problem.demand(m, server);
            }
        }
        baseValue = cost + contention * baseWeight * baseWork;
    }

    /** A lower bound of the least value, and that value itself unless the search was cut short; infinite if overloaded. */
    double solve() {
        if (baseLoad > limit) {
            bestCount = 0;
            return Double.POSITIVE_INFINITY;
        }
        start(baseValue, baseWeight, baseWork, baseLoad);
        return search(NONE, Double.POSITIVE_INFINITY);
    }

    /** As {@link #solve}, without a twin. What is at least {@code cutoff} may be returned as that. */
    double solveWithout(int excluded, double cutoff) {
        start(baseValue, baseWeight, baseWork, baseLoad);
        return search(excluded, cutoff);
    }

    /** As {@link #solve}, with a twin. What is at least {@code cutoff} may be returned as that. */
    double solveWith(int included, int server, double price, double cutoff) {
        double load = baseLoad + problem.demand(included, server);
        if (load > limit) {
            return Double.POSITIVE_INFINITY;
        }
        double a = problem.weight(included);
        double b = problem.work(included);
        double value = baseValue
                + problem.cost(included, server)
                - price
                + contention * (a * baseWork + b * baseWeight + a * b);
        start(value, baseWeight + a, baseWork + b, load);
        return search(included, cutoff);
    }

    /**
     * The value of the decided twins alone. With the absolute prices of the undecided ones it is what the numbers of this
     * server add up to: the rounding error of a value is at most (8 M + 32) · 2<sup>-53</sup> times that. Gains are
     * differences of a cost and a larger price; contention that a search takes on is less than the gains it is weighed
     * against.
     */
    double decidedValue() {
        return baseValue;
    }

    /** How many twins the last {@link #solve} took, not counting decided ones. */
    int taken() {
        return bestCount;
    }

    /** One of the twins that the last {@link #solve} took. */
    int taken(int index) {
        return twin[best[index]];
    }

    private void start(double value, double weights, double works, double load) {
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
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            for (; next < count && loadAt[depth] + leastDemand[next] <= limit; next++) {
                if (isWorthTaking(next, depth) && twin[next] != skipped) {
                    take(next, depth++);
                }
            }
            if (valueAt[depth] < incumbent) {
                incumbent = valueAt[depth];
                bestCount = depth;
                System.arraycopy(takenAt, 1, best, 0, depth);
            }
            if (!coupled) {
                return incumbent;
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
        return loadAt[depth] + demand[k] <= limit && gain[k] + contentionOf(k, depth) < 0;
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
    }

    /** The least that can follow if twins may be taken in part; or, once it is below {@code enough}, anything below that. */
    private double relaxation(int from, int depth, int skipped, double enough) {
        return contention > 0
                ? convexRelaxation(from, depth, skipped, enough)
                : knapsackRelaxation(from, depth, skipped, enough);
    }

    private double knapsackRelaxation(int from, int depth, int skipped, double enough) {
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

    private double convexRelaxation(int from, int depth, int skipped, double enough) {
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
