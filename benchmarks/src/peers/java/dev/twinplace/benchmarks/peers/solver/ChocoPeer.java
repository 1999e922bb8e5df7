package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import org.chocosolver.solver.Solver;

/** Constraint programming with Choco: the {@link ChocoModel}, improved solution by solution until the search is complete. */
final class ChocoPeer implements PlacementSolver {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public void solve(SolveContext context) {
        ChocoModel model = new ChocoModel(context.problem(), context.seed());
        if (context.meter().isSpent(0)) {
            return;
        }
        Solver solver = model.solver();
        if (context.budget().nanos() != Long.MAX_VALUE) {
            solver.limitTime(Math.max(1, context.meter().nanosLeft() / NANOS_PER_MILLI));
        }
        int[] best = null;
        while (solver.solve()) {
            best = model.placement();
        }
        if (best != null) {
            context.offer(best);
        }
    }
}
