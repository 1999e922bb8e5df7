package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Completes a packing that is given in part: inserts rows, the largest first, and makes room by moving or exchanging others. */
final class Insertion {
    private final Packing packing;
    private final int[] serverOf;
    private final double[] load;

    private Insertion(Packing packing, int[] serverOfTwin) {
        this.packing = packing;
        serverOf = new int[packing.rows()];
        load = new double[packing.servers()];
        Arrays.fill(serverOf, -1);
        for (int u = 0; u < packing.rows(); u++) {
            int s = serverOfTwin[packing.members(u)[0]];
            if (s >= 0 && fits(u, s)) {
                put(u, s);
            }
        }
    }

    /**
     * The server of each row; empty if none was found. O(rows² · R) for each row without a server.
     *
     * @param serverOfTwin where to begin: a row goes where its first twin is, if it fits there; −1 for none
     */
    static Optional<int[]> repair(Packing packing, int[] serverOfTwin) {
        Insertion insertion = new Insertion(packing, serverOfTwin);
        List<Integer> open = new ArrayList<>();
        for (int u = 0; u < packing.rows(); u++) {
            if (insertion.serverOf[u] < 0) {
                open.add(u);
            }
        }
        open.sort(Comparator.comparingDouble(u -> -packing.leastDemand(u)));
        for (int u : open) {
            if (!insertion.insert(u)) {
                return Optional.empty();
            }
        }
        return Optional.of(insertion.serverOf);
    }

    private boolean fits(int row, int server) {
        return packing.allows(row, server) && load[server] + packing.demand(row, server) <= packing.limit(server);
    }

    private void put(int row, int server) {
        serverOf[row] = server;
        load[server] += packing.demand(row, server);
    }

    private void take(int row) {
        load[serverOf[row]] = 0;
        int server = serverOf[row];
        serverOf[row] = -1;
        for (int u = 0; u < serverOf.length; u++) { // anew, so that no rounding errors add up
            load[server] += serverOf[u] == server ? packing.demand(u, server) : 0;
        }
    }

    private boolean insert(int row) {
        int best = -1;
        for (int s = 0; s < packing.servers(); s++) {
            if (fits(row, s)
                    && (best < 0 || room(s) - packing.demand(row, s) < room(best) - packing.demand(row, best))) {
                best = s;
            }
        }
        if (best >= 0) {
            put(row, best);
            return true;
        }
        return insertByMove(row) || insertByExchange(row);
    }

    private double room(int server) {
        return packing.limit(server) - load[server];
    }

    /** Another row leaves for a third server. */
    private boolean insertByMove(int row) {
        for (int u = 0; u < serverOf.length; u++) {
            int s = serverOf[u];
            if (s < 0 || !makesRoom(u, s, row, 0)) {
                continue;
            }
            for (int t = 0; t < packing.servers(); t++) {
                if (t != s && fits(u, t)) {
                    take(u);
                    put(u, t);
                    put(row, s);
                    return true;
                }
            }
        }
        return false;
    }

    /** Two rows change places. */
    private boolean insertByExchange(int row) {
        for (int u = 0; u < serverOf.length; u++) {
            for (int v = 0; v < serverOf.length; v++) {
                int s = serverOf[u];
                int t = serverOf[v];
                if (s < 0 || t < 0 || s == t || !packing.allows(u, t) || !packing.allows(v, s)) {
                    continue;
                }
                boolean there = room(t) + packing.demand(v, t) >= packing.demand(u, t);
                if (there && makesRoom(u, s, row, packing.demand(v, s))) {
                    take(u);
                    take(v);
                    boolean all = fits(u, t) && fits(v, s);
                    put(u, all ? t : s);
                    put(v, all ? s : t);
                    if (all && fits(row, s)) {
                        put(row, s);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a row fits on a server that another leaves and something else comes to. */
    private boolean makesRoom(int leaving, int server, int row, double coming) {
        return packing.allows(row, server)
                && room(server) + packing.demand(leaving, server) - coming >= packing.demand(row, server);
    }
}
