package dev.twinplace.reports.experiment.training;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.TestSet;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * What the placements of a policy come to, means over the problems of a test set.
 *
 * @param meanCost of them
 * @param meanGap to the optimum
 * @param cloudShare share of twins that are in a cloud
 */
record PolicyFigures(double meanCost, double meanGap, double cloudShare) {
    /**
     * Asks a policy that answers all problems without coupling.
     *
     * @param asked what the policy is told, a question for each problem of the test set; others if a change is kept from it
     * @param test the problems as they are
     * @param seed of draws on the first problem, the next have the next
     */
    static PolicyFigures of(BudgetedSolver policy, List<? extends Question> asked, TestSet test, long seed) {
        double[] costs = new double[asked.size()];
        double[] gaps = new double[costs.length];
        double[] clouds = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            PlacementProblem problem = test.questions().get(i).problem();
            int[] serverOf = policy.solve(asked.get(i), seed + i)
                    .placement()
                    .orElseThrow()
                    .toArray();
            costs[i] = new CostEvaluator(problem).cost(serverOf);
            gaps[i] = test.references().get(i).gap(costs[i]);
            clouds[i] = cloudShare(problem, serverOf);
        }
        return new PolicyFigures(StatUtils.mean(costs), StatUtils.mean(gaps), StatUtils.mean(clouds));
    }

    private static double cloudShare(PlacementProblem problem, int[] serverOf) {
        int inCloud = 0;
        for (int server : serverOf) {
            inCloud += problem.isCloud(server) ? 1 : 0;
        }
        return (double) inCloud / serverOf.length;
    }
}
