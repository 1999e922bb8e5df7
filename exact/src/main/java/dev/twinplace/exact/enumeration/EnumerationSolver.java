package dev.twinplace.exact.enumeration;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;
import java.util.Locale;

/**
 * Proves the optimum by evaluating all R^M placements: nothing to get wrong, so everything else is tested against it.
 *
 * <p>Without a budget, more than {@value #MOST_UNBOUNDED} placements are refused. A node is a placement; a node budget is
 * spent in the order of enumeration, rounded up to whole sweeps of the first two twins, and the answer is the same for any
 * number of threads. Among equal costs the first placement in that order wins. Running sums are relative to the largest
 * cost: where costs of one problem differ by more than about 10<sup>12</sup>, the least of them are lost in rounding.
 */
public final class EnumerationSolver implements PlacementSolver {
    private static final double MOST_UNBOUNDED = 1e10;

    private final int threads;

    /**
     * Enumerates on several threads.
     *
     * @param threads at least 1
     */
    public EnumerationSolver(int threads) {
        this.threads = threads;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        double placements = Math.pow(problem.servers(), problem.twins());
        if (budget.isUnlimited() && placements > MOST_UNBOUNDED) {
            throw new UnsupportedProblemException(String.format(
                    Locale.ROOT,
                    "enumeration would evaluate %d^%d = %.1e placements, more than the %.0e it does without a budget",
                    problem.servers(),
                    problem.twins(),
                    placements,
                    MOST_UNBOUNDED));
        }
        BudgetMeter meter = budget.start();
        SeparableRelaxation relaxation = new SeparableRelaxation(problem);
        double lowerBound = relaxation.lowerBound();
        if (lowerBound == Double.POSITIVE_INFINITY) {
            return SolveResult.infeasible(0, meter.elapsed());
        }
        if (problem.twins() < PrefixEnumeration.SWEPT) {
            listener.improved(lowerBound, lowerBound, meter.elapsed());
            return SolveResult.optimal(problem, relaxation.placement(), problem.servers(), meter.elapsed());
        }
        Enumeration enumeration = new Enumeration(problem, budget, meter, lowerBound, listener);
        enumeration.run(threads);
        return enumeration.result();
    }
}
