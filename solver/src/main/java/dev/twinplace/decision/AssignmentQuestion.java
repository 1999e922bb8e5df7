package dev.twinplace.decision;

import dev.twinplace.io.Sense;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.List;
import java.util.Optional;

/**
 * Which agent does which job: an instance of OR-Library, whose agents and jobs have no names but their index.
 *
 * @param file as the user calls it
 * @param name the file's, with the instance's number if it holds several
 * @param sense whether its costs are to be minimised or maximised
 * @param problem in which they are minimised
 */
public record AssignmentQuestion(String file, String name, Sense sense, PlacementProblem problem) implements Question {
    @Override
    public ProblemInstance instance() {
        return ProblemInstance.of(problem);
    }

    @Override
    public String source() {
        return name;
    }

    @Override
    public String description() {
        return name + ": " + problem.twins() + " jobs on " + problem.servers() + " agents, sense " + sense;
    }

    @Override
    public boolean hasIds() {
        return false;
    }

    @Override
    public String twinId(int twin) {
        return Integer.toString(twin);
    }

    @Override
    public String serverId(int server) {
        return Integer.toString(server);
    }

    @Override
    public double userCost(double objective) {
        return sense == Sense.MAX ? 0.0 - objective : objective;
    }

    @Override
    public int twins() {
        return problem.twins();
    }

    @Override
    public int servers() {
        return problem.servers();
    }

    @Override
    public int rowOf(int twin) {
        return twin;
    }

    @Override
    public int[] serversOf(Placement placement) {
        return placement.toArray();
    }

    @Override
    public int devices(int twin) {
        return 0;
    }

    @Override
    public double capacity(int server, int resource) {
        return problem.capacity(server);
    }

    @Override
    public Optional<Outcome> outcome(int[] serverOf) {
        return Optional.empty();
    }

    @Override
    public List<String> resources() {
        return List.of("demand");
    }

    @Override
    public double demand(int twin, int server, int resource) {
        return problem.demand(twin, server);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public List<String> legend() {
        return List.of(description());
    }
}
