package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.heuristic.Opening;

/**
 * Finds a placement of any size and proves how far from the optimum it can be at most.
 *
 * <p>Prices of servers climb until their steps get too short to matter; on problems that are small enough for it, prices of
 * twins then climb on from there, to a bound that is higher. On the way relaxed solutions are completed to placements. Ends
 * by itself. A node is an evaluation of a relaxation. Deterministic, unless time ends it; one thread.
 */
public final class LagrangianSolver implements PlacementSolver {
    @Override
    public void solve(SolveContext context) {
        Opening.placeGreedily(context); // the subgradient method needs a target
        if (context.isOver(0)) {
            return;
        }
        LagrangianSearch search = new LagrangianSearch(context);
        search.climbServerPrices();
        search.climbTwinPrices();
        context.countNodes(search.nodes());
    }
}
