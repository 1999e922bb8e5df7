package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;

/**
 * Descends to a placement that no move of one twin and no swap of two improves.
 *
 * <p>If the placement is over a capacity, {@link OverloadRepair} comes first; from then on it stays feasible. A pass costs
 * O(M·R + M²). Twins are tried in index order: the result is a function of the start. Improvements below
 * {@value #MIN_IMPROVEMENT} of the sum of the absolute costs are ignored, so that rounding cannot make it go in circles.
 * Every placement on the way can serve as the answer when the budget ends.
 */
public final class LocalSearch {
    private static final double MIN_IMPROVEMENT = 1e-12;

    private final IncrementalCost placement;
    private final ProblemView problem;
    private OverloadRepair repair; // only where it was needed
    private long steps;
    private long looked;
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
     * @return moves and swaps made, those of the repair included, which nodes do not limit
     */
    public long improve(BudgetMeter meter, long stepsBefore) {
        steps = 0;
        looked = 0;
        if (placement.overload() > 0 && !repair(meter)) {
            return steps;
        }
        boolean improved = true;
        while (improved) {
            threshold = -MIN_IMPROVEMENT * absoluteCosts();
            improved = false;
            for (int m = 0; m < problem.twins(); m++) {
                if (meter.isSpent(stepsBefore + steps)) {
                    return steps;
                }
                looked += problem.servers() + problem.twins() - m - 2;
                boolean moved = improveByMove(m);
                boolean swapped = improveBySwap(m);
                improved |= moved || swapped;
            }
        }
        return steps;
    }

    /** Moves and swaps that the last {@link #improve} compared, those of the repair not included. */
    public long looked() {
        return looked;
    }

    private boolean repair(BudgetMeter meter) {
        if (repair == null) {
            repair = new OverloadRepair(placement);
        }
        boolean feasible = repair.repair(meter);
        steps += repair.steps();
        return feasible;
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
}
