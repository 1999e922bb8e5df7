package dev.twinplace.decision;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.StageListener;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;

/**
 * Decides one question after another of the same size with one solver, whichever it is, and checks every answer. For callers
 * that decide repeatedly, and for measuring solvers alike.
 *
 * <p>A solver that can keep its memory decides what a buffer of this session holds: that of a learned policy then allocates
 * nothing, unless a budget is new. Any other solver answers a request of its own. What is kept between decisions is in the
 * solver's {@link dev.twinplace.api.RepeatedDecision}. Belongs to one thread, which the solver works on.
 */
public abstract sealed class DecisionSession permits RepeatedSession, SolveSession {
    DecisionSession() {}

    /** Opens a session for questions with these numbers of twins and servers, clouds included. */
    public static DecisionSession open(PlacementSolver solver, int twins, int servers) {
        return open(solver, twins, servers, StageListener.NONE);
    }

    /** As above; tells the listener when a stage of a decision ends, if the solver has stages. */
    public static DecisionSession open(PlacementSolver solver, int twins, int servers, StageListener listener) {
        ProblemBuffer buffer = new ProblemBuffer(twins, servers);
        return solver.repeated(buffer, listener)
                .<DecisionSession>map(decision -> new RepeatedSession(buffer, decision, listener))
                .orElseGet(() -> new SolveSession(solver, false));
    }

    /**
     * Opens a session for questions about one situation that changes. Each decision starts from the placement of the one before,
     * as far as its twins can stay, and, with a solver that climbs to prices of servers, from its prices. So it takes less time
     * and depends on the questions before.
     */
    public static DecisionSession openWarm(PlacementSolver solver) {
        return new SolveSession(solver, true);
    }

    /**
     * Decides a scenario.
     *
     * @param seed for solvers that draw
     * @return whether a placement was found
     * @throws IllegalArgumentException if it is of another size or overflows
     * @throws dev.twinplace.api.UnsupportedProblemException if the solver does not take it
     * @throws IllegalStateException if the placement is not what the solver says: the solver is wrong
     */
    public abstract boolean decide(Scenario scenario, Budget budget, long seed);

    /** As above, a problem of no scenario. */
    public abstract boolean decide(PlacementProblem problem, Budget budget, long seed);

    /** The cost of the last placement, from the definition; infinite if none was found. */
    public abstract double cost();

    /** A lower bound on the cost of every placement of the last question; negative infinity if nothing is proven. */
    public abstract double lowerBound();

    /**
     * The server of each twin, if a placement was found. The array may be overwritten by the next decision.
     *
     * @throws IllegalStateException if none was found
     */
    public abstract int[] placement();
}
