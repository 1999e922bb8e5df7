package dev.twinplace.exact.conflict;

import java.util.BitSet;

/**
 * Some rows of a packing, and what they take of a quantity beyond what there is on all servers that any of them may go to. A row changes
 * in O(R).
 */
final class RowSet {
    /** Relative to the demand: more is no rounding error. */
    private static final double ROUNDING = 1e-9;

    private final Packing packing;
    private final Quantity quantity;
    private final BitSet rows = new BitSet();

    /** How many of the rows may go to each server. */
    private final int[] users;

    private double demand;

    /** Rows that fit nowhere. */
    private int stranded;

    /** All rows. */
    RowSet(Packing packing, Quantity quantity) {
        this.packing = packing;
        this.quantity = quantity;
        users = new int[packing.servers()];
        for (int u = 0; u < packing.rows(); u++) {
            add(u);
        }
    }

    void add(int row) {
        rows.set(row);
        change(row, 1);
    }

    void remove(int row) {
        rows.clear(row);
        change(row, -1);
    }

    private void change(int row, int sign) {
        if (!packing.fitsSomewhere(row)) {
            stranded += sign;
            return;
        }
        demand += sign * quantity.least(row);
        for (int s = 0; s < users.length; s++) {
            users[s] += packing.allows(row, s) && quantity.least(row) > 0 ? sign : 0;
        }
    }

    /** Of the rows that fit somewhere. */
    double demand() {
        return demand;
    }

    /** Infinite if a row fits nowhere; may be negative. */
    double excess() {
        if (stranded > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double excess = demand;
        for (int s = 0; s < users.length; s++) {
            excess -= users[s] > 0 ? quantity.limit(s) : 0;
        }
        return excess;
    }

    /** Whether counting shows that they cannot all be packed. */
    boolean isTooMany() {
        return excess() > ROUNDING * demand;
    }

    double leastDemand() {
        return rows.stream().mapToDouble(quantity::least).min().orElse(0);
    }

    /** The rows themselves, not a copy. */
    BitSet rows() {
        return rows;
    }
}
