package dev.twinplace.reports.experiment;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.ddl.EnsembleDecision;
import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.decision.Question;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.List;

/** Problems whose optimum is proven, to judge a policy by while it is trained. Training itself never sees an optimum. */
public final class PolicyValidation {
    private final List<Question> questions;
    private final List<Reference> references;

    /**
     * Proves the optima.
     *
     * @param questions at least one
     * @throws IllegalStateException if a problem has no placement
     */
    public PolicyValidation(List<? extends Question> questions) {
        this(TestSet.of(questions));
    }

    /** Takes what is proven already. */
    public PolicyValidation(TestSet test) {
        if (test.questions().isEmpty()) {
            throw new IllegalArgumentException("validation: must be >= 1, but was 0");
        }
        questions = test.questions();
        references = test.references();
    }

    /**
     * Lets a policy decide every problem.
     *
     * @throws IllegalStateException if a placement is over a capacity: the policy is wrong
     */
    public PolicyAnswers ask(EnsemblePolicy policy) {
        double[] costs = new double[questions.size()];
        int[] distinct = new int[questions.size()];
        for (int i = 0; i < costs.length; i++) {
            PlacementProblem problem = questions.get(i).problem();
            EnsembleDecision decision = policy.decide(questions.get(i).instance());
            costs[i] = decision.placement()
                    .map(placement -> cost(problem, placement))
                    .orElse(Double.POSITIVE_INFINITY);
            distinct[i] = decision.distinctCandidates();
        }
        return new PolicyAnswers(references, costs, distinct);
    }

    private static double cost(PlacementProblem problem, Placement placement) {
        double cost = new CostEvaluator(problem).cost(placement.toArray());
        PlacementChecker.check(problem, placement, cost, Double.NEGATIVE_INFINITY);
        return cost;
    }
}
