package dev.twinplace.exact.cpsat;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
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
 * <p>CP-SAT counts costs in whole units, and the result states the resolution. Bounds hold whatever was rounded, and as
 * everywhere only a cost within {@link dev.twinplace.api.Optimality#RELATIVE} of the bound is called optimal; the search stops
 * at half of that.
 *
 * <p>Starts from regret greedy and local search. A node is a step of theirs or a conflict of CP-SAT. With a budget in nodes
 * it searches on one thread, whatever the options say, and is deterministic; without one, several threads find placements of
 * one cost, but not always the same one.
 */
public final class CpSatSolver implements PlacementSolver {
    private static final long MOST_VARIABLES = 2_000_000;

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
        BudgetMeter meter = budget.start();
        double lowerBound = new SeparableRelaxation(problem).lowerBound();
        if (lowerBound == Double.POSITIVE_INFINITY) {
            return SolveResult.infeasible(0, meter.elapsed());
        }
        IncrementalCost start = new IncrementalCost(problem);
        long steps = new RegretGreedy(start).placeAll(meter);
        if (steps == problem.twins()) {
            steps += new LocalSearch(start).improve(meter, steps);
        }
        CpSatSearch search = new CpSatSearch(problem, budget, meter, listener, lowerBound, steps);
        if (isComplete(start)) {
            search.offer(serverOf(start));
            search.tell();
        }
        return meter.isSpent(steps) ? search.result() : search.run(threads, Long.hashCode(seed) & Integer.MAX_VALUE);
    }

    private void requirePossible(PlacementProblem problem) {
        obstacle.ifPresent(why -> {
            throw new UnsupportedProblemException(why);
        });
        long variables = (long) problem.twins() * problem.servers();
        if (problem.hasContention() && !SquaredContention.isPossible(problem)) {
            variables *= (problem.twins() + 1) / 2;
        }
        if (variables > MOST_VARIABLES) {
            throw new UnsupportedProblemException("cp-sat would need " + variables + " variables, more than the "
                    + MOST_VARIABLES + " that it is good for; use lagrangian");
        }
    }

    private static boolean isComplete(IncrementalCost placement) {
        for (int m = 0; m < placement.problem().twins(); m++) {
            if (placement.serverOf(m) == IncrementalCost.UNPLACED) {
                return false;
            }
        }
        return true;
    }

    private static int[] serverOf(IncrementalCost placement) {
        int[] serverOf = new int[placement.problem().twins()];
        placement.copyTo(serverOf);
        return serverOf;
    }
}
