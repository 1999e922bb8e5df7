package dev.twinplace.exact.bound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.RegretGreedy;
import dev.twinplace.problem.PlacementProblem;

/** Makes a placement of a part of one that a relaxation suggests: regret greedy places the rest, local search improves it. */
public final class PrimalHeuristic {
    private final IncrementalCost placement;
    private final RegretGreedy greedy;
    private final LocalSearch localSearch;

    public PrimalHeuristic(PlacementProblem problem) {
        placement = new IncrementalCost(problem);
        greedy = new RegretGreedy(placement);
        localSearch = new LocalSearch(placement);
    }

    /**
     * Completes a placement; returns whether the outcome is complete and within all capacities.
     *
     * @param partial server of each twin, or {@link IncrementalCost#UNPLACED}; read only
     */
    public boolean complete(int[] partial, BudgetMeter meter) {
        placement.reset(partial);
        greedy.placeAll(meter);
        if (!isComplete()) {
            return false;
        }
        localSearch.improve(meter, 0);
        return placement.overload() == 0;
    }

    private boolean isComplete() {
        for (int m = 0; m < placement.problem().twins(); m++) {
            if (placement.serverOf(m) == IncrementalCost.UNPLACED) {
                return false;
            }
        }
        return true;
    }

    /** The outcome, until the next one. */
    public IncrementalCost placement() {
        return placement;
    }
}
