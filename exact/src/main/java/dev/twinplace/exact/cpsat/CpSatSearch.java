package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.Optimality;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/** One problem being solved: what is known of it so far, and the call of CP-SAT that adds to it. */
final class CpSatSearch {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Half of what an optimal cost may exceed its bound by: the other half is for rounding. */
    private static final double NEGLIGIBLE = Optimality.RELATIVE / 2;

    private final PlacementProblem problem;
    private final CostScale scale;
    private final Budget budget;
    private final BudgetMeter meter;
    private final IncumbentListener listener;
    private double lowerBound;
    private long nodes;
    private int[] incumbent;
    private double cost = Double.POSITIVE_INFINITY;

    /**
     * Before the search.
     *
     * @param lowerBound proven so far
     * @param nodes of the budget spent so far
     */
    CpSatSearch(
            PlacementProblem problem,
            Budget budget,
            BudgetMeter meter,
            IncumbentListener listener,
            double lowerBound,
            long nodes) {
        this.problem = problem;
        this.scale = CostScale.of(problem);
        this.budget = budget;
        this.meter = meter;
        this.listener = listener;
        this.lowerBound = lowerBound;
        this.nodes = nodes;
    }

    /** Takes a complete placement as incumbent if it is feasible and better. */
    void offer(int[] serverOf) {
        double offered = new CostEvaluator(problem).cost(serverOf);
        if (offered < cost && PlacementChecker.isFeasible(problem, serverOf)) {
            incumbent = serverOf;
            cost = offered;
        }
    }

    /** Tells the listener of the incumbent, if there is one. */
    void tell() {
        if (incumbent != null) {
            listener.improved(cost, Math.min(lowerBound, cost), meter.elapsed());
        }
    }

    /** Searches with what is left of the budget. */
    SolveResult run(int threads, int seed) {
        Optional<AssignmentModel> model = AssignmentModel.build(problem, scale, incumbent, () -> meter.isSpent(nodes));
        if (model.isEmpty()) {
            return result();
        }
        CpSolver solver = new CpSolver();
        configure(solver.getParameters(), threads, seed);
        IncumbentReporter reporter = new IncumbentReporter(model.get(), meter, listener, cost, lowerBound);
        InterruptWatch watch = new InterruptWatch(solver::stopSearch);
        try {
            solver.solve(model.get().model(), reporter);
        } finally {
            watch.end();
        }
        reporter.rethrow();
        return conclude(model.get(), solver);
    }

    private void configure(SatParameters.Builder parameters, int threads, int seed) {
        parameters.setRandomSeed(seed);
        parameters.setNumWorkers(threads);
        if (budget.nodes() != Long.MAX_VALUE) {
            parameters.setNumWorkers(1);
            parameters.setMaxNumberOfConflicts(budget.nodes() - nodes);
        }
        if (budget.nanos() != Long.MAX_VALUE) {
            long left = Math.max(0, budget.nanos() - meter.elapsed().toNanos());
            parameters.setMaxTimeInSeconds(left / NANOS_PER_SECOND);
        }
        double leastMagnitude = Math.max(0, Math.max(lowerBound, -cost));
        parameters.setAbsoluteGapLimit(scale.units(NEGLIGIBLE * leastMagnitude));
    }

    private SolveResult conclude(AssignmentModel model, CpSolver solver) {
        CpSolverStatus status = solver.response().getStatus();
        nodes += solver.numConflicts();
        switch (status) {
            case OPTIMAL, FEASIBLE -> offer(model.placement(solver::value));
            case INFEASIBLE -> {
                return infeasible();
            }
            case UNKNOWN -> {}
            default ->
                throw new IllegalStateException(status + ": " + model.model().validate());
        }
        double proven = model.lowerBound(Math.max(0, solver.response().getInnerObjectiveLowerBound()));
        if (proven > lowerBound) {
            lowerBound = proven;
            tell();
        }
        return result();
    }

    private SolveResult infeasible() {
        if (incumbent != null) {
            throw new IllegalStateException(
                    "CP-SAT calls a problem infeasible that has a placement: " + Placement.of(incumbent));
        }
        return SolveResult.infeasible(nodes, meter.elapsed());
    }

    /** What is known now. */
    SolveResult result() {
        SolveResult result = incumbent == null
                ? SolveResult.unknown(lowerBound, nodes, meter.elapsed())
                : SolveResult.of(problem, incumbent, lowerBound, nodes, meter.elapsed());
        return result.withResolution(scale.resolution());
    }
}
