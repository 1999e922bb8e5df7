package dev.twinplace.exact.conflict;

import java.util.Arrays;

/** Rows of a packing on servers, and what still fits. */
final class PackingLoads {
    /** Stands for no server. */
    static final int NOWHERE = -1;

    private final Packing packing;
    private final int[] serverOf;

    /** By dimension and server. */
    private final double[][] load;

    /** For each row the dimensions of which it demands something. */
    private final int[][] dimensionsOf;

    private final double[] work;

    /** By server: the work that all rows there tolerate. */
    private final double[] tolerated;

    /** All rows nowhere. */
    PackingLoads(Packing packing) {
        this.packing = packing;
        serverOf = new int[packing.rows()];
        Arrays.fill(serverOf, NOWHERE);
        int dimensions = packing.dimensions().size();
        load = new double[dimensions][packing.servers()];
        work = new double[packing.servers()];
        tolerated = new double[packing.servers()];
        Arrays.fill(tolerated, Double.POSITIVE_INFINITY);
        dimensionsOf = new int[packing.rows()][];
        for (int u = 0; u < dimensionsOf.length; u++) {
            int[] found = new int[dimensions];
            int count = 0;
            for (int d = 0; d < dimensions; d++) {
                if (packing.leastDemand(d, u) > 0) {
                    found[count++] = d;
                }
            }
            dimensionsOf[u] = Arrays.copyOf(found, count);
        }
    }

    int serverOf(int row) {
        return serverOf[row];
    }

    /** The server of each row, not a copy. */
    int[] servers() {
        return serverOf;
    }

    double load(int dimension, int server) {
        return load[dimension][server];
    }

    double work(int server) {
        return work[server];
    }

    /** The work that all rows of a server tolerate there; infinite if none limits it. */
    double toleratedWork(int server) {
        return tolerated[server];
    }

    /** Whether a row that is nowhere fits on a server. O(D). */
    boolean fits(int row, int server) {
        return fits(row, server, NOWHERE, NOWHERE) && toleratesWork(row, server);
    }

    /** Whether a row would fit if one there left and another came instead; {@link #NOWHERE} for none. Work does not count. */
    boolean fits(int row, int server, int leaving, int coming) {
        if (!packing.allows(row, server)) {
            return false;
        }
        for (int d : dimensionsOf[row]) {
            double others = load[d][server]
                    - (leaving == NOWHERE ? 0 : packing.demand(d, leaving, server))
                    + (coming == NOWHERE ? 0 : packing.demand(d, coming, server));
            if (others + packing.demand(d, row, server) > packing.limit(d, server)) {
                return false;
            }
        }
        return true;
    }

    private boolean toleratesWork(int row, int server) {
        return work[server] + packing.work(row) <= Math.min(tolerated[server], packing.workLimit(row, server));
    }

    void put(int row, int server) {
        serverOf[row] = server;
        work[server] += packing.work(row);
        tolerated[server] = Math.min(tolerated[server], packing.workLimit(row, server));
        for (int d : dimensionsOf[row]) {
            load[d][server] += packing.demand(d, row, server);
        }
    }

    /** Takes a row off its server, whose loads are summed anew, so that no rounding errors add up. O(rows·D). */
    void take(int row) {
        int server = serverOf[row];
        serverOf[row] = NOWHERE;
        work[server] = 0;
        tolerated[server] = Double.POSITIVE_INFINITY;
        for (double[] each : load) {
            each[server] = 0;
        }
        for (int u = 0; u < serverOf.length; u++) {
            if (serverOf[u] == server) {
                put(u, server);
            }
        }
    }

    /** What is left on a server after a row came, over the dimensions of the row, as shares of the limits; infinite if unlimited. */
    double slackAfter(int row, int server) {
        double slack = 0;
        boolean isLimited = false;
        for (int d : dimensionsOf[row]) {
            double limit = packing.limit(d, server);
            if (limit != Double.POSITIVE_INFINITY && limit > 0) {
                isLimited = true;
                slack += (limit - load[d][server] - packing.demand(d, row, server)) / limit;
            }
        }
        return isLimited ? slack : Double.POSITIVE_INFINITY;
    }
}
