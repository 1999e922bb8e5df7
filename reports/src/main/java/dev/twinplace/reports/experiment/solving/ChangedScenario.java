package dev.twinplace.reports.experiment.solving;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.List;

/** Scenarios like another, but for one thing. */
final class ChangedScenario {
    private ChangedScenario() {}

    static Scenario withParameters(Scenario scenario, ModelParameters parameters) {
        return new Scenario(
                scenario.name(),
                scenario.alpha(),
                scenario.coupling(),
                parameters,
                scenario.servers(),
                scenario.twins(),
                scenario.devices());
    }

    static Scenario withServers(Scenario scenario, List<Server> servers) {
        return scenario.with(servers, Constraints.NONE);
    }
}
