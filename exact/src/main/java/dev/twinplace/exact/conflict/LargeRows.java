package dev.twinplace.exact.conflict;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows of a packing by what they demand of a quantity that is the same on all servers: whether servers have places for the largest. */
final class LargeRows {
    /** Rows are counted only if they are so large that no server has room for more of them. */
    private static final int MAX_PLACES = 5;

    private final double[] demand;
    private final int[] descending;

    /** Keeps its argument, which is by row. O(rows · log rows). */
    LargeRows(double[] demand) {
        this.demand = demand;
        descending = IntStream.range(0, demand.length)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -demand[u]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Whether for some size there are more rows of at least that size than servers have room for. O(rows²·R) at most.
     *
     * @param room by server
     * @param mask by row: the servers that it may go to; 0 for rows that do not count
     */
    boolean areTooMany(double[] room, long[] mask) {
        double most = 0;
        for (double each : room) {
            most = each == Double.POSITIVE_INFINITY ? most : Math.max(most, each);
        }
        int many = 0;
        for (int i = 0; i < descending.length && demand[descending[i]] * MAX_PLACES > most; i++) {
            if (mask[descending[i]] != 0) {
                many++;
                int places = 0;
                for (int s = 0; s < room.length && places < many; s++) {
                    places += places(i, s, room[s], mask);
                }
                if (places < many) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many of the largest rows a server has room for, if the smallest of them come. */
    private int places(int last, int s, double room, long[] mask) {
        int places = 0;
        double left = room;
        for (int i = last; i >= 0; i--) {
            int u = descending[i];
            if ((mask[u] >> s & 1) != 0) {
                left -= demand[u];
                if (left < 0) {
                    return places;
                }
                places++;
            }
        }
        return places;
    }
}
