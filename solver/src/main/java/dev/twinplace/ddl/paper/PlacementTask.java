package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.OffloadingTask;
import dev.twinplace.ddl.Situation;
import dev.twinplace.problem.ScenarioCompiler;

/**
 * Placing the twins of one scenario after the other.
 *
 * @param scenarios what to place
 * @param code of their servers
 */
record PlacementTask(PaperScenarios scenarios, ServerCode code) implements OffloadingTask {
    @Override
    public int bits() {
        return code.bits();
    }

    @Override
    public Situation situation(long number) {
        return new PlacementSituation(ScenarioCompiler.compile(scenarios.training(number)), code);
    }
}
