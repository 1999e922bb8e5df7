package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpSolverSolutionCallback;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;

/** Passes each better placement on as CP-SAT finds it. What the listener throws is kept until the search has returned. */
final class IncumbentReporter extends CpSolverSolutionCallback {
    /** Relative: solutions that CP-SAT makes of the hint are no news. */
    private static final double NOTEWORTHY = 1e-12;

    /** Above this a double of CP-SAT may be rounded, by a few units in its last place. */
    private static final double LARGEST_EXACT = 0x1p50;

    private final AssignmentModel model;
    private final BudgetMeter meter;
    private final IncumbentListener listener;
    private double cost;
    private double lowerBound;
    private RuntimeException failure;

    /**
     * Starts from what is known before the search.
     *
     * @param cost of the incumbent; infinite without one
     */
    IncumbentReporter(
            AssignmentModel model, BudgetMeter meter, IncumbentListener listener, double cost, double lowerBound) {
        this.model = model;
        this.meter = meter;
        this.listener = listener;
        this.cost = cost;
        this.lowerBound = lowerBound;
    }

    @Override
    public void onSolutionCallback() {
        double found = model.cost(objectiveValue());
        if (failure != null || !(found < cost - NOTEWORTHY * Math.abs(found))) {
            return;
        }
        cost = found;
        lowerBound = Math.max(lowerBound, model.lowerBound(wholeBelow(bestObjectiveBound())));
        try {
            listener.improved(cost, Math.min(lowerBound, cost), meter.elapsed());
        } catch (RuntimeException e) { // must not cross native code
            failure = e;
            stopSearch();
        }
    }

    private static long wholeBelow(double bound) {
        return (long) (bound <= LARGEST_EXACT ? bound : bound * (1 - 1 / LARGEST_EXACT));
    }

    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
