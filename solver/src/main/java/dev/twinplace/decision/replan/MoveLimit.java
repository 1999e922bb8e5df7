package dev.twinplace.decision.replan;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * How many moves a placement may make: at most K over all rows. What a row counts depends on its column: 0 where all its
 * twins stay; 1 elsewhere for a single twin that could stay; more for twins that must be together.
 */
public final class MoveLimit {
    private final int max;
    private final int rows;
    private final int columns;
    private final int[] count;

    /**
     * Keeps its arguments.
     *
     * @param max K, not negative
     * @param count the moves of each row on each column, row-major, not negative
     */
    public MoveLimit(int max, int rows, int columns, int[] count) {
        if (max < 0) {
            throw new IllegalArgumentException("limit of moves: must be >= 0, but was " + max);
        }
        if (count.length != rows * columns) {
            throw new IllegalArgumentException("counts: must be " + rows * columns + ", but are " + count.length);
        }
        this.max = max;
        this.rows = rows;
        this.columns = columns;
        this.count = count;
    }

    /** K. */
    public int max() {
        return max;
    }

    /** The moves that a row makes on a column. */
    int of(int row, int column) {
        return count[row * columns + column];
    }

    /** The moves of a placement. O(M). */
    public int total(int[] columnOf) {
        int total = 0;
        for (int u = 0; u < rows; u++) {
            total += of(u, columnOf[u]);
        }
        return total;
    }

    /** Whether a placement makes no more moves than the limit. O(M). */
    public boolean allows(int[] columnOf) {
        return total(columnOf) <= max;
    }

    /** The costs of a problem plus a price for each move; row-major. O(M·R). */
    double[] pricedCosts(PlacementProblem problem, double price) {
        double[] costs = new double[count.length];
        Arrays.setAll(costs, i -> problem.cost(i / columns, i % columns) + (count[i] == 0 ? 0 : price * count[i]));
        return costs;
    }
}
