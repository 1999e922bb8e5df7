package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.List;

/**
 * What counting adds up: what rows of a packing take at least, and what servers have of it.
 *
 * <p>Of a dimension these are demands and limits. Of work they are the work of the rows that tolerate a limit on every server
 * they may go to, and for each server the largest of these limits: no load of such rows there can be more.
 */
final class Quantity {
    /** Stands for nothing that is counted. */
    static final int NONE = -1;

    private final Packing packing;
    private final int dimension;
    private final double[] least;
    private final double[] limit;

    private Quantity(Packing packing, int dimension) {
        this.packing = packing;
        this.dimension = dimension;
        least = new double[packing.rows()];
        limit = new double[packing.servers()];
    }

    /** Those that some server limits. O(D·cells). */
    static List<Quantity> all(Packing packing) {
        List<Quantity> all = new ArrayList<>();
        int dimensions = packing.dimensions().size();
        for (int d = 0; d < dimensions + (packing.hasWorkLimits() ? 1 : 0); d++) {
            Quantity quantity = of(packing, d);
            if (quantity.isLimited()) {
                all.add(quantity);
            }
        }
        return all;
    }

    /** Of a dimension; of work, if the number is that of the dimensions; of nothing for {@link #NONE}. */
    static Quantity of(Packing packing, int dimension) {
        Quantity quantity = new Quantity(packing, dimension);
        if (dimension == packing.dimensions().size()) {
            quantity.fillWork();
        } else if (dimension != NONE) {
            for (int u = 0; u < packing.rows(); u++) {
                double demand = packing.leastDemand(dimension, u);
                quantity.least[u] = demand == Double.POSITIVE_INFINITY ? 0 : demand;
            }
            for (int s = 0; s < packing.servers(); s++) {
                quantity.limit[s] = packing.limit(dimension, s);
            }
        }
        return quantity;
    }

    private void fillWork() {
        for (int u = 0; u < packing.rows(); u++) {
            boolean isLimited = packing.fitsSomewhere(u);
            for (int s = 0; s < packing.servers(); s++) {
                isLimited &= !packing.allows(u, s) || packing.workLimit(u, s) != Double.POSITIVE_INFINITY;
            }
            least[u] = isLimited ? packing.work(u) : 0;
            for (int s = 0; s < packing.servers() && isLimited; s++) {
                limit[s] = packing.allows(u, s) ? Math.max(limit[s], packing.workLimit(u, s)) : limit[s];
            }
        }
    }

    private boolean isLimited() {
        for (double each : limit) {
            if (each != Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** The number of the dimension, see {@link #of}. */
    int dimension() {
        return dimension;
    }

    boolean isWork() {
        return dimension == packing.dimensions().size();
    }

    /** What a row takes at least; 0 if it does not count. */
    double least(int row) {
        return least[row];
    }

    double limit(int server) {
        return limit[server];
    }
}
