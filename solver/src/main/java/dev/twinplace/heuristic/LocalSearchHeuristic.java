package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;

/**
 * Regret greedy, repaired where it is over a capacity, then improved until no move and no swap is left. A solve that begins with
 * a placement is improved from there.
 */
public final class LocalSearchHeuristic extends Heuristic {
    @Override
    boolean improvesIncumbents() {
        return true;
    }

    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        long placed = new FeasibleGreedy(placement).placeAll(meter);
        boolean feasible = placement.overload() == 0;
        return placed + (feasible ? new LocalSearch(placement).improve(meter, placed) : 0);
    }
}
