package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.ddl.price.PriceDecision;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceStages;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;

/**
 * A way to decide.
 *
 * @param name as tables call it
 * @param rule what it does
 */
record AblationPolicy(String name, Rule rule) {
    /** Decides a question. */
    @FunctionalInterface
    interface Rule {
        /**
         * A placement within all capacities.
         *
         * @param index of the question, for rules that draw
         * @param effort that the shipped policy took for it, see {@link Decided#looked}
         */
        Decided decide(ScenarioQuestion question, int index, long effort);
    }

    /**
     * A decision.
     *
     * @param cost by definition
     * @param looked pairs of a twin and a server, moves and swaps that were compared
     */
    record Decided(double cost, long looked) {
        /**
         * The decision for this placement.
         *
         * @throws IllegalStateException if the placement is over a capacity: the policy is wrong
         */
        static Decided of(PlacementProblem problem, int[] serverOf, long looked) {
            double cost = new CostEvaluator(problem).cost(serverOf);
            PlacementChecker.check(problem, Placement.of(serverOf), cost, Double.NEGATIVE_INFINITY);
            return new Decided(cost, looked);
        }
    }

    /** {@code ddl-price} with this model and these stages. */
    static AblationPolicy priced(String name, PriceModel model, PriceStages stages) {
        return new AblationPolicy(name, (question, index, effort) -> decide(question, model, stages));
    }

    /** What {@code ddl-price} decides with this model and these stages. */
    static Decided decide(ScenarioQuestion question, PriceModel model, PriceStages stages) {
        PlacementProblem problem = question.problem();
        PriceDecision decision = PriceDecision.of(model, problem, stages, StageListener.NONE);
        if (!decision.decide(Budget.UNLIMITED.start())) {
            throw new IllegalStateException("a scenario with a cloud has a placement, but none was found");
        }
        return Decided.of(problem, decision.placement(), decision.looked());
    }
}
