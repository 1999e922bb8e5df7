package dev.twinplace.exact.bound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.problem.PlacementProblem;

/**
 * What counting settles before any search: fleets of identical twins, and twins that are too many.
 *
 * <p>A search sees identical twins, and servers that are full before their capacity is reached, as ties without end, and its
 * relaxations take twins in part. Counts of twins per class and server have neither: {@link ClassCounts} solves such problems
 * exactly, and {@link Counting} proves that there are fewer places than twins.
 *
 * <p>Side constraints are ignored: what is proven without them holds with them, and a placement that breaks them is not taken.
 */
public final class ManyAlike {
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int MAX_CLASSES = 8;

    private ManyAlike() {}

    /**
     * Proves infeasibility, or raises the bound to the optimum and offers a placement of that cost, where counting can.
     * Otherwise soon done: O(M·R), with a small factor. Once for a solve, whichever of its solvers asks first.
     */
    public static void settle(SolveContext context) {
        PlacementProblem problem = context.reduced();
        if (problem.isSeparable() || context.isOver(0) || !context.isFirst(ManyAlike.class)) {
            return;
        }
        if (!context.hasIncumbent() && Counting.isInfeasible(problem)) {
            context.proveInfeasible();
            return;
        }
        TwinClasses classes = TwinClasses.of(problem, Math.min(MAX_CLASSES, problem.twins() / 2));
        ClassCounts counts = ClassCounts.of(problem, classes);
        BudgetMeter time = context.meter().ofTimeAlone();
        if (counts != null && counts.solve(() -> !time.isSpent(0))) {
            take(context, counts);
        }
    }

    private static void take(SolveContext context, ClassCounts counts) {
        double optimum = counts.optimum();
        if (optimum == Double.POSITIVE_INFINITY) {
            if (!context.hasIncumbent()) {
                context.proveInfeasible();
            }
            return;
        }
        context.offer(counts.placement());
        PlacementProblem problem = context.reduced();
        double error = (4 * problem.twins() + 4 * problem.servers() + 16) * UNIT_ROUNDOFF * problem.costMagnitude();
        context.raiseBound(optimum - error);
    }
}
