package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;

/**
 * What the rows of {@link SideConstraints}, further resources and separate groups, charge for what is scarce. With a price λ ≥ 0
 * for each row r and server s, every placement that keeps the rows costs at least
 *
 * <pre>Σ_m ( cost[m][s_m] + Σ_r λ[r][s_m] · demand[r][m] )  −  Σ_r,s λ[r][s] · limit[r][s]</pre>
 *
 * <p>for load ≤ limit. The relaxations solve the first sum with what else they know of the problem. Prices are kept in an array of
 * the caller's, that of r on s at {@code offset + r·R + s}; where the limit is infinite, or 0, the price is 0. Sums are rounded
 * such that bounds hold. Never changes.
 */
final class RowPrices {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final SideConstraints side;
    private final int servers;
    private final int offset;
    /** The mean demand in each row: prices times it are costs of a twin. */
    private final double[] unit;

    private final double lowered;

    private RowPrices(PlacementProblem problem, int offset) {
        side = problem.side();
        servers = problem.servers();
        this.offset = offset;
        unit = new double[side.rows()];
        for (int r = 0; r < unit.length; r++) {
            unit[r] = meanDemand(r);
        }
        int most = 0;
        for (int m = 0; m < problem.twins(); m++) {
            most = Math.max(most, side.end(m) - side.start(m));
        }
        lowered = 1 - 2 * (most + 2) * UNIT_ROUNDOFF;
    }

    /** Of a problem, null if it has no rows. */
    static RowPrices of(PlacementProblem problem, int offset) {
        return problem.side().rows() == 0 ? null : new RowPrices(problem, offset);
    }

    /** How many prices there are. */
    static int count(PlacementProblem problem) {
        return problem.side().rows() * problem.servers();
    }

    private double meanDemand(int row) {
        double sum = 0;
        for (int i = 0; i < side.members(row); i++) {
            sum += side.memberDemand(row, i);
        }
        return sum / side.members(row);
    }

    /** A cost that is not negative with what the rows charge, at most. O(rows of the twin). */
    double charged(double cost, int twin, int server, double[] price) {
        int start = side.start(twin);
        int end = side.end(twin);
        double sum = cost;
        for (int entry = start; entry < end; entry++) {
            sum += price[offset + side.row(entry) * servers + server] * side.demand(entry);
        }
        return start == end ? cost : sum * lowered;
    }

    /** Σ λ·limit, at least; 0 if all prices are 0. O(rows · R). */
    double charge(double[] price) {
        double sum = 0;
        for (int r = 0; r < unit.length; r++) {
            for (int s = 0; s < servers; s++) {
                double each = price[offset + r * servers + s];
                sum += each > 0 ? each * side.sumLimit(r, s) : 0;
            }
        }
        return sum * (1 + 2 * (unit.length * servers + 2) * UNIT_ROUNDOFF);
    }

    /** Adds the demands of a twin to loads, that of r on s at r·R + s. */
    void load(int twin, int server, double[] loads) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            loads[side.row(entry) * servers + server] += side.demand(entry);
        }
    }

    /** Whether there is a price for a cell r·R + s. */
    boolean isPriced(int cell) {
        double limit = limit(cell);
        return limit > 0 && limit != Double.POSITIVE_INFINITY;
    }

    double limit(int cell) {
        return side.sumLimit(cell / servers, cell % servers);
    }

    /** A demand that is typical of the row of a cell; positive. */
    double unit(int cell) {
        return unit[cell / servers];
    }
}
