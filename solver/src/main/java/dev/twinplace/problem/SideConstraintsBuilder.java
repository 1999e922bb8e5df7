package dev.twinplace.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects and checks the rows and work limits of {@link SideConstraints}. */
final class SideConstraintsBuilder {
    final int twins;
    final int servers;
    final List<SideRow> rows = new ArrayList<>();
    double[] workLimit = {};
    private int termsOfWork = 1;

    SideConstraintsBuilder(int twins, int servers) {
        this.twins = twins;
        this.servers = servers;
    }

    /**
     * Adds a row. Its arrays are copied; members that demand nothing are left out.
     *
     * @param terms how many numbers were added up to make one demand, at most
     * @throws IllegalArgumentException if an entry is out of its domain, or the sum of the demands overflows
     */
    void row(String name, int[] members, double[] demands, double[] limits, int terms) {
        requireRow(name, members, demands, limits);
        int[] demanding =
                IntStream.range(0, members.length).filter(i -> demands[i] > 0).toArray();
        int[] kept = Arrays.stream(demanding).map(i -> members[i]).toArray();
        double[] demanded =
                Arrays.stream(demanding).mapToDouble(i -> demands[i]).toArray();
        double[] sumLimits = new double[servers];
        Arrays.setAll(sumLimits, s -> LoadLimits.limit(demanded, 0, 1, terms, limits[s]));
        double[] finite = new double[servers]; // a limit beyond the range of sums limits nothing
        Arrays.setAll(finite, s -> sumLimits[s] == Double.POSITIVE_INFINITY ? sumLimits[s] : limits[s]);
        SideRow row = new SideRow(name, kept, demanded, finite, sumLimits);
        if (row.canBind()) {
            rows.add(row);
        }
        if ((long) rows.size() * servers > PlacementProblem.MAX_CELLS) {
            throw new IllegalArgumentException(
                    "rows × servers must be at most " + PlacementProblem.MAX_CELLS + ", but are more");
        }
    }

    private void requireRow(String name, int[] members, double[] demands, double[] limits) {
        if (demands.length != members.length || limits.length != servers) {
            throw new IllegalArgumentException(name + ": must have one demand for each of " + members.length
                    + " members and one limit for each of " + servers + " servers, but had " + demands.length + " and "
                    + limits.length);
        }
        boolean[] seen = new boolean[twins];
        for (int i = 0; i < members.length; i++) {
            if (members[i] < 0 || members[i] >= twins || seen[members[i]]) {
                throw new IllegalArgumentException(name + ": must have each of " + twins
                        + " twins once at most, but members[" + i + "] was " + members[i]);
            }
            seen[members[i]] = true;
            requireNotNegative(name + ": demands", i, demands[i]);
        }
        for (int s = 0; s < servers; s++) {
            requireNotNegative(name + ": limits", s, limits[s]);
        }
        if (!Double.isFinite(4 * ProblemView.sum(demands))) {
            throw new IllegalArgumentException(name + ": the sum of the demands must be finite, but overflows");
        }
    }

    private static void requireNotNegative(String list, int index, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(list + "[" + index + "] must be >= 0, but was " + value);
        }
    }

    void workLimit(int twin, int server, double limit) {
        requireNotNegative("workLimit[" + twin + "]", server, limit);
        if (limit < Double.POSITIVE_INFINITY && workLimit.length == 0) {
            workLimit = new double[twins * servers];
            Arrays.fill(workLimit, Double.POSITIVE_INFINITY);
        }
        if (workLimit.length > 0) {
            workLimit[twin * servers + server] = limit;
        }
    }

    /** How many numbers were added up to make the work of one twin, at most; 1 if they were whole. */
    void termsOfWork(int terms) {
        termsOfWork = terms;
    }

    /**
     * What was collected; this builder is spent.
     *
     * @param work of each twin; read only
     */
    SideConstraints build(double[] work) {
        double factor = 1 + LoadLimits.rounding(work, termsOfWork);
        double[] workSumLimit = workLimit;
        if (factor > 1) {
            workSumLimit = Arrays.stream(workLimit).map(each -> each * factor).toArray();
            for (int cell = 0; cell < workLimit.length; cell++) {
                workLimit[cell] = workSumLimit[cell] < Double.POSITIVE_INFINITY ? workLimit[cell] : workSumLimit[cell];
            }
        }
        return new SideConstraints(this, workSumLimit);
    }
}
