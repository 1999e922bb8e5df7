package dev.twinplace.ddl.price;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.heuristic.LocalSearchHeuristic;

/**
 * {@code ddl-price}: a learned placement, with a lower bound by the prices that the networks state. Where no candidate keeps
 * to the capacities, which takes a problem without a cloud, it answers as {@code local-search} does.
 */
public final class PriceSolver implements PlacementSolver {
    private final PriceModel model;
    private final Polish polish;

    public PriceSolver(PriceModel model, Polish polish) {
        this.model = model;
        this.polish = polish;
    }

    @Override
    public void solve(SolveContext context) {
        if (context.isSettled()) {
            return;
        }
        PriceDecision decision = new PriceDecision(model, context.problem(), polish);
        if (!decision.decide(context.meter())) {
            new LocalSearchHeuristic().solve(context);
            return;
        }
        context.raiseCostBound(decision.lowerBound());
        context.offer(decision.placement());
        context.countNodes(decision.steps());
    }
}
