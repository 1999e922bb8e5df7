package dev.twinplace.benchmarks.peers.solver;

import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import java.time.Duration;

/**
 * Timefold with its default phases, a construction heuristic and late acceptance, on constraint streams that count in whole
 * numbers; without assertions, as its manual has it for production. It never ends by itself: without a limit of time it is
 * given {@link #PATIENCE}.
 */
final class TimefoldPeer implements PlacementSolver {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SolverFactory<TimefoldPlan> factory = SolverFactory.create(new SolverConfig()
            .withSolutionClass(TimefoldPlan.class)
            .withEntityClasses(TimefoldTwin.class)
            .withConstraintProviderClass(TimefoldConstraints.class)
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withTerminationSpentLimit(PATIENCE));

    @Override
    public void solve(SolveContext context) {
        TimefoldPlan plan = TimefoldPlan.of(context.problem());
        boolean isLimited = context.budget().nanos() != Long.MAX_VALUE;
        long left = isLimited ? context.meter().nanosLeft() : PATIENCE.toNanos();
        if (left <= 0) {
            return;
        }
        TerminationConfig termination =
                new TerminationConfig().withMillisecondsSpentLimit(Math.max(1, left / NANOS_PER_MILLI));
        TimefoldPlan best = factory.buildSolver(
                        new SolverConfigOverride<TimefoldPlan>().withTerminationConfig(termination))
                .solve(plan);
        if (best.placement() != null) {
            context.offer(best.placement());
        }
    }
}
