package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;

/**
 * Greedy with regret: the twin that would lose most by not getting its cheapest server goes first. Repaired where that is
 * over a capacity.
 */
public final class RegretGreedyHeuristic extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        return new FeasibleGreedy(placement).placeAll(meter);
    }
}
