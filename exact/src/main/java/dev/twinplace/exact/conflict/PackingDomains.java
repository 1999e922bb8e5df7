package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The servers that are left to each row that is nowhere yet: those that it fits on, and where it takes no more than can be spared.
 *
 * <p>Spared can be what some servers have left of a quantity beyond what rows need that may go to no others. A row takes what it
 * demands; and it wastes, on a server where it tolerates less work than there is room for, the difference.
 */
final class PackingDomains {
    private static final int MAX_PASSES = 4;

    /** Sets of more servers than a word has bits are not looked at. */
    private static final int MAX_SERVERS = Long.SIZE;

    private final Packing packing;
    private final PackingLoads loads;
    private final int rows;
    private final int servers;
    private final int dimensions;

    private final PackingRoom remaining;

    /** By cell. */
    private final boolean[] isOpen;

    /** By row: how many servers are left to it. */
    private final int[] count;

    /** By server: the largest limit of work among rows that may still come. */
    private final double[] tolerated;

    /** Of the quantity looked at: by server what is left, and by row what it needs and where; 0 if not on limited servers alone. */
    private final double[] room;

    private final double[] needed;
    private final long[] mask;

    /** By cell: what the row would demand and waste there; and the most of it by row, on servers with a limit. */
    private final double[] taken;

    private final double[] mostTaken;
    private final long[] distinct;

    /** By quantity; none if servers differ in demands. */
    private final List<Optional<LargeRows>> largeRows = new ArrayList<>();

    private int failed;

    PackingDomains(Packing packing, PackingLoads loads) {
        this.packing = packing;
        this.loads = loads;
        rows = packing.rows();
        servers = packing.servers();
        dimensions = packing.dimensions().size();
        isOpen = new boolean[rows * servers];
        count = new int[rows];
        tolerated = new double[servers];
        room = new double[servers];
        needed = new double[rows];
        mask = new long[rows];
        taken = new double[rows * servers];
        mostTaken = new double[rows];
        distinct = new long[rows + 1];
        remaining = new PackingRoom(packing, loads);
        for (int q = 0; q <= dimensions; q++) {
            boolean isSame = q == dimensions || packing.dimensions().get(q).stride() == 1;
            largeRows.add(isSame ? Optional.of(largeRows(q)) : Optional.empty());
        }
    }

    private LargeRows largeRows(int q) {
        return new LargeRows(
                IntStream.range(0, rows).mapToDouble(u -> demand(q, u, 0)).toArray());
    }

    boolean isOpen(int row, int server) {
        return isOpen[row * servers + server];
    }

    int count(int row) {
        return count[row];
    }

    /** The row that had no server left when they were last narrowed; −1 if none. */
    int failedRow() {
        return failed;
    }

    /**
     * Finds out which servers are left; false if a row has none, or there is too little for all. O(D·rows²), or O(D·rows·cells) where
     * little can be spared.
     */
    boolean narrow() {
        open();
        boolean hasChanged = true;
        for (int pass = 0; pass < MAX_PASSES && hasChanged; pass++) {
            if (!hasServers()) {
                return false;
            }
            hasChanged = false;
            findTolerated();
            for (int q = 0; q <= dimensions; q++) {
                if (remaining.isLimited(q) && !remaining.isWork(q)) {
                    measure(q);
                    int closed = close(q);
                    if (closed < 0) {
                        return false;
                    }
                    hasChanged |= closed > 0;
                }
            }
        }
        return hasServers();
    }

    /** What servers have left beside the rows that are placed. */
    PackingRoom remaining() {
        return remaining;
    }

    /** Leaves to each row that is nowhere the servers that it fits on. */
    void open() {
        failed = -1;
        for (int u = 0; u < rows; u++) {
            count[u] = 0;
            for (int s = 0; s < servers; s++) {
                boolean fits = isNowhere(u) && loads.fits(u, s);
                isOpen[u * servers + s] = fits;
                count[u] += fits ? 1 : 0;
            }
        }
    }

    private boolean isNowhere(int row) {
        return loads.serverOf(row) == PackingLoads.NOWHERE;
    }

    private boolean hasServers() {
        for (int u = 0; u < rows && failed < 0; u++) {
            failed = count[u] == 0 && isNowhere(u) ? u : -1;
        }
        return failed < 0;
    }

