package dev.twinplace.heuristic;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;

/**
 * What heuristics share: the separable bound that says how far off they can be, and an honest {@code UNKNOWN} where they
 * end without a feasible placement.
 */
abstract class Heuristic implements PlacementSolver {
    /**
     * Places twins until all are placed or the budget is spent.
     *
     * @param placement all twins unplaced at first; a placement over a capacity counts as not found
     * @return steps taken
     */
    abstract long place(IncrementalCost placement, BudgetMeter meter, long seed);

    @Override
    public final SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        SolveContext context = new SolveContext(problem, budget, listener);
        double lowerBound = new SeparableRelaxation(context.reduced()).lowerBound();
        if (lowerBound == Double.POSITIVE_INFINITY) {
            return context.infeasible(0);
        }
        context.raiseBound(lowerBound);
        IncrementalCost placement = new IncrementalCost(problem);
        long steps = place(placement, context.meter(), seed);
        int[] serverOf = new int[problem.twins()];
        placement.copyTo(serverOf);
        if (isComplete(serverOf)) {
            context.offer(serverOf);
        }
        return context.result(steps);
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
