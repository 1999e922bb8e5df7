package dev.twinplace.reports.experiment;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.List;

/** Scenarios like another, but for one thing. */
public final class ChangedScenario {
    private ChangedScenario() {}

    /** With other constants. */
    public static Scenario withParameters(Scenario scenario, ModelParameters parameters) {
        return new Scenario(
                scenario.name(),
                scenario.alpha(),
                scenario.coupling(),
                parameters,
                scenario.servers(),
                scenario.twins(),
                scenario.devices());
    }

    /** With other servers, as many. */
    public static Scenario withServers(Scenario scenario, List<Server> servers) {
        return scenario.with(servers, Constraints.NONE);
    }

    /** With θ of every server multiplied by a factor. */
    public static Scenario withComputeEnergy(Scenario scenario, double factor) {
        List<Server> servers = new ArrayList<>();
        for (Server server : scenario.servers()) {
            double theta = factor * server.computeMilliJoulePerGigaInstruction();
            servers.add(
                    server instanceof EdgeServer edge
                            ? new EdgeServer(
                                    edge.id(),
                                    edge.x(),
                                    edge.y(),
                                    edge.clockGHz(),
                                    edge.transmitMilliJoulePerMB(),
                                    theta,
                                    edge.capacityMB())
                            : new CloudServer(
                                    server.id(),
                                    server.clockGHz(),
                                    server.transmitMilliJoulePerMB(),
                                    theta,
                                    server.capacityMB()));
        }
        return withServers(scenario, servers);
    }
}
