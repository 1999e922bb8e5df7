package dev.twinplace.exact.cpsat;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.RegretGreedy;
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
 * it searches on one thread, also if the options allow more, and is deterministic; without one, several threads find placements of
 * one cost, but not always the same one.
 */
public final class CpSatSolver implements PlacementSolver {
    private static final long MAX_VARIABLES = 2_000_000;

    private final int threads;
    private final Optional<String> obstacle;

    /**
     * Loads the native code, if it is not loaded yet.
     *
     * @param threads at least 1
     */
    public CpSatSolver(int threads) {
        this(threads, NativeLibrary.problem());
    }

    /** A solver that refuses all problems if there is an obstacle. */
    CpSatSolver(int threads, Optional<String> obstacle) {
        this.threads = threads;
        this.obstacle = obstacle;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        requirePossible(problem);
        SolveContext context = new SolveContext(problem, budget, listener);
        double separable = new SeparableRelaxation(context.reduced()).lowerBound();
        if (separable == Double.POSITIVE_INFINITY) {
            return context.infeasible(0);
        }
        context.raiseBound(separable);
        long steps = placeHeuristically(context);
        CpSatSearch search = new CpSatSearch(context, budget, steps);
        boolean done = context.isProven() || context.meter().isSpent(steps);
        return done ? search.result() : search.run(threads, Long.hashCode(seed) & Integer.MAX_VALUE);
    }

    /** Returns the steps it took. */
    private static long placeHeuristically(SolveContext context) {
        IncrementalCost placement = new IncrementalCost(context.reduced());
        int twins = context.problem().twins();
        long steps = new RegretGreedy(placement).placeAll(context.meter());
        if (steps == twins) {
            steps += new LocalSearch(placement).improve(context.meter(), steps);
            int[] serverOf = new int[twins];
            placement.copyTo(serverOf);
            context.offer(serverOf);
        }
        return steps;
    }

    private void requirePossible(PlacementProblem problem) {
        obstacle.ifPresent(why -> {
            throw new UnsupportedProblemException(why);
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
