package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceSolver;
import dev.twinplace.decision.DecisionSession;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.reports.experiment.solving.RestartedSearch.Restart;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to decide until the time is over.
 *
 * @param name as tables call it
 * @param rule what it does
 */
record EqualTimePolicy(String name, Rule rule) {
    /** The learned policy, which takes all of the time. */
    static final String LEARNED = "ddl-price:polish=iterated";

    private static final String ITERATED = ", iterated";

    /** Decides a scenario. */
    @FunctionalInterface
    interface Rule {
        /**
         * What the placement costs; infinite without one.
         *
         * @param index of the scenario, for rules that draw
         * @param budget whose time begins once the scenario is compiled
         */
        double cost(Scenario scenario, int index, Budget budget);
    }

    /** All policies for scenarios of one size, the learned one first. */
    static List<EqualTimePolicy> of(int twins, int servers) {
        List<EqualTimePolicy> policies = new ArrayList<>();
        for (String solver : List.of(LEARNED, "ddl-price")) {
            policies.add(new EqualTimePolicy(solver, session(Solvers.create(solver), twins, servers)));
        }
        policies.add(new EqualTimePolicy(AblationPolicies.UNTRAINED + ITERATED, untrained(twins, servers)));
        policies.add(new EqualTimePolicy(
                AblationPolicies.WITHOUT_PRICES + ITERATED,
                session(iterated(PriceModel.withPricesOfZero()), twins, servers)));
        policies.add(new EqualTimePolicy(AblationPolicies.RESTARTS, restarted(Restart.RANDOM_ORDER)));
        policies.add(new EqualTimePolicy(AblationPolicies.CHANGES, restarted(Restart.CHANGED_BEST)));
        for (String solver : List.of("lagrangian", "ejection-chain", "auto")) {
            policies.add(new EqualTimePolicy(solver, session(Solvers.create(solver), twins, servers)));
        }
        return policies;
    }

    private static PlacementSolver iterated(PriceModel model) {
        return new PriceSolver(model, Polish.ITERATED);
    }

    private static Rule session(PlacementSolver solver, int twins, int servers) {
        DecisionSession session = DecisionSession.open(solver, twins, servers);
        return (scenario, index, budget) ->
                session.decide(scenario, budget, index) ? session.cost() : Double.POSITIVE_INFINITY;
    }

    /** Networks as training starts with them, of another seed from scenario to scenario. */
    private static Rule untrained(int twins, int servers) {
        List<Rule> drawn = AblationPolicies.untrainedModels().stream()
                .map(model -> session(iterated(model), twins, servers))
                .toList();
        return (scenario, index, budget) -> drawn.get(index % drawn.size()).cost(scenario, index, budget);
    }

    private static Rule restarted(Restart how) {
        return (scenario, index, budget) -> {
            PlacementProblem problem = ScenarioCompiler.compile(scenario);
            BudgetMeter meter = budget.start();
            return new RestartedSearch(problem, how, index)
                    .search(meter, Long.MAX_VALUE)
                    .cost();
        };
    }
}
