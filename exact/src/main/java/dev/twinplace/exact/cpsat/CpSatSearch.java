package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.Optimality;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
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
    private final Budget budget;
    private final CostScale scale;
    private long nodes;

    /**
     * Before the search.
     *
     * @param nodes of the budget spent so far
     */
    CpSatSearch(SolveContext context, Budget budget, long nodes) {
        this.context = context;
        this.budget = budget;
        this.nodes = nodes;
        scale = CostScale.of(context.reduced());
    }

    /** Searches with what is left of the budget. */
    SolveResult run(int threads, int seed) {
        BudgetMeter meter = context.meter();
        int[] hint = context.hasIncumbent() ? context.incumbent() : null;
        Optional<AssignmentModel> model =
                AssignmentModel.build(context.reduced(), scale, hint, () -> meter.isSpent(nodes));
        if (model.isEmpty()) {
            return result();
        }
        CpSolver solver = new CpSolver();
        configure(solver.getParameters(), threads, seed);
        IncumbentReporter reporter = new IncumbentReporter(model.get(), context);
        InterruptWatch watch = new InterruptWatch(solver::stopSearch);
        try {
            solver.solve(model.get().model(), reporter);
        } finally {
            watch.end();
        }
        reporter.rethrow();
        return conclude(model.get(), solver);
    }

    /**
     * Without the search for inclusions: in OR-Tools 9.15 that part of presolve cuts off solutions and so ends with wrong proofs, see
     * github.com/google/or-tools/issues/5293.
     */
    private void configure(SatParameters.Builder parameters, int threads, int seed) {
        parameters.setPresolveInclusionWorkLimit(0);
        parameters.setRandomSeed(seed);
        parameters.setNumWorkers(threads);
        if (budget.nodes() != Long.MAX_VALUE) {
            parameters.setNumWorkers(1);
            parameters.setMaxNumberOfConflicts(budget.nodes() - nodes);
        }
        if (budget.nanos() != Long.MAX_VALUE) {
            long left = Math.max(0, budget.nanos() - context.meter().elapsed().toNanos());
            parameters.setMaxTimeInSeconds(left / NANOS_PER_SECOND);
        }
        double gap = context.reduction().isWhole() ? LESS_THAN_ONE : NEGLIGIBLE * context.lowerBound();
        parameters.setAbsoluteGapLimit(scale.units(gap));
    }

    private SolveResult conclude(AssignmentModel model, CpSolver solver) {
        CpSolverStatus status = solver.response().getStatus();
        nodes += solver.numConflicts();
        switch (status) {
            case OPTIMAL, FEASIBLE -> context.offer(model.placement(solver::value));
            case INFEASIBLE -> {
                return context.infeasible(nodes).withResolution(scale.resolution());
            }
            case UNKNOWN -> {}
            default ->
                throw new IllegalStateException(status + ": " + model.model().validate());
        }
        context.raiseBound(model.lowerBound(Math.max(0, solver.response().getInnerObjectiveLowerBound())));
        return result();
    }

    /** What is known now. */
    SolveResult result() {
        return context.result(nodes).withResolution(scale.resolution());
    }
}
