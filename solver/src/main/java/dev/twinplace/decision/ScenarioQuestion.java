package dev.twinplace.decision;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where to run the twins of a scenario.
 *
 * @param file as the user calls it
 * @param scenario as read
 * @param compiled from it
 * @param resources the workload, then the others that some server has a capacity of, by name
 */
public record ScenarioQuestion(String file, Scenario scenario, CompiledScenario compiled, List<String> resources)
        implements Question {
    /** As above, with the resources of the scenario. */
    public ScenarioQuestion(String file, Scenario scenario, CompiledScenario compiled) {
        this(file, scenario, compiled, resourcesOf(scenario));
    }

    private static List<String> resourcesOf(Scenario scenario) {
        Stream<String> further =
                PlacementRules.resources(scenario).stream().filter(name -> !name.equals(Constraints.WORKLOAD));
        return Stream.concat(Stream.of(Constraints.WORKLOAD), further).toList();
    }

    /**
     * Refuses a scenario that would take too much memory to compile.
     *
     * @param max of twins times servers
     * @throws InvalidInputException if it has more
     */
    public static void requireCells(String file, Scenario scenario, long max) {
        int servers = scenario.servers().size();
        if ((long) scenario.twins().size() * servers > max) {
            throw new InvalidInputException(
                    file,
                    "twins: must be at most " + max / servers + " on " + servers + " servers, but was "
                            + scenario.twins().size());
        }
    }

    /**
     * Compiles a scenario in O(N·R).
     *
     * @throws InvalidInputException if it is too large or its values overflow the cost
     */
    public static ScenarioQuestion of(String file, Scenario scenario) {
        try {
            return new ScenarioQuestion(file, scenario, ConstraintCompiler.compile(scenario));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file, e.getMessage(), e);
        }
    }

    /** The scenario stays out of it where it has constraints: it says less than the problem does. */
    @Override
    public ProblemInstance instance() {
        boolean plain = scenario.constraints().equals(Constraints.NONE);
        return new ProblemInstance(compiled.problem(), plain ? Optional.of(scenario) : Optional.empty());
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
                + scenario.servers().size() + " servers, "
                + (scenario.constraints().equals(Constraints.NONE)
                        ? "coupling " + scenario.coupling()
                        : scenario.coupling() == Coupling.CONTENTION ? "contention" : "no contention")
                + ", alpha " + scenario.alpha();
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
    public PlacementProblem problem() {
        return compiled.problem();
    }

    @Override
    public int twins() {
        return compiled.twins();
    }

    @Override
    public int servers() {
        return compiled.servers();
    }

    @Override
    public int rowOf(int twin) {
        return compiled.rowOf(twin);
    }

    @Override
    public int[] serversOf(Placement placement) {
        return compiled.serversOf(placement);
    }

    @Override
    public Optional<Outcome> outcome(int[] serverOf) {
        return Optional.of(Outcome.of(scenario, serverOf));
    }

    @Override
    public int devices(int twin) {
        return compiled.devices(twin);
    }

    @Override
    public double capacity(int server, int resource) {
        boolean isIgnored = resource == 0 && !scenario.isCapacitated();
        return isIgnored
                ? Double.POSITIVE_INFINITY
                : PlacementRules.capacity(scenario, server, resources.get(resource));
    }

    /** A twin that waits on its failed server takes nothing. */
    @Override
    public double demand(int twin, int server, int resource) {
        if (resource == 0) {
            return compiled.demandMB(twin);
        }
        Map<String, Double> demands = scenario.constraints().twin(twin).demands();
        return scenario.waits(twin, server) ? 0 : demands.getOrDefault(resources.get(resource), 0.0);
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
