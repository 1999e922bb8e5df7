package dev.twinplace.exact.enumeration;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;
import java.util.Locale;

/**
 * Proves the optimum by evaluating all R^M placements: nothing to get wrong, so everything else is tested against it.
 *
 * <p>Without a budget, more than {@value #MAX_UNBOUNDED} placements are refused. A node is a placement; a node budget is
 * spent in the order of enumeration, rounded up to whole sweeps of the first two twins, and the answer is the same for any
 * number of threads. Among placements of equal excess cost the first in that order wins.
 *
 * <p>Numbers may span any magnitudes. Loads are added up exactly. Costs are added up exactly as well, rounded down
 * beforehand, and only rule placements out; a placement that they do not rule out is evaluated by definition, with the
 * offsets of its twins taken off. So the answer is optimal up to the rounding of one such evaluation, (3M + R + 4)·2<sup>-53</sup>
 * of the excess cost, and INFEASIBLE says that every placement exceeds {@link PlacementProblem#loadLimit} somewhere.
 */
public final class EnumerationSolver implements PlacementSolver {
    private static final double MAX_UNBOUNDED = 1e10;

    private final int threads;
    private final int minJobs;

    /**
     * Enumerates on several threads.
     *
     * @param threads at least 1
     */
    public EnumerationSolver(int threads) {
        this(threads, Enumeration.MIN_JOBS);
    }

    /** For tests, to which fewer jobs give longer runs of the Gray code. */
    EnumerationSolver(int threads, int minJobs) {
        this.threads = threads;
        this.minJobs = minJobs;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        double placements = Math.pow(problem.servers(), problem.twins());
        if (budget.isUnlimited() && placements > MAX_UNBOUNDED) {
            throw new UnsupportedProblemException(String.format(
                    Locale.ROOT,
                    "enumeration would evaluate %d^%d = %.1e placements, more than the %.0e it does without a budget",
                    problem.servers(),
                    problem.twins(),
                    placements,
                    MAX_UNBOUNDED));
        }
        SolveContext context = new SolveContext(problem, budget, listener);
        double lowerBound = new SeparableRelaxation(context.reduced()).lowerBound();
        if (lowerBound == Double.POSITIVE_INFINITY) {
            return context.infeasible(0);
        }
        context.raiseBound(lowerBound);
        if (problem.twins() < PrefixEnumeration.SWEPT) {
            return placeOnlyTwin(context);
        }
        Enumeration enumeration = new Enumeration(context, budget, minJobs);
        enumeration.run(threads);
        return enumeration.result();
    }

    /** For a twin that fits somewhere. */
    private static SolveResult placeOnlyTwin(SolveContext context) {
        PlacementProblem problem = context.problem();
        for (int s = 0; s < problem.servers(); s++) {
            if (problem.fits(0, s)) {
                context.offer(new int[] {s});
            }
        }
        context.proveIncumbent();
        return context.result(problem.servers());
    }
}
