package dev.twinplace.exact.conflict;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Looks for a packing among assignments that overload servers: moves a row of an overloaded server, or exchanges it for another,
 * whichever leaves the least weighted overload. A row does not return to its server for some steps, and limits that stay
 * overloaded weigh more. Deterministic.
 */
final class OverloadSearch {
    private static final int NONE = -1;
    private static final int MIN_TENURE = 4;
    private static final int TENURE_RANGE = 8;
    private static final double WEIGHT_STEP = 0.2;

    private final Packing packing;
    private final int rows;
    private final int servers;
    private final int dimensions;
    private final int[] serverOf;

    /** By dimension and server. */
    private final double[][] load;

    private final double[] work;

    /** By server: the rows there, in no order. */
    private final int[][] on;

    private final int[] count;

    /** By dimension, and of work last: one divided by the mean demand. */
    private final double[] scale;

    /** Of limits, by quantity as above and server. */
    private final double[][] weight;

    private final double[] overload;

    /** By cell: the first step in which a row may come back. */
    private final int[] freeFrom;

    private final SplittableRandom random = new SplittableRandom(1);
    private double total;

    /** The best change so far: a row goes to a server, for another row if there is one. */
    private int bestRow;

    private int bestServer;
    private int bestOther;
    private double bestDelta;

    private OverloadSearch(Packing packing, int[] serverOfTwin) {
        this.packing = packing;
        rows = packing.rows();
        servers = packing.servers();
        dimensions = packing.dimensions().size();
        serverOf = new int[rows];
        Arrays.fill(serverOf, PackingLoads.NOWHERE);
        load = new double[dimensions][servers];
        work = new double[servers];
        on = new int[servers][rows];
        count = new int[servers];
        weight = new double[dimensions + 1][servers];
        for (double[] each : weight) {
            Arrays.fill(each, 1);
        }
        overload = new double[servers];
        freeFrom = new int[rows * servers];
        scale = new double[dimensions + 1];
        Arrays.setAll(scale, this::scale);
        begin(serverOfTwin);
    }

    private double scale(int q) {
        double sum = 0;
        for (int u = 0; u < rows; u++) {
            sum += q < dimensions ? packing.leastDemand(q, u) : packing.work(u);
        }
        return sum > 0 ? rows / sum : 1;
    }

    /**
     * The server of each row; empty if none was found in so many steps. A step is O(rows² / R · D) where they are spread evenly.
     *
     * @param serverOfTwin where to begin: a row begins where its first twin is, if it may go there; -1 for none
     */
    static Optional<int[]> find(Packing packing, int[] serverOfTwin, int steps, Deadline deadline) {
        OverloadSearch search = new OverloadSearch(packing, serverOfTwin);
        return search.run(steps, deadline) ? Optional.of(search.serverOf) : Optional.empty();
    }

    /** By how much servers are overloaded in the beginning. */
    static double overload(Packing packing, int[] serverOfTwin) {
        return new OverloadSearch(packing, serverOfTwin).total;
    }

    private void begin(int[] serverOfTwin) {
        for (int u = 0; u < rows; u++) {
            int s = serverOfTwin[packing.members(u)[0]];
            if (s >= 0 && packing.allows(u, s)) {
                put(u, s);
            }
        }
        for (int s = 0; s < servers; s++) {
            overload[s] = overload(s, NONE, NONE);
        }
        for (int u = 0; u < rows; u++) {
            if (serverOf[u] == PackingLoads.NOWHERE) {
                int s = bestServer(u);
                put(u, s);
                overload[s] = overload(s, NONE, NONE);
            }
        }
        total = Arrays.stream(overload).sum();
    }

    /** Where a row adds the least overload. */
    private int bestServer(int row) {
        int best = -1;
        double least = 0;
        for (int s = 0; s < servers; s++) {
            double more = packing.allows(row, s) ? overload(s, NONE, row) - overload[s] : 0;
            if (packing.allows(row, s) && (best < 0 || more < least)) {
                best = s;
                least = more;
            }
        }
        return best;
    }

    private boolean run(int steps, Deadline deadline) {
        for (int step = 0; step < steps && total > 0 && !deadline.isOver(); step++) {
            choose(overloadedServer(), step);
            if (bestRow != NONE) {
                apply(step);
            }
            if (bestRow == NONE || bestDelta >= 0) {
                weighMore();
            }
        }
        return total <= 0 && isPacking();
    }

    /** One of those, at random. */
    private int overloadedServer() {
        int chosen = -1;
        int seen = 0;
        for (int s = 0; s < servers; s++) {
            if (overload[s] > 0 && random.nextInt(++seen) == 0) {
                chosen = s;
            }
        }
        return chosen;
    }

