package dev.twinplace.exact.mip;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;

/**
 * Proves optima of small problems by linear programming and branch and bound: a second opinion on {@code branch-and-bound}
 * that shares no relaxation and no search with it, and needs no native code.
 *
 * <p>ojAlgo solves the linear relaxation of the {@link dev.twinplace.exact.linear.Linearisation} of each node. It is not
 * believed: a bound is computed from its multipliers in a way that holds for any ({@link DualBound}), and its solution only says
 * where to branch.
 *
 * <p>ojAlgo's own integer solver (57.1.0) is not used: on random problems of 7 twins on 3 servers it claims wrong optima, with
 * and without presolve, and the more so the larger the demands. It re-solves a node from its parent's basis, and where the
 * solution then violates its bounds (0 ≤ 2.5 ≤ 1), it is clamped and used.
 *
 * <p>Starts from regret greedy and local search. A node is a partial placement that was bounded or extended, or a complete one
 * that was evaluated. Uses one thread. A problem whose linear program exceeds {@value #MAX_CELLS} cells is refused.
 */
public final class MipSolver implements PlacementSolver {
    /** A dense tableau of 16 MB: a step of the simplex method then takes milliseconds, so that budgets can be kept. */
    private static final long MAX_CELLS = 2_000_000;

    @Override
    public void solve(SolveContext context) {
        requirePossible(context.problem());
        Opening.place(context, context.meter().ofTimeAlone());
        if (context.isOver(0)) {
            return;
        }
        try (TimeBox time = new TimeBox(context)) {
            new MipTreeSearch(context, time).run();
        }
    }

    /** Rows of the linear program for the side constraints of a server. */
    private static long rowsOfSide(PlacementProblem problem, int server) {
        SideConstraints side = problem.side();
        long rows = 0;
        for (int r = 0; r < side.rows(); r++) {
            rows += side.limit(r, server) < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        for (int m = 0; m < problem.twins() && side.hasWorkLimits(); m++) {
            rows += side.workLimit(m, server) < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return rows;
    }

    private static void requirePossible(PlacementProblem problem) {
        long twins = problem.twins();
        long rows = twins;
        long columns = twins * (problem.servers() + 1);
        for (int s = 0; s < problem.servers(); s++) {
            boolean contended = problem.contention(s) > 0;
            rows += (problem.capacity(s) < Double.POSITIVE_INFINITY ? 1 : 0) + (contended ? twins + 1 : 0);
            columns += contended ? twins + 1 : 0;
            rows += rowsOfSide(problem, s);
        }
        long cells = rows * (rows + columns);
        if (cells > MAX_CELLS) {
            throw new UnsupportedProblemException(
                    "mip would need a linear program of " + cells + " cells, more than the " + MAX_CELLS
                            + " that it is good for; use branch-and-bound or lagrangian");
        }
    }
}
