package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.Linearisation;

/**
 * Mixed-integer programming by HiGHS on the {@link Linearisation}, with its defaults but for the gap at which it stops, which is 0.
 * It is called through its own C interface: OR-Tools 9.15 forgets what HiGHS has found when its time is over
 * (github.com/google/or-tools/issues/5016), but brings its library along.
 */
final class HighsPeer implements PlacementSolver {
    private static final double NANOS_PER_SECOND = 1e9;

    private final HighsLibrary library = HighsLibrary.load();

    @Override
    public void solve(SolveContext context) {
        LinearProgram program = Linearisation.of(context.problem());
        if (context.meter().isSpent(0)) {
            return;
        }
        try (HighsModel model = new HighsModel(library, program)) {
            model.set("mip_rel_gap", 0.0);
            model.set("mip_abs_gap", 0.0);
            model.set("threads", context.threads());
            model.set("random_seed", Long.hashCode(context.seed()) & Integer.MAX_VALUE);
            if (context.budget().nanos() != Long.MAX_VALUE) {
                double left = context.meter().nanosLeft() / NANOS_PER_SECOND;
                if (left <= 0) {
                    return;
                }
                model.set("time_limit", left);
            }
            model.run();
            model.solution()
                    .ifPresent(values -> context.offer(LinearAnswers.placement(context.problem(), i -> values[i])));
            model.bound().ifPresent(bound -> LinearAnswers.raise(context, bound));
        }
    }
}
