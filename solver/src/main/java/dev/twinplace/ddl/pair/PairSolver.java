package dev.twinplace.ddl.pair;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Polish;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.problem.PlacementProblem;

/**
 * {@code ddl-pair}: a learned placement, with a lower bound by the prices that the networks state. Where no candidate keeps
 * to the capacities, which takes a problem without a cloud, it answers as {@code local-search} does.
 */
public final class PairSolver implements PlacementSolver {
    private final PairModel model;
    private final Polish polish;

    public PairSolver(PairModel model, Polish polish) {
        this.model = model;
        this.polish = polish;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        SolveContext context = new SolveContext(problem, budget, listener);
        double separable = new SeparableRelaxation(context.reduced()).lowerBound();
        if (separable == Double.POSITIVE_INFINITY) {
            return context.infeasible(0);
        }
        context.raiseBound(separable);
        PairDecision decision = new PairDecision(model, problem, polish);
        if (!decision.decide(context.meter())) {
            return new LocalSearchHeuristic().solve(problem, budget, seed, listener);
        }
        context.raiseCostBound(decision.lowerBound());
        context.offer(decision.placement());
        return context.result(decision.steps());
    }
}
