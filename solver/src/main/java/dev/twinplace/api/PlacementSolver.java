package dev.twinplace.api;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemView;
import java.util.Optional;

/**
 * Decides where twins run. The name of an implementing class says what it guarantees.
 *
 * <p>Implementations hold no state between calls, so one instance serves many threads. With a budget of nodes, or none, the
 * answer is a function of problem, budget, seed and start, not of the number of threads, unless the class says otherwise.
 */
@FunctionalInterface
public interface PlacementSolver {
    /**
     * Improves the incumbent and the bound of a solve until its budget is spent, it is cancelled, or this solver has nothing
     * left to try. May be called for a solve that another solver has worked on.
     *
     * @throws UnsupportedProblemException if this solver cannot answer this kind or size of problem at all
     */
    void solve(SolveContext context);

    /** Whether time ends it where no budget of time is given, so that its answer may depend on the machine. */
    default boolean endsByTime() {
        return false;
    }

    /**
     * This solver for a caller that decides repeatedly, see {@code DecisionSession}. Empty for a solver that keeps nothing
     * between two solves, not even memory.
     *
     * @param view of the memory that each problem will be in
     * @param listener told when a stage of a decision ends
     */
    default Optional<RepeatedDecision> repeated(ProblemView view, StageListener listener) {
        return Optional.empty();
    }

    /** Answers a request from the beginning to the end, on this thread. */
    default SolveResult solve(SolveRequest request) {
        SolveContext context = new SolveContext(request);
        solve(context);
        return context.result();
    }

    /** Answers without limit, on one thread, with seed 0. */
    default SolveResult solve(PlacementProblem problem) {
        return solve(SolveRequest.of(problem));
    }

    /** Answers within a budget, on one thread. */
    default SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        return solve(SolveRequest.of(problem).withBudget(budget).withSeed(seed).withListener(listener));
    }
}