    private void choose(int s, int step) {
        bestRow = NONE;
        bestDelta = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count[s]; i++) {
            int u = on[s][i];
            double without = overload(s, u, NONE) - overload[s];
            for (int t = 0; t < servers; t++) {
                if (t != s && packing.allows(u, t)) {
                    consider(u, t, NONE, without + overload(t, NONE, u) - overload[t], step);
                    exchange(u, t, step);
                }
            }
        }
    }

    private void exchange(int u, int t, int step) {
        int s = serverOf[u];
        for (int i = 0; i < count[t]; i++) {
            int v = on[t][i];
            if (packing.allows(v, s)) {
                double delta = overload(s, u, v) - overload[s];
                if (delta - overload[t] < bestDelta) { // else the overload of t does not matter
                    consider(u, t, v, delta + overload(t, v, u) - overload[t], step);
                }
            }
        }
    }

    private void consider(int u, int t, int v, double delta, int step) {
        boolean isFree =
                freeFrom[u * servers + t] <= step && (v == NONE || freeFrom[v * servers + serverOf[u]] <= step);
        if (delta < bestDelta && (isFree || total + delta <= 0)) {
            bestDelta = delta;
            bestRow = u;
            bestServer = t;
            bestOther = v;
        }
    }

    private void apply(int step) {
        int s = serverOf[bestRow];
        int t = bestServer;
        take(bestRow);
        freeFrom[bestRow * servers + s] = step + MIN_TENURE + random.nextInt(TENURE_RANGE);
        if (bestOther != NONE) {
            take(bestOther);
            put(bestOther, s);
            freeFrom[bestOther * servers + t] = step + MIN_TENURE + random.nextInt(TENURE_RANGE);
        }
        put(bestRow, t);
        overload[s] = overload(s, NONE, NONE);
        overload[t] = overload(t, NONE, NONE);
        total = Arrays.stream(overload).sum();
    }

    private void weighMore() {
        for (int s = 0; s < servers; s++) {
            if (overload[s] > 0) {
                for (int d = 0; d < dimensions; d++) {
                    weight[d][s] += load[d][s] > packing.limit(d, s) ? WEIGHT_STEP : 0;
                }
                weight[dimensions][s] += work[s] > tolerated(s, NONE, NONE) ? WEIGHT_STEP : 0;
                overload[s] = overload(s, NONE, NONE);
            }
        }
        total = Arrays.stream(overload).sum();
    }

    /** Of a server after one row left and another came, weighted, in mean demands; {@link #NONE} for no row. */
    private double overload(int s, int leaving, int coming) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double after = load[d][s]
                    - (leaving == NONE ? 0 : packing.demand(d, leaving, s))
                    + (coming == NONE ? 0 : packing.demand(d, coming, s));
            sum += after > packing.limit(d, s) ? weight[d][s] * scale[d] * (after - packing.limit(d, s)) : 0;
        }
        if (packing.hasWorkLimits()) {
            double after = work[s]
                    - (leaving == NONE ? 0 : packing.work(leaving))
                    + (coming == NONE ? 0 : packing.work(coming));
            double limit = tolerated(s, leaving, coming);
            sum += after > limit ? weight[dimensions][s] * scale[dimensions] * (after - limit) : 0;
        }
        return sum;
    }

    private double tolerated(int s, int leaving, int coming) {
        double limit = coming == NONE ? Double.POSITIVE_INFINITY : packing.workLimit(coming, s);
        for (int i = 0; i < count[s]; i++) {
            int u = on[s][i];
            limit = u == leaving ? limit : Math.min(limit, packing.workLimit(u, s));
        }
        return limit;
    }

    private void put(int row, int s) {
        serverOf[row] = s;
        on[s][count[s]++] = row;
        work[s] += packing.work(row);
        for (int d = 0; d < dimensions; d++) {
            load[d][s] += packing.demand(d, row, s);
        }
    }

    /** Sums what stays anew, so that no rounding errors add up. */
    private void take(int row) {
        int s = serverOf[row];
        int kept = 0;
        work[s] = 0;
        for (int d = 0; d < dimensions; d++) {
            load[d][s] = 0;
        }
        for (int i = 0; i < count[s]; i++) {
            int u = on[s][i];
            if (u != row) {
                on[s][kept++] = u;
                work[s] += packing.work(u);
                for (int d = 0; d < dimensions; d++) {
                    load[d][s] += packing.demand(d, u, s);
                }
            }
        }
        count[s] = kept;
    }

    /** By the definition: rows are put where they are, one after the other. */
    private boolean isPacking() {
        PackingLoads loads = new PackingLoads(packing);
        for (int u = 0; u < rows; u++) {
            if (!loads.fits(u, serverOf[u])) {
                return false;
            }
            loads.put(u, serverOf[u]);
        }
        return true;
    }
}
