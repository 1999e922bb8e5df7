package dev.twinplace.exact.decomposition;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;

/**
 * Solves the paper's problem (P) exactly: T<sub>m</sub> and E<sub>m</sub> depend on X<sub>m</sub> alone, so the minimum of
 * the sum is the sum of the minima. O(M·R), and no NP-hardness in sight.
 *
 * <p>Where twins are coupled the same minima are a lower bound, and the placement is an answer only if it happens to
 * respect the capacities. A node is a twin.
 */
public final class DecompositionSolver implements PlacementSolver {
    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        SolveContext context = new SolveContext(problem, budget, listener);
        SeparableRelaxation relaxation = new SeparableRelaxation(context.reduced());
        if (relaxation.lowerBound() == Double.POSITIVE_INFINITY) {
            return context.infeasible(problem.twins());
        }
        context.raiseBound(relaxation.lowerBound());
        context.offer(relaxation.placement());
        return context.result(problem.twins());
    }
}
