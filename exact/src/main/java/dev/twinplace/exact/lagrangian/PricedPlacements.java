package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.bound.CandidateSearch;
import dev.twinplace.exact.bound.ReducedCosts;
import dev.twinplace.heuristic.OverloadRepair;
import dev.twinplace.heuristic.RegretGreedy;
import dev.twinplace.problem.PlacementProblem;

/**
 * Makes placements of the parts that relaxations suggest: regret greedy places the rest, a repair makes room, local search
 * among cheap servers improves the outcome. Offers it to the context.
 */
final class PricedPlacements {
    private final SolveContext context;
    private final BudgetMeter meter;
    private final IncrementalCost placement;
    private final RegretGreedy greedy;
    private final OverloadRepair repair;
    private final CandidateSearch localSearch;
    private final int[] complete;

    PricedPlacements(SolveContext context) {
        this.context = context;
        PlacementProblem problem = context.reduced();
        meter = context.meter().ofTimeAlone();
        placement = new IncrementalCost(problem);
        greedy = new RegretGreedy(placement);
        repair = new OverloadRepair(placement);
        localSearch = new CandidateSearch(placement);
        complete = new int[problem.twins()];
    }

    /**
     * Completes and offers a placement, without a repair or an improvement: for prices that are still far from their best.
     *
     * @param partial server of each twin, or {@link IncrementalCost#UNPLACED}; read only
     */
    void offerQuickly(int[] partial) {
        placement.reset(partial);
        greedy.placeAll(meter);
        if (placement.overload() == 0) {
            placement.copyTo(complete);
            context.offer(complete);
        }
    }

    /** As {@link #offerQuickly}, with repair and improvement. */
    void offer(int[] partial, ReducedCosts prices) {
        placement.reset(partial);
        greedy.placeAll(meter);
        if (placement.overload() > 0 && !repair.repair(meter)) {
            return;
        }
        localSearch.improve(prices, meter);
        placement.copyTo(complete);
        context.offer(complete);
    }
}
