package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.OffloadingTask;
import dev.twinplace.ddl.Situation;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;

/**
 * Placing the twins of one scenario after the other.
 *
 * @param scenarios what to place
 * @param code of their servers
 * @param rule for labels
 */
record PlacementTask(PaperScenarios scenarios, ServerCode code, LabelRule rule) implements OffloadingTask {
    @Override
    public int bits() {
        return code.bits();
    }

    @Override
    public Situation situation(long number) {
        Scenario scenario = scenarios.training(number);
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        return new PlacementSituation(scenario, problem, code, serverOf -> rule.apply(problem, serverOf, number));
    }
}
