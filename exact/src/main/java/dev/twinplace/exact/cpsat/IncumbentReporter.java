package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpSolverSolutionCallback;
import dev.twinplace.api.SolveContext;

/**
 * Offers each placement that CP-SAT finds to the solve, which measures it by definition and tells the listener of that cost, not
 * of the integer objective. What the listener throws is kept until the search has returned.
 */
final class IncumbentReporter extends CpSolverSolutionCallback {
    /** Above this a double of CP-SAT may be rounded, by a few units in its last place. */
    private static final double MAX_EXACT = 0x1p50;

    private final AssignmentModel model;
    private final SolveContext context;
    private RuntimeException failure;

    IncumbentReporter(AssignmentModel model, SolveContext context) {
        this.model = model;
        this.context = context;
    }

    @Override
    public void onSolutionCallback() {
        if (failure != null) {
            return;
        }
        try {
            if (context.offer(model.placement(this::value))) {
                context.raiseBound(model.lowerBound(wholeBelow(bestObjectiveBound())));
            }
        } catch (RuntimeException e) { // must not cross native code
            failure = e;
            stopSearch();
        }
    }

    private static long wholeBelow(double bound) {
        return (long) Math.floor(bound <= MAX_EXACT ? bound : bound * (1 - 1 / MAX_EXACT));
    }

    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
