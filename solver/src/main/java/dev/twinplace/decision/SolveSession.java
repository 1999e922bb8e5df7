package dev.twinplace.decision;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;

/** A session whose solver keeps nothing: every question is a request of its own, on one thread. */
final class SolveSession extends DecisionSession {
    private final PlacementSolver solver;
    private SolveResult result;

    SolveSession(PlacementSolver solver) {
        this.solver = solver;
    }

    @Override
    public boolean decide(Scenario scenario, Budget budget, long seed) {
        return decide(ProblemInstance.of(scenario), budget, seed);
    }

    @Override
    public boolean decide(PlacementProblem problem, Budget budget, long seed) {
        return decide(ProblemInstance.of(problem), budget, seed);
    }

    private boolean decide(ProblemInstance instance, Budget budget, long seed) {
        result = solver.solve(SolveRequest.of(instance).withBudget(budget).withSeed(seed));
        return result.placement().isPresent();
    }

    @Override
    public double cost() {
        return result == null ? Double.POSITIVE_INFINITY : result.cost();
    }

    @Override
    public double lowerBound() {
        return result == null ? Double.NEGATIVE_INFINITY : result.lowerBound();
    }

    @Override
    public int[] placement() {
        if (result == null) {
            throw new IllegalStateException("no question was asked");
        }
        return result.placement()
                .map(Placement::toArray)
                .orElseThrow(() -> new IllegalStateException("no placement was found"));
    }
}
