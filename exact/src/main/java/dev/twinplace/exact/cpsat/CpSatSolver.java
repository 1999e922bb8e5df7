package dev.twinplace.exact.cpsat;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/**
 * Proves optima with OR-Tools' CP-SAT, for every coupling and all of them together: a second opinion on {@code
 * branch-and-bound} by a program that shares nothing with it.
 *
 * <p>CP-SAT counts costs in whole units, and the result states the resolution. Bounds hold in spite of rounding, and what is
 * optimal is decided by {@link dev.twinplace.api.Optimality}, as everywhere: where all costs are whole the search stops when
 * the bound is less than 1 below the cost, elsewhere at half of the tolerance.
 *
 * <p>Starts from regret greedy and local search. A node is a step of theirs or a conflict of CP-SAT. With a budget in nodes
 * it searches on one thread, even if more are allowed, and is deterministic; without one, several threads find placements of
 * one cost, but not always the same one.
 */
public final class CpSatSolver implements PlacementSolver {
    private static final long MAX_VARIABLES = 2_000_000;

    private final Optional<String> obstacle;

    /** Loads the native code, if it is not loaded yet. */
    public CpSatSolver() {
        this(NativeLibrary.problem());
    }

    /** A solver that refuses all problems if there is an obstacle. */
    CpSatSolver(Optional<String> obstacle) {
        this.obstacle = obstacle;
    }

    @Override
    public void solve(SolveContext context) {
        requirePossible(context.problem());
        long steps = Opening.place(context, context.meter());
        CpSatSearch search = new CpSatSearch(context, steps);
        if (!context.isOver(steps)) {
            search.run();
        }
        context.countNodes(search.nodes());
    }

    private void requirePossible(PlacementProblem problem) {
        obstacle.ifPresent(why -> {
            throw new UnsupportedProblemException("cp-sat cannot run here: " + why);
        });
        long variables = (long) problem.twins() * problem.servers();
        if (problem.hasContention() && !SquaredContention.isPossible(problem)) {
            variables *= (problem.twins() + 1) / 2;
        }
        if (variables > MAX_VARIABLES) {
            throw new UnsupportedProblemException("cp-sat would need " + variables + " variables, more than the "
                    + MAX_VARIABLES + " that it is good for; use lagrangian");
        }
    }
}
