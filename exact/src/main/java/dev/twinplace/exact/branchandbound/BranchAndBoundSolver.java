package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.RegretGreedy;
import dev.twinplace.problem.PlacementProblem;

/**
 * Proves optima by depth-first search, for every coupling and all of them together.
 *
 * <p>The first incumbent is that of regret greedy and local search. When the budget ends first, the answer is the incumbent
 * with the bound of the separable relaxation. A node is a twin placed on a server. Deterministic; one thread.
 */
public final class BranchAndBoundSolver implements PlacementSolver {
    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        BudgetMeter meter = budget.start();
        double rootBound = new SeparableRelaxation(problem).lowerBound();
        if (rootBound == Double.POSITIVE_INFINITY) {
            return SolveResult.infeasible(0, meter.elapsed());
        }
        DepthFirstSearch search = new DepthFirstSearch(problem, meter);
        offerHeuristic(problem, meter, search);
        tell(search, rootBound, meter, listener);
        boolean exhausted = search.run();
        if (!search.hasIncumbent()) {
            return exhausted
                    ? SolveResult.infeasible(search.nodes(), meter.elapsed())
                    : SolveResult.unknown(rootBound, search.nodes(), meter.elapsed());
        }
        double lowerBound = exhausted ? search.provenBound() : rootBound;
        tell(search, lowerBound, meter, listener);
        return SolveResult.of(problem, search.incumbent(), lowerBound, search.nodes(), meter.elapsed());
    }

    private static void offerHeuristic(PlacementProblem problem, BudgetMeter meter, DepthFirstSearch search) {
        IncrementalCost placement = new IncrementalCost(problem);
        long steps = new RegretGreedy(placement).placeAll(meter);
        if (steps == problem.twins()) {
            new LocalSearch(placement).improve(meter, steps);
            if (placement.overload() == 0) {
                search.offer(placement);
            }
        }
    }

    private static void tell(
            DepthFirstSearch search, double lowerBound, BudgetMeter meter, IncumbentListener listener) {
        if (search.hasIncumbent()) {
            listener.improved(search.incumbentCost(), lowerBound, meter.elapsed());
        }
    }
}
