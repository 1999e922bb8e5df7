package dev.twinplace.heuristic;

import java.util.Arrays;

/** Sorts indices by a number, without comparators and boxes: fast in code that is run once. */
final class DecreasingOrder {
    private DecreasingOrder() {}

    /** The indices of the values, those of larger values first, equal ones ascending. O(n·log n). */
    static int[] of(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = -values[i];
        }
        Arrays.sort(sorted);
        int[] order = new int[values.length];
        int[] taken = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int larger = countBelow(sorted, -values[i]);
            order[larger + taken[larger]++] = i;
        }
        return order;
    }

    private static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
