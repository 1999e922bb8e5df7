package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;

/** Regret greedy, repaired where it is over a capacity, then improved until no move and no swap is left. */
public final class LocalSearchHeuristic extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        long placed = new FeasibleGreedy(placement).placeAll(meter);
        boolean feasible = placement.overload() == 0;
        return placed + (feasible ? new LocalSearch(placement).improve(meter, placed) : 0);
    }
}
