package dev.twinplace.exact.decomposition;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;

/**
 * Solves the paper's problem (P) exactly: T<sub>m</sub> and E<sub>m</sub> depend on X<sub>m</sub> alone, so the minimum of
 * the sum is the sum of the minima. O(M·R), and no NP-hardness in sight.
 *
 * <p>Where twins are coupled the same minima are a lower bound, and the placement is an answer only if it happens to
 * respect the capacities. Side constraints are refused. A node is a twin.
 */
public final class DecompositionSolver implements PlacementSolver {
    @Override
    public void solve(SolveContext context) {
        if (!context.problem().side().isNone()) {
            throw new UnsupportedProblemException("decomposition does not take "
                    + context.problem().side().kinds() + "; use branch-and-bound or auto");
        }
        context.countNodes(context.problem().twins());
        if (!context.isSettled()) {
            context.offer(context.separable().placement());
        }
    }
}
