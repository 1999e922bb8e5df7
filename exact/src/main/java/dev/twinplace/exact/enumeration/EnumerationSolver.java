package dev.twinplace.exact.enumeration;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;
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
 * of the excess cost, and INFEASIBLE says that every placement exceeds {@link PlacementProblem#loadLimit} somewhere
 * or breaks a side constraint.
 */
public final class EnumerationSolver implements PlacementSolver {
    private static final double MAX_UNBOUNDED = 1e10;

    private final int minJobs;

    public EnumerationSolver() {
        this(Enumeration.MIN_JOBS);
    }

    /** For tests, to which fewer jobs give longer runs of the Gray code. */
    EnumerationSolver(int minJobs) {
        this.minJobs = minJobs;
    }

    @Override
    public void solve(SolveContext context) {
        requirePossible(context);
        if (context.isSettled()) {
            return;
        }
        if (context.problem().twins() < PrefixEnumeration.SWEPT) {
            placeOnlyTwin(context);
        } else {
            Enumeration enumeration = new Enumeration(context, minJobs);
            enumeration.run();
            enumeration.conclude();
        }
    }

    private static void requirePossible(SolveContext context) {
        PlacementProblem problem = context.problem();
        double placements = Math.pow(problem.servers(), problem.twins());
        if (context.budget().isUnlimited() && placements > MAX_UNBOUNDED) {
            throw new UnsupportedProblemException(String.format(
                    Locale.ROOT,
                    "enumeration would evaluate %d^%d = %.1e placements, more than the %.0e it does without a budget",
                    problem.servers(),
                    problem.twins(),
                    placements,
                    MAX_UNBOUNDED));
        }
    }

    /** For a twin that fits somewhere. */
    private static void placeOnlyTwin(SolveContext context) {
        PlacementProblem problem = context.problem();
        for (int s = 0; s < problem.servers(); s++) {
            if (problem.fits(0, s)) {
                context.offer(new int[] {s});
            }
        }
        if (context.hasIncumbent()) {
            context.proveIncumbent();
        } else {
            context.proveInfeasible();
        }
        context.countNodes(problem.servers());
    }
}
