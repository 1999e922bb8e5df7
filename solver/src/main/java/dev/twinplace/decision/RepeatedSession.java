package dev.twinplace.decision;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;

/** A session whose solver keeps its memory. Allocates nothing itself, but a meter for a budget that is not that of before. */
final class RepeatedSession extends DecisionSession {
    private final ProblemBuffer buffer;
    private final RepeatedDecision decision;
    private final StageListener listener;
    private final CostEvaluator evaluator;
    private BudgetMeter meter = Budget.UNLIMITED.start();
    private double cost = Double.POSITIVE_INFINITY;

    RepeatedSession(ProblemBuffer buffer, RepeatedDecision decision, StageListener listener) {
        this.buffer = buffer;
        this.decision = decision;
        this.listener = listener;
        evaluator = new CostEvaluator(buffer);
    }

    @Override
    public boolean decide(Scenario scenario, Budget budget, long seed) {
        cost = Double.POSITIVE_INFINITY;
        buffer.fill(scenario);
        start(budget);
        listener.ended(DecisionStage.COMPILE);
        return checked(decision.decide(scenario, meter, seed));
    }

    @Override
    public boolean decide(PlacementProblem problem, Budget budget, long seed) {
        cost = Double.POSITIVE_INFINITY;
        buffer.fill(problem);
        start(budget);
        listener.ended(DecisionStage.COMPILE);
        return checked(decision.decide(meter, seed));
    }

    private void start(Budget budget) {
        if (budget.equals(meter.budget())) {
            meter.restart();
        } else {
            meter = budget.start();
        }
    }

    private boolean checked(boolean found) {
        if (found) {
            int[] serverOf = decision.placement();
            double defined = evaluator.cost(serverOf);
            PlacementChecker.check(buffer, serverOf, defined, decision.lowerBound());
            cost = defined;
            listener.ended(DecisionStage.EVALUATE);
        }
        return found;
    }

    @Override
    public double cost() {
        return cost;
    }

    @Override
    public double lowerBound() {
        return decision.lowerBound();
    }

    @Override
    public int[] placement() {
        if (cost == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("no placement was found");
        }
        return decision.placement();
    }
}
