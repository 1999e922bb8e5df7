package dev.twinplace.problem;

import java.math.BigDecimal;

/**
 * A problem with each twin's offset taken off its costs: the cost of its cheapest server among those that it fits on.
 *
 * <p>What is left, the excess, is what decisions can change. Searches work on it, so that a large offset that all costs
 * share takes no precision from them, and optimality is judged by it. The difference of two doubles is rounded once:
 * reduced costs have a relative error of 2<sup>-53</sup>, and none where the costs are whole numbers below 2<sup>53</sup>.
 */
public final class ReducedProblem {
    /** Up to this sum of absolute costs, sums of whole numbers are exact. */
    private static final double EXACT = 0x1p52;

    private final PlacementProblem problem;
    private final double[] offset;
    private final boolean whole;

    private ReducedProblem(PlacementProblem problem, double[] offset, boolean whole) {
        this.problem = problem;
        this.offset = offset;
        this.whole = whole;
    }

    /** Reduces a problem in O(M·R). A twin that fits nowhere has the offset 0. */
    public static ReducedProblem of(PlacementProblem original) {
        double[] offset = new double[original.twins];
        double[] reduced = new double[original.cost.length];
        double[] limit = original.loadLimit;
        boolean whole = !original.hasContention();
        double offsets = 0;
        double magnitude = 0;
        for (int m = 0; m < offset.length; m++) {
            int row = m * original.servers;
            double least = offset(original, row, limit);
            offset[m] = least;
            offsets += Math.abs(least);
            double greatest = 0;
            for (int s = 0; s < original.servers; s++) {
                if (original.demand[row + s] <= limit[s]) {
                    double cost = original.cost[row + s];
                    double rest = cost - least;
                    reduced[row + s] = rest;
                    greatest = rest > greatest ? rest : greatest;
                    whole &= cost == Math.rint(cost);
                }
            }
            magnitude += greatest;
        }
        PlacementProblem problem = new PlacementProblem(original, reduced, magnitude);
        return new ReducedProblem(problem, offset, whole && problem.costMagnitude() + offsets <= EXACT);
    }

    private static double offset(PlacementProblem original, int row, double[] limit) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < limit.length; s++) {
            double cost = original.cost[row + s];
            if (cost < least && original.demand[row + s] <= limit[s]) {
                least = cost;
            }
        }
        return least < Double.POSITIVE_INFINITY ? least : 0;
    }

    /** The problem that is left: no cost is negative, each twin's least is 0, and so is that of a server it does not fit on. */
    public PlacementProblem problem() {
        return problem;
    }

    /** Whether the cost of every placement is a whole number and every sum of costs exact: they then differ by 1 at least. */
    public boolean isWhole() {
        return whole;
    }

    /** What was taken off the costs of a twin. */
    public double offset(int twin) {
        return offset[twin];
    }

    /** What was taken off the cost of every placement, exactly. */
    public BigDecimal offset() {
        BigDecimal sum = BigDecimal.ZERO;
        for (double each : offset) {
            sum = sum.add(new BigDecimal(each));
        }
        return sum;
    }

    /** A cost that is at most the sum of the offsets and an excess: a bound of the one is a bound of the other. */
    public double costBelow(double excess) {
        if (!Double.isFinite(excess)) {
            return excess;
        }
        double sum = 0;
        double lost = 0; // what rounding took from the sum (Neumaier, ZAMM 54, 1974)
        for (int m = 0; m <= offset.length; m++) {
            double next = m < offset.length ? offset[m] : excess;
            double total = sum + next;
            lost += Math.abs(sum) >= Math.abs(next) ? sum - total + next : next - total + sum;
            sum = total;
        }
        double rounded = sum + lost;
        return lost == 0 ? rounded : Math.nextDown(Math.nextDown(rounded));
    }

    /** An excess that, with the sum of the offsets, is at most a cost: a bound of the one is a bound of the other. */
    public double excessBelow(double cost) {
        if (!Double.isFinite(cost)) {
            return cost;
        }
        BigDecimal exact = new BigDecimal(cost).subtract(offset());
        double rounded = exact.doubleValue();
        return new BigDecimal(rounded).compareTo(exact) <= 0 ? rounded : Math.nextDown(rounded);
    }
}
