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
 * @param reading of which scenarios come, and how labels are made
 */
record PlacementTask(PaperScenarios scenarios, ServerCode code, PaperReading reading) implements OffloadingTask {
    @Override
    public int bits() {
        return code.bits();
    }

    @Override
    public Situation situation(long number) {
        long which = number % reading.scenarios();
        Scenario scenario = scenarios.training(which);
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        return new PlacementSituation(
                scenario, problem, code, serverOf -> reading.labels().apply(problem, serverOf, which));
    }
}
