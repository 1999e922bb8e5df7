package dev.twinplace.exact.mip;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.exact.linear.Linearisation;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.RegretGreedy;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import org.ojalgo.optimisation.Optimisation;

/**
 * Proves optima by mixed-integer programming: ojAlgo's branch and bound on the {@link Linearisation}.
 *
 * <p>An optimum is believed if ojAlgo claims it and the cost of its placement by definition is what it says, within {@value
 * #TOLERANCE} relatively; that cost is then the lower bound. Otherwise the answer is the better of its placement and that of
 * regret greedy and local search, and the bound that of the separable relaxation, for ojAlgo does not tell its own. A node is
 * one of ojAlgo's iterations. An interrupt is noticed before it starts and after it ends.
 */
public final class MipSolver implements PlacementSolver {
    /** What ojAlgo's floating-point arithmetic may cost. */
    private static final double TOLERANCE = 1e-6;

    private final int threads;

    /** Uses about so many threads, at least 1. */
    public MipSolver(int threads) {
        this.threads = threads;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        BudgetMeter meter = budget.start();
        double separable = new SeparableRelaxation(problem).lowerBound();
        if (separable == Double.POSITIVE_INFINITY) {
            return SolveResult.infeasible(0, meter.elapsed());
        }
        if (meter.isSpent(0)) {
            return SolveResult.unknown(separable, 0, meter.elapsed());
        }
        IncrementalCost best = new IncrementalCost(problem);
        boolean found = placeHeuristically(best, meter.ofTimeAlone());
        double heuristicCost = found ? best.cost() : Double.POSITIVE_INFINITY;
        if (found) {
            listener.improved(heuristicCost, separable, meter.elapsed());
        }
        if (meter.isSpent(0)) {
            return answer(problem, found, best, separable, meter);
        }
        Optimisation.Result claim =
                new PlacementModel(Linearisation.of(problem)).minimise(budget, meter.elapsed(), threads);
        int[] placement = PlacementModel.placement(claim, problem);
        if (placement == null) {
            boolean impossible = claim.getState() == Optimisation.State.INFEASIBLE && !found;
            return impossible
                    ? SolveResult.infeasible(1, meter.elapsed())
                    : answer(problem, found, best, separable, meter);
        }
        IncrementalCost proposed = new IncrementalCost(problem);
        proposed.reset(placement);
        if (proposed.overload() > 0) {
            return answer(problem, found, best, separable, meter);
        }
        boolean proven = claim.getState().isOptimal()
                && Math.abs(claim.getValue() - proposed.cost()) <= TOLERANCE * Math.abs(proposed.cost());
        if (proposed.cost() < heuristicCost) {
            best = proposed;
            listener.improved(best.cost(), proven ? best.cost() : separable, meter.elapsed());
        }
        return answer(problem, true, best, proven ? best.cost() : separable, meter);
    }

    private static boolean placeHeuristically(IncrementalCost placement, BudgetMeter clock) {
        int twins = placement.problem().twins();
        if (new RegretGreedy(placement).placeAll(clock) < twins) {
            return false;
        }
        new LocalSearch(placement).improve(clock, 0);
        return placement.overload() == 0;
    }

    private static SolveResult answer(
            PlacementProblem problem, boolean found, IncrementalCost best, double lowerBound, BudgetMeter meter) {
        if (!found) {
            return SolveResult.unknown(lowerBound, 1, meter.elapsed());
        }
        int[] serverOf = new int[problem.twins()];
        Arrays.setAll(serverOf, best::serverOf);
        return SolveResult.of(problem, serverOf, lowerBound, 1, meter.elapsed());
    }
}
