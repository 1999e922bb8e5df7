package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;

/**
 * Finds a placement of any size and proves how far from the optimum it can be at most.
 *
 * <p>Prices of servers climb until their steps get too short to matter; on problems that are small enough for it, prices of
 * twins then climb on from there, to a bound that is higher. On the way relaxed solutions are completed to placements. Ends
 * by itself. A node is an evaluation of a relaxation. Deterministic, unless time ends it; one thread.
 */
public final class LagrangianSolver implements PlacementSolver {
    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        SolveContext context = new SolveContext(problem, budget, listener);
        double separable = new SeparableRelaxation(context.reduced()).lowerBound();
        if (separable == Double.POSITIVE_INFINITY) {
            return context.infeasible(0);
        }
        context.raiseBound(separable);
        if (context.meter().isSpent(0)) {
            return context.result(0);
        }
        LagrangianSearch search = new LagrangianSearch(context);
        search.placeGreedily();
        search.climbServerPrices();
        search.climbTwinPrices();
        return search.result();
    }
}
