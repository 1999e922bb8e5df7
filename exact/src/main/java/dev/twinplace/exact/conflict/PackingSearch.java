package dev.twinplace.exact.conflict;

import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a packing exists by depth-first search: the row with the fewest servers left comes first, on the server where it
 * leaves the least. A branch ends where a row has no server left, or where the rows that are left demand more of a quantity than
 * there is on servers that any of them still fits on. Quick where rows are few and servers nearly full, which is where bounds
 * of relaxations say little.
 */
final class PackingSearch {
    /** The clock is looked at once for so many nodes. */
    private static final int NODES_PER_LOOK = 64;

    private final Packing packing;
    private final PackingLoads loads;
    private final Deadline deadline;
    private final List<Quantity> quantities;
    private final double[] size;
    private final boolean[] isUsable;
    private long nodes;
    private boolean isCutShort;

    PackingSearch(Packing packing, Deadline deadline) {
        this.packing = packing;
        this.deadline = deadline;
        loads = new PackingLoads(packing);
        quantities = Quantity.all(packing).stream()
                .filter(quantity -> !quantity.isWork())
                .toList();
        size = new double[packing.rows()];
        Arrays.setAll(size, packing::size);
        isUsable = new boolean[packing.servers()];
    }

    /** Exponential in the rows; unknown if time runs out. */
    Verdict decide() {
        boolean found = place(packing.rows());
        return found ? Verdict.FEASIBLE : isCutShort ? Verdict.UNKNOWN : Verdict.INFEASIBLE;
    }

    /** The server of each row, not a copy, after a packing was found. */
    int[] servers() {
        return loads.servers();
    }

    private boolean place(int left) {
        if (left == 0) {
            return true;
        }
        isCutShort |= nodes++ % NODES_PER_LOOK == 0 && deadline.isOver();
        int row = isCutShort ? -1 : nextRow();
        if (row < 0) {
            return false;
        }
        int[] servers = serversFor(row);
        for (int s : servers) {
            loads.put(row, s);
            if (place(left - 1)) {
                return true;
            }
            loads.take(row);
            if (isCutShort) {
                return false;
            }
        }
        return false;
    }

    /** −1 if some row has no server left, or there is too little for all. O(rows·R·D). */
    private int nextRow() {
        int next = -1;
        int fewest = Integer.MAX_VALUE;
        Arrays.fill(isUsable, false);
        for (int u = 0; u < size.length; u++) {
            if (loads.serverOf(u) != PackingLoads.NOWHERE) {
                continue;
            }
            int count = 0;
            for (int s = 0; s < isUsable.length; s++) {
                if (loads.fits(u, s)) {
                    count++;
                    isUsable[s] = true;
                }
            }
            if (count < fewest || (count == fewest && size[u] > size[next])) {
                next = u;
                fewest = count;
            }
        }
        return fewest > 0 && isEnough() ? next : -1;
    }

    private boolean isEnough() {
        for (Quantity quantity : quantities) {
            double there = 0;
            for (int s = 0; s < isUsable.length; s++) {
                there += isUsable[s] ? quantity.limit(s) - loads.load(quantity.dimension(), s) : 0;
            }
            double needed = 0;
            for (int u = 0; u < size.length; u++) {
                needed += loads.serverOf(u) == PackingLoads.NOWHERE ? quantity.least(u) : 0;
            }
            if (needed > there + Shortage.ROUNDING * (needed + there)) {
                return false;
            }
        }
        return true;
    }

    /** Those that a row fits on, the one where it leaves least first. */
    private int[] serversFor(int row) {
        int[] fitting = new int[isUsable.length];
        int count = 0;
        for (int s = 0; s < fitting.length; s++) {
            if (loads.fits(row, s)) {
                double slack = loads.slackAfter(row, s);
                int at = count++;
                while (at > 0 && loads.slackAfter(row, fitting[at - 1]) > slack) {
                    fitting[at] = fitting[at - 1];
                    at--;
                }
                fitting[at] = s;
            }
        }
        return Arrays.copyOf(fitting, count);
    }
}
