package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.IncrementalCost;

/** What heuristics share: they make one placement, and offer it if it is complete. */
abstract class Heuristic implements PlacementSolver {
    /**
     * Places twins until all are placed or the budget is spent.
     *
     * @param placement all twins unplaced at first; a placement over a capacity counts as not found
     * @return steps taken
     */
    abstract long place(IncrementalCost placement, BudgetMeter meter, long seed);

    @Override
    public final void solve(SolveContext context) {
        if (context.isSettled()) {
            return;
        }
        IncrementalCost placement = new IncrementalCost(context.problem());
        context.countNodes(place(placement, context.meter(), context.seed()));
        int[] serverOf = new int[context.problem().twins()];
        placement.copyTo(serverOf);
        if (isComplete(serverOf)) {
            context.offer(serverOf);
        }
    }

    private static boolean isComplete(int[] serverOf) {
        for (int server : serverOf) {
            if (server == IncrementalCost.UNPLACED) {
                return false;
            }
        }
        return true;
    }
}
