package dev.twinplace.decision;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where to run the twins of a scenario.
 *
 * @param file as the user calls it
 * @param scenario as read
 * @param problem compiled from it
 */
public record ScenarioQuestion(String file, Scenario scenario, PlacementProblem problem) implements Question {
    /**
     * Compiles a scenario in O(N·R).
     *
     * @throws InvalidInputException if it is too large or its values overflow the cost
     */
    public static ScenarioQuestion of(String file, Scenario scenario) {
        try {
            return new ScenarioQuestion(file, scenario, ScenarioCompiler.compile(scenario));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file, e.getMessage(), e);
        }
    }

    @Override
    public ProblemInstance instance() {
        return new ProblemInstance(problem, Optional.of(scenario));
    }

    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public String source() {
        return file;
    }

    @Override
    public String description() {
        return scenario.name() + ": " + scenario.twins().size() + " twins with "
                + scenario.devices().size() + " devices on "
                + scenario.servers().size() + " servers, coupling "
                + scenario.coupling() + ", alpha " + scenario.alpha();
    }

    @Override
    public boolean hasIds() {
        return true;
    }

    @Override
    public String twinId(int twin) {
        return scenario.twins().get(twin);
    }

    @Override
    public String serverId(int server) {
        return scenario.servers().get(server).id();
    }

    @Override
    public double userCost(double objective) {
        return objective;
    }

    @Override
    public Optional<Outcome> outcome(Placement placement) {
        return Optional.of(Outcome.of(scenario, placement.toArray()));
    }

    @Override
    public String resource() {
        return "workloadMB";
    }

    @Override
    public double demand(int twin, int server) {
        return problem.work(twin);
    }

    @Override
    public List<String> warnings() {
        return ScenarioWarnings.of(scenario);
    }

    @Override
    public List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add(description());
        for (int s = 0; s < scenario.servers().size(); s++) {
            lines.add("server " + s + ": " + serverId(s));
        }
        for (int m = 0; m < scenario.twins().size(); m++) {
            lines.add("twin " + m + ": " + twinId(m));
        }
        return lines;
    }
}
