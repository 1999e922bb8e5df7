package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;

/** What depth-first searches for the twins of a server share: the twins worth a look in their order, and the path. */
abstract class DepthFirstSubproblem implements ServerSubproblem {
    final PlacementProblem problem;
    final int twins;
    final ServerCosts costs;

    int server;
    double limit;
    double baseValue;
    double baseLoad;

    /** Twins worth a look, by {@link #key} ascending once they are arranged. */
    int count;

    final int[] twin;
    final double[] gain;
    final double[] demand;
    /** Of the twins from here on. */
    final double[] leastDemand;

    /** What is taken at a depth of the search, depth 0 being the decided twins. */
    final double[] valueAt;

    final double[] loadAt;
    final int[] takenAt;
    final int[] best;
    int bestCount;

    private final int[] order;
    private final double[] key;
    private final int[] unsorted;

    DepthFirstSubproblem(PlacementProblem problem, ServerCosts costs) {
        this.problem = problem;
        this.costs = costs;
        twins = problem.twins();
        order = new int[twins];
        key = new double[twins];
        unsorted = new int[twins];
        twin = new int[twins];
        gain = new double[twins];
        demand = new double[twins];
        leastDemand = new double[twins];
        valueAt = new double[twins + 2];
        loadAt = new double[twins + 2];
        takenAt = new int[twins + 2];
        best = new int[twins];
    }

    /** Adds a twin worth a look, with what it gains per unit of what is scarce; negative. */
    final void add(int m, double gainPerUnit) {
        unsorted[count] = m;
        order[count] = count;
        key[count++] = gainPerUnit;
    }

    /** Drops twins that were added and do not fit beside the decided ones. */
    final void keepWhatFits() {
        int row = server * twins;
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (baseLoad + costs.demand[row + unsorted[k]] <= limit) {
                unsorted[kept] = unsorted[k];
                key[kept++] = key[k];
            }
        }
        count = kept;
    }

    /** Sorts the twins that were added. */
    final void arrange(double[] price) {
        DoubleArrays.quickSortIndirect(order, key, 0, count);
        int row = server * twins;
        double least = Double.POSITIVE_INFINITY;
        for (int k = count - 1; k >= 0; k--) {
            int m = unsorted[order[k]];
            twin[k] = m;
            gain[k] = costs.cost[row + m] - price[m];
            demand[k] = costs.demand[row + m];
            least = Math.min(least, demand[k]);
            leastDemand[k] = least;
        }
    }

    /** Takes over the path down to a depth as the best set so far. */
    final void keep(int depth) {
        bestCount = depth;
        System.arraycopy(takenAt, 1, best, 0, depth);
    }

    @Override
    public final double decidedValue() {
        return baseValue;
    }

    @Override
    public final int taken() {
        return bestCount;
    }

    @Override
    public final int taken(int index) {
        return twin[best[index]];
    }
}
