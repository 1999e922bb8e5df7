package dev.twinplace.exact.auto;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.decomposition.DecompositionSolver;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import java.time.Duration;

/**
 * The default: a proof where one fits the budget, otherwise the best placement and the best bound that our solvers reach
 * together.
 *
 * <p>Without coupling, {@code decomposition} answers at once. Otherwise, on small problems, {@code branch-and-bound} has all
 * of the time. On larger ones {@code lagrangian} begins, until its climbs no longer pay, and {@code
 * branch-and-bound} goes on from its incumbent. All share one incumbent and one bound; the result names the solver that gave
 * each. Without a budget it stops after {@link #DEFAULT_TIME}. A node is a node of any of them; a budget in nodes is not kept.
 */
public final class AutoSolver implements PlacementSolver {
    /** What is spent where no budget of time is given. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(1);

    /** Twins × servers up to which most proofs take milliseconds. */
    private static final long MAX_SMALL_CELLS = 400;

    @Override
    public void solve(SolveContext context) {
        BudgetMeter meter = context.meter();
        Duration time = context.budget().nanos() == Long.MAX_VALUE ? DEFAULT_TIME : Duration.ofNanos(meter.nanosLeft());
        if (context.problem().isSeparable()) {
            work(context, "decomposition", new DecompositionSolver(), time);
        }
        if ((long) context.problem().twins() * context.problem().servers() > MAX_SMALL_CELLS) {
            work(context, "lagrangian", LagrangianSolver.untilClimbsEnd(), time);
        }
        work(context, "branch-and-bound", new BranchAndBoundSolver(), time.minus(elapsed(context, time)));
    }

    private static Duration elapsed(SolveContext context, Duration time) {
        Duration elapsed = context.meter().elapsed();
        return elapsed.compareTo(time) < 0 ? elapsed : time;
    }

    private static void work(SolveContext context, String id, PlacementSolver solver, Duration limit) {
        if (!context.isSettled()) {
            solver.solve(context.part(id, limit, context.threads()));
        }
    }
}
