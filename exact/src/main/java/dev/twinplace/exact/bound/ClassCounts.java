package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Decides how many twins of each class every server takes, exactly, by dynamic programming over the servers:
 *
 * <pre>f_s(x) = min_k f_{s−1}(x − k) + Σ_i k_i · cost[i][s] + contention[s] · (Σ_i k_i · weight_i) · (Σ_i k_i · work_i)</pre>
 *
 * <p>x and k count twins of each class; k are the loads that fit on s. Twins of a class are alike, so this is the whole
 * problem. A state is an x, in mixed radix. A server without capacity or contention takes twins one at a time: O(classes) per
 * state instead of all k. Memory O(states · R).
 */
final class ClassCounts {
    private static final int MAX_CELLS = 1_000_000;
    private static final long MAX_WORK = 20_000_000;
    private static final long WORK_BETWEEN_QUESTIONS = 1_000_000;
    private static final int NONE = -1;

    /** Relative: loads are accepted up to this much above the limit, so that no order of summation can refute the bound. */
    private static final double ROUNDING = 0x1p-45;

    private final PlacementProblem problem;
    private final TwinClasses classes;
    private final int dimensions;
    private final int[] stride;
    private final int states;
    private final int[][] digit;
    private double[] cost;
    /** For each server and state, the state that is left to the servers before it. */
    private final int[][] before;

    private long work;

    private ClassCounts(PlacementProblem problem, TwinClasses classes, int states) {
        this.problem = problem;
        this.classes = classes;
        this.states = states;
        dimensions = classes.count();
        stride = new int[dimensions];
        digit = new int[dimensions][states];
        for (int i = 0, step = 1; i < dimensions; step *= classes.size(i) + 1, i++) {
            stride[i] = step;
            for (int x = 0; x < states; x++) {
                digit[i][x] = x / step % (classes.size(i) + 1);
            }
        }
        before = new int[problem.servers()][states];
    }

    /**
     * Of a problem whose twins are in few classes.
     *
     * @return null where there would be too many states
     */
    static ClassCounts of(PlacementProblem problem, TwinClasses classes) {
        long states = classes.count() > 0 ? 1 : Long.MAX_VALUE;
        for (int i = 0; i < classes.count() && states <= MAX_CELLS; i++) {
            states *= classes.size(i) + 1;
        }
        boolean fits = states <= MAX_CELLS / problem.servers();
        return fits ? new ClassCounts(problem, classes, (int) states) : null;
    }

    /**
     * Computes the optimum, {@link #optimum}.
     *
     * @param goesOn asked now and then
     * @return whether it came to its end: false if it would take too long, or was stopped
     */
    boolean solve(BooleanSupplier goesOn) {
        cost = new double[states];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (int s = 0; s < problem.servers(); s++) {
            boolean free = problem.contention(s) == 0 && problem.loadLimit(s) == Double.POSITIVE_INFINITY;
            if (!goesOn.getAsBoolean() || !(free ? addFree(s) : addCoupled(s, goesOn))) {
                return false;
            }
        }
        return true;
    }

    /** Least cost of all twins, up to rounding; infinite if no placement is within the capacities. */
    double optimum() {
        return cost[states - 1];
    }

    /** Adds a server without capacity and contention, in place: it takes twins one at a time. */
    private boolean addFree(int server) {
        for (int x = 0; x < states; x++) {
            before[server][x] = x;
        }
        for (int i = 0; i < dimensions; i++) {
            double more = problem.cost(classes.representative(i), server);
            for (int x = 0; x < states; x++) {
                if (digit[i][x] > 0 && cost[x - stride[i]] + more < cost[x]) {
                    cost[x] = cost[x - stride[i]] + more;
                    before[server][x] = before[server][x - stride[i]];
                }
            }
        }
        return true;
    }

    private boolean addCoupled(int server, BooleanSupplier goesOn) {
        double[] after = new double[states];
        Arrays.fill(after, Double.POSITIVE_INFINITY);
        Arrays.fill(before[server], NONE);
        long unasked = 0;
        double limit = problem.loadLimit(server) * (1 + ROUNDING);
        for (int k = 0; k < states; k++) {
            boolean fits = load(k, server) <= limit;
            int steps = fits ? states - k : 1;
            work += steps;
            unasked += steps;
            if (work > MAX_WORK || (unasked > WORK_BETWEEN_QUESTIONS && !goesOn.getAsBoolean())) {
                return false;
            }
            unasked = unasked > WORK_BETWEEN_QUESTIONS ? 0 : unasked;
            if (fits) {
                add(k, cost(k, server), after, before[server]);
            }
        }
        cost = after;
        return true;
    }

    private void add(int k, double more, double[] after, int[] from) {
        for (int x = k; x < states; x++) {
            if (cost[x - k] + more < after[x] && contains(x, k)) {
                after[x] = cost[x - k] + more;
                from[x] = x - k;
            }
        }
    }

    /** Whether no class has more twins in k than in x: the difference is then that of the numbers of the states. */
    private boolean contains(int x, int k) {
        for (int[] count : digit) {
            if (count[k] > count[x]) {
                return false;
            }
        }
        return true;
    }

    private double load(int k, int server) {
        double load = 0;
        for (int i = 0; i < dimensions; i++) {
            int count = digit[i][k];
            load += count > 0 ? count * problem.demand(classes.representative(i), server) : 0;
        }
        return load;
    }

    private double cost(int k, int server) {
        double sum = 0;
        double weight = 0;
        double works = 0;
        for (int i = 0; i < dimensions; i++) {
            int m = classes.representative(i);
            sum += digit[i][k] * problem.cost(m, server);
            weight += digit[i][k] * problem.weight(m);
            works += digit[i][k] * problem.work(m);
        }
        return sum + problem.contention(server) * weight * works;
    }

    /** A placement of least cost, where {@link #optimum} is finite: twins of a class go to servers in index order. */
    int[] placement() {
        int[] serverOf = new int[problem.twins()];
        int[] placed = new int[dimensions];
        int x = states - 1;
        for (int s = problem.servers() - 1; s >= 0; s--) {
            int rest = before[s][x];
            for (int i = 0; i < dimensions; i++) {
                for (int count = digit[i][x] - digit[i][rest]; count > 0; count--) {
                    serverOf[classes.members().get(i).get(placed[i]++)] = s;
                }
            }
            x = rest;
        }
        return serverOf;
    }
}
