package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.Optimality;
import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.ortools.RepeatedStop;
import java.util.Optional;

/**
 * The call of CP-SAT within a solve. It works on the reduced problem, so that the integers count what decisions can change.
 *
 * <p>The integer model relaxes the problem: costs and demands are rounded down, and its capacities are at least what the
 * checker forgives. So its bounds are bounds, and if it has no solution, no placement passes the checker. The other way round
 * nothing is taken over: a solution is a placement that must pass the checker, and it costs what the definition says.
 */
final class CpSatSearch {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Half of what an optimal cost may exceed its bound by: the other half is for rounding. */
    private static final double NEGLIGIBLE = Optimality.RELATIVE / 2;

    /** Whole costs that differ by less are equal. */
    private static final double LESS_THAN_ONE = 0.5;

    private final SolveContext context;
    private final CostScale scale;
    private long nodes;

    /**
     * Before the search.
     *
     * @param nodes of the budget spent so far
     */
    CpSatSearch(SolveContext context, long nodes) {
        this.context = context;
        this.nodes = nodes;
        scale = CostScale.of(context.reduced());
        context.setResolution(scale.resolution());
    }

    /** Searches with what is left of the budget. */
    void run() {
        BudgetMeter meter = context.meter();
        int[] hint = context.hasIncumbent() ? context.incumbent() : null;
        Optional<AssignmentModel> model =
                AssignmentModel.build(context.reduced(), scale, hint, () -> meter.isSpent(nodes));
        if (model.isEmpty()) {
            return;
        }
        CpSolver solver = new CpSolver();
        configure(solver.getParameters());
        IncumbentReporter reporter = new IncumbentReporter(model.get(), context);
        RepeatedStop stop = new RepeatedStop(solver::stopSearch);
        CancellationToken.Registration registration = context.cancellation().onCancel(stop);
        try {
            solver.solve(model.get().model(), reporter);
        } finally {
            registration.remove();
            stop.end();
        }
        reporter.rethrow();
        conclude(model.get(), solver);
    }

    /**
     * Without the search for inclusions: in OR-Tools 9.15 that part of presolve cuts off solutions and so ends with wrong proofs, see
     * github.com/google/or-tools/issues/5293.
     */
    private void configure(SatParameters.Builder parameters) {
        Budget budget = context.budget();
        parameters.setPresolveInclusionWorkLimit(0);
        parameters.setCatchSigintSignal(false); // its handler aborts the JVM
        parameters.setRandomSeed(Long.hashCode(context.seed()) & Integer.MAX_VALUE);
        parameters.setNumWorkers(context.threads());
        if (budget.nodes() != Long.MAX_VALUE) {
            parameters.setNumWorkers(1);
            parameters.setMaxNumberOfConflicts(budget.nodes() - nodes);
        }
        if (budget.nanos() != Long.MAX_VALUE) {
            parameters.setMaxTimeInSeconds(context.meter().nanosLeft() / NANOS_PER_SECOND);
        }
        double gap = context.reduction().isWhole() ? LESS_THAN_ONE : NEGLIGIBLE * context.lowerBound();
        parameters.setAbsoluteGapLimit(scale.units(gap));
    }

    private void conclude(AssignmentModel model, CpSolver solver) {
        CpSolverStatus status = solver.response().getStatus();
        nodes += solver.numConflicts();
        switch (status) {
            case OPTIMAL, FEASIBLE -> context.offer(model.placement(solver::value));
            case INFEASIBLE -> {
                context.proveInfeasible();
                return;
            }
            case UNKNOWN -> {}
            default ->
                throw new IllegalStateException(status + ": " + model.model().validate());
        }
        context.raiseBound(model.lowerBound(Math.max(0, solver.response().getInnerObjectiveLowerBound())));
    }

    /** Of the budget, spent before and by the search. */
    long nodes() {
        return nodes;
    }
}
