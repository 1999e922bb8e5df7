package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Completes a packing that is given in part: inserts rows, the largest first, and makes room by moving or exchanging others. */
final class Insertion {
    private final Packing packing;
    private final PackingLoads loads;

    private Insertion(Packing packing, int[] serverOfTwin) {
        this.packing = packing;
        loads = new PackingLoads(packing);
        for (int u = 0; u < packing.rows(); u++) {
            int s = serverOfTwin[packing.members(u)[0]];
            if (s >= 0 && loads.fits(u, s)) {
                loads.put(u, s);
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
            if (insertion.loads.serverOf(u) < 0) {
                open.add(u);
            }
        }
        double[] size = new double[packing.rows()];
        open.forEach(u -> size[u] = packing.size(u));
        open.sort(Comparator.comparingDouble(u -> -size[u]));
        for (int u : open) {
            if (!insertion.insert(u)) {
                return Optional.empty();
            }
        }
        return Optional.of(insertion.loads.servers());
    }

    private boolean insert(int row) {
        int best = -1;
        double least = 0;
        for (int s = 0; s < packing.servers(); s++) {
            if (loads.fits(row, s) && (best < 0 || loads.slackAfter(row, s) < least)) {
                best = s;
                least = loads.slackAfter(row, s);
            }
        }
        if (best >= 0) {
            loads.put(row, best);
            return true;
        }
        return insertByMove(row) || insertByExchange(row);
    }

    /** Another row leaves for a third server. */
    private boolean insertByMove(int row) {
        for (int u = 0; u < packing.rows(); u++) {
            int s = loads.serverOf(u);
            if (s < 0 || !loads.fits(row, s, u, PackingLoads.NOWHERE)) {
                continue;
            }
            for (int t = 0; t < packing.servers(); t++) {
                if (t != s && loads.fits(u, t)) {
                    loads.take(u);
                    if (loads.fits(row, s)) {
                        loads.put(u, t);
                        loads.put(row, s);
                        return true;
                    }
                    loads.put(u, s);
                }
            }
        }
        return false;
    }

    /** Two rows change places. */
    private boolean insertByExchange(int row) {
        for (int u = 0; u < packing.rows(); u++) {
            int s = loads.serverOf(u);
            if (s < 0 || !packing.allows(row, s)) {
                continue;
            }
            for (int v = 0; v < packing.rows(); v++) {
                int t = loads.serverOf(v);
                boolean isPossible = t >= 0
                        && s != t
                        && loads.fits(row, s, u, v)
                        && loads.fits(u, t, v, PackingLoads.NOWHERE)
                        && loads.fits(v, s, u, PackingLoads.NOWHERE);
                if (isPossible && exchange(u, v, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Exchanges two rows and puts a third where the first was; false if that does not fit, and then changes nothing. */
    private boolean exchange(int first, int second, int row) {
        int s = loads.serverOf(first);
        int t = loads.serverOf(second);
        loads.take(first);
        loads.take(second);
        if (loads.fits(first, t) && loads.fits(second, s)) {
            loads.put(first, t);
            loads.put(second, s);
            if (loads.fits(row, s)) {
                loads.put(row, s);
                return true;
            }
            loads.take(first);
            loads.take(second);
        }
        loads.put(first, s);
        loads.put(second, t);
        return false;
    }
}
