package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;

/**
 * Descends to a placement that no move of one twin and no swap of two improves.
 *
 * <p>First repairs, if the placement is over a capacity, by the moves and swaps that take most of the overload away; from
 * then on it stays feasible. A pass costs O(M·R + M²). Twins are tried in index order: the result is a function of the
 * start. Improvements below {@value #LEAST_IMPROVEMENT} of the sum of the absolute costs are ignored, and repairs go on
 * only while the overload falls, so that rounding cannot make it go in circles. Every placement on the way can serve as the
 * answer when the budget ends.
 */
public final class LocalSearch {
    private static final double LEAST_IMPROVEMENT = 1e-12;

    private final IncrementalCost placement;
    private final PlacementProblem problem;
    private long steps;
    private double threshold;

    /** Works on a complete placement, in place. */
    public LocalSearch(IncrementalCost placement) {
        this.placement = placement;
        this.problem = placement.problem();
    }

    /**
     * Searches until the placement is locally optimal, cannot be repaired, or the budget is spent.
     *
     * @param stepsBefore what the budget's nodes were spent on before
     * @return moves and swaps made
     */
    public long improve(BudgetMeter meter, long stepsBefore) {
        steps = 0;
        if (!repair(meter, stepsBefore)) {
            return steps;
        }
        boolean improved = true;
        while (improved) {
            threshold = -LEAST_IMPROVEMENT * absoluteCosts();
            improved = false;
            for (int m = 0; m < problem.twins(); m++) {
                if (meter.isSpent(stepsBefore + steps)) {
                    return steps;
                }
                boolean moved = improveByMove(m);
                boolean swapped = improveBySwap(m);
                improved |= moved || swapped;
            }
        }
        return steps;
    }

    /** Makes the placement feasible; false if it cannot, or the budget ends. */
    private boolean repair(BudgetMeter meter, long stepsBefore) {
        double overload = placement.overload();
        double before = Double.POSITIVE_INFINITY;
        while (overload > 0) {
            if (overload >= before || meter.isSpent(stepsBefore + steps) || !repairOnce()) {
                return false;
            }
            steps++;
            before = overload;
            overload = placement.overload();
        }
        return true;
    }

    /** At least the sum of the absolute terms of the cost: rounding errors are relative to that, for the cost may be 0. */
    private double absoluteCosts() {
        double sum = Math.abs(placement.cost());
        for (int m = 0; m < problem.twins(); m++) {
            sum += 2 * Math.abs(problem.cost(m, placement.serverOf(m)));
        }
        return sum;
    }

    private boolean improveByMove(int twin) {
        int best = -1;
        double bestDelta = threshold;
        for (int s = 0; s < problem.servers(); s++) {
            if (s != placement.serverOf(twin) && placement.fits(twin, s)) {
                double delta = placement.moveDelta(twin, s);
                if (delta < bestDelta) {
                    best = s;
                    bestDelta = delta;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        placement.move(twin, best);
        steps++;
        return true;
    }

    private boolean improveBySwap(int twin) {
        int best = -1;
        double bestDelta = threshold;
        for (int other = twin + 1; other < problem.twins(); other++) {
            if (placement.serverOf(other) != placement.serverOf(twin)) {
                double delta = placement.swapDelta(twin, other);
                if (delta < bestDelta && placement.swapFits(twin, other)) {
                    best = other;
                    bestDelta = delta;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        placement.swap(twin, best);
        steps++;
        return true;
    }

    /** Makes the move or swap that takes most of the overload away; false if none does. */
    private boolean repairOnce() {
        int twin = -1;
        int server = -1;
        double most = -LEAST_IMPROVEMENT * placement.overload();
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                double delta = s == placement.serverOf(m) ? 0 : placement.moveOverloadDelta(m, s);
                if (delta < most) {
                    twin = m;
                    server = s;
                    most = delta;
                }
            }
        }
        if (twin >= 0) {
            placement.move(twin, server);
            return true;
        }
        return repairBySwap();
    }

    private boolean repairBySwap() {
        int first = -1;
        int second = -1;
        double most = -LEAST_IMPROVEMENT * placement.overload();
        for (int m = 0; m < problem.twins(); m++) {
            for (int n = m + 1; n < problem.twins(); n++) {
                double delta = placement.serverOf(m) == placement.serverOf(n) ? 0 : placement.swapOverloadDelta(m, n);
                if (delta < most) {
                    first = m;
                    second = n;
                    most = delta;
                }
            }
        }
        if (first < 0) {
            return false;
        }
        placement.swap(first, second);
        return true;
    }
}
