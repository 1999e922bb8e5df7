package dev.twinplace.cli;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.Device;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Where to run the twins of a scenario.
 *
 * @param scenario as read
 * @param problem compiled from it
 */
record ScenarioQuestion(Scenario scenario, PlacementProblem problem) implements Question {
    /** Reads a scenario file. */
    static ScenarioQuestion read(String file) {
        Scenario scenario = Streams.readScenario(file);
        try {
            return new ScenarioQuestion(scenario, ScenarioCompiler.compile(scenario));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Streams.name(file), e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public String description() {
        return scenario.name() + ": " + scenario.twins().size() + " twins with "
                + scenario.devices().size() + " devices on "
                + scenario.servers().size() + " servers, coupling "
                + scenario.coupling() + ", alpha " + scenario.alpha();
    }

    @Override
    public Optional<Outcome> outcome(Placement placement) {
        return Optional.of(Outcome.of(scenario, placement.toArray()));
    }

    @Override
    public void writePlacement(Placement placement, JsonGenerator json) {
        json.writeStartObject();
        for (int m = 0; m < placement.twins(); m++) {
            json.writeStringProperty(scenario.twins().get(m), serverId(placement, m));
        }
        json.writeEndObject();
    }

    private String serverId(Placement placement, int twin) {
        return scenario.servers().get(placement.serverOf(twin)).id();
    }

    @Override
    public List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add(description());
        for (int s = 0; s < scenario.servers().size(); s++) {
            lines.add("server " + s + ": " + scenario.servers().get(s).id());
        }
        for (int m = 0; m < scenario.twins().size(); m++) {
            lines.add("twin " + m + ": " + scenario.twins().get(m));
        }
        return lines;
    }

    private record Row(String twin, String server, int devices, double latency, double energy, double cost) {}

    @Override
    public String table(Placement placement) {
        Outcome outcome = Outcome.of(scenario, placement.toArray());
        return new TextTable<Row>()
                .words("twin", Row::twin)
                .words("server", Row::server)
                .figures("devices", row -> String.valueOf(row.devices()))
                .figures("latency (device s)", row -> Figures.number(row.latency()))
                .figures("energy (mJ)", row -> Figures.number(row.energy()))
                .figures("cost", row -> Figures.number(row.cost()))
                .figures("share", row -> Figures.percent(row.cost() / outcome.totalCost(), 1))
                .of(rows(placement, outcome));
    }

    private List<Row> rows(Placement placement, Outcome outcome) {
        int[] devices = new int[placement.twins()];
        for (Device device : scenario.devices()) {
            devices[device.twin()]++;
        }
        List<Row> rows = new ArrayList<>();
        for (int m = 0; m < placement.twins(); m++) {
            rows.add(new Row(
                    scenario.twins().get(m),
                    serverId(placement, m),
                    devices[m],
                    outcome.latencySeconds(m),
                    outcome.energyMilliJoule(m),
                    outcome.cost(m)));
        }
        int all = scenario.devices().size();
        rows.add(new Row(
                "total", "", all, outcome.totalLatencySeconds(), outcome.totalEnergyMilliJoule(), outcome.totalCost()));
        return rows;
    }
}