    private void findTolerated() {
        Arrays.fill(tolerated, 0);
        for (int cell = 0; cell < isOpen.length && remaining.isLimited(dimensions); cell++) {
            if (isOpen[cell]) {
                int s = cell % servers;
                tolerated[s] = Math.max(tolerated[s], packing.workLimit(cell / servers, s));
            }
        }
    }

    /** What servers have left of a quantity, and what rows need of it that may go nowhere without a limit. */
    private void measure(int q) {
        for (int s = 0; s < servers; s++) {
            room[s] = remaining.of(q, s);
            if (q == dimensions) {
                room[s] = Math.min(room[s], PackingRoom.left(tolerated[s], loads.work(s)));
            }
        }
        for (int u = 0; u < rows; u++) {
            needed[u] = count[u] == 0 ? 0 : Double.POSITIVE_INFINITY;
            mask[u] = 0;
            mostTaken[u] = 0;
            for (int s = 0; s < servers && count[u] > 0; s++) {
                if (isOpen[u * servers + s]) {
                    measure(q, u, s);
                }
            }
            mask[u] = needed[u] > 0 ? mask[u] : 0;
        }
    }

    private void measure(int q, int u, int s) {
        double demand = demand(q, u, s);
        mask[u] |= 1L << s;
        if (room[s] == Double.POSITIVE_INFINITY) {
            needed[u] = 0;
            return;
        }
        int cell = u * servers + s;
        double waste = q < dimensions ? 0 : Math.max(0, room[s] - (packing.workLimit(u, s) - loads.work(s)));
        needed[u] = Math.min(needed[u], demand);
        taken[cell] = demand + waste;
        mostTaken[u] = Math.max(mostTaken[u], taken[cell]);
    }

    private double demand(int q, int row, int s) {
        return q < dimensions ? packing.demand(q, row, s) : packing.work(row);
    }

    /** Closes servers to rows that would take too much; returns how many, −1 if there is too little already. */
    private int close(int q) {
        if (servers > MAX_SERVERS) {
            return 0;
        }
        if (largeRows.get(q).isPresent() && largeRows.get(q).get().areTooMany(room, mask)) {
            return -1;
        }
        int sets = findSets();
        int closed = 0;
        for (int i = 0; i < sets && closed >= 0; i++) {
            int more = close(distinct[i]);
            closed = more < 0 ? -1 : closed + more;
        }
        return closed;
    }

    /** The sets of servers that are left to rows, and all those together first; returns how many. */
    private int findSets() {
        distinct[0] = 0;
        for (long each : mask) {
            distinct[0] |= each;
        }
        int sets = distinct[0] == 0 ? 0 : 1;
        for (long each : mask) {
            boolean isNew = each != 0;
            for (int i = 0; i < sets && isNew; i++) {
                isNew = distinct[i] != each;
            }
            if (isNew) {
                distinct[sets++] = each;
            }
        }
        return sets;
    }

    private double spare(long within) {
        double there = 0;
        for (long left = within; left != 0; left &= left - 1) {
            there += room[Long.numberOfTrailingZeros(left)];
        }
        double sum = 0;
        for (int u = 0; u < rows; u++) {
            sum += (mask[u] & ~within) == 0 ? needed[u] : 0;
        }
        return there - sum + Shortage.ROUNDING * (there + sum);
    }

    private int close(long within) {
        double spare = spare(within);
        if (spare < 0) {
            return -1;
        }
        int closed = 0;
        for (int u = 0; u < rows; u++) {
            boolean isInside = mask[u] != 0 && (mask[u] & ~within) == 0;
            double bearable = spare + (isInside ? needed[u] : 0);
            closed += mostTaken[u] > bearable ? close(u, within, bearable) : 0;
        }
        return closed;
    }

    private int close(int row, long within, double bearable) {
        int closed = 0;
        for (long left = within; left != 0; left &= left - 1) {
            int s = Long.numberOfTrailingZeros(left);
            if (isOpen[row * servers + s] && taken[row * servers + s] > bearable) {
                isOpen[row * servers + s] = false;
                count[row]--;
                closed++;
            }
        }
        return closed;
    }
}
