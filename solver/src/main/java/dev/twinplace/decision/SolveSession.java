package dev.twinplace.decision;

import dev.twinplace.api.Budget;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.StartPlacement;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;

/** A session in which every question is a request of its own, on one thread; what it keeps for the next is stated at the start. */
final class SolveSession extends DecisionSession {
    private final PlacementSolver solver;
    private final boolean isWarm;
    private final KeptPrices prices = new KeptPrices();
    private SolveResult result;

    /**
     * Nothing was asked yet.
     *
     * @param isWarm whether each question starts from the prices and the placement of the one before
     */
    SolveSession(PlacementSolver solver, boolean isWarm) {
        this.solver = solver;
        this.isWarm = isWarm;
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
        SolveRequest request = SolveRequest.of(instance).withBudget(budget).withSeed(seed);
        result = solver.solve(isWarm ? warm(request) : request);
        return result.placement().isPresent();
    }

    private SolveRequest warm(SolveRequest request) {
        SolveRequest priced = request.withPrices(prices);
        return result == null
                ? priced
                : result.placement()
                        .flatMap(before -> StartPlacement.near(request.problem(), before))
                        .map(priced::withStart)
                        .orElse(priced);
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
