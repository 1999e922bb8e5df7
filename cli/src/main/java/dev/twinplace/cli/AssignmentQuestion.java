package dev.twinplace.cli;

import dev.twinplace.io.Sense;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/**
 * Which agent does which job: an instance of OR-Library, whose agents and jobs have no names but their index.
 *
 * @param name of the file
 * @param sense whether its costs are to be minimised or maximised
 * @param problem in which they are minimised
 */
record AssignmentQuestion(String name, Sense sense, PlacementProblem problem) implements Question {
    /** Reads an OR-Library file. */
    static AssignmentQuestion read(String file, Sense sense) {
        return new AssignmentQuestion(Streams.name(file), sense, Streams.readAssignment(file, sense));
    }

    @Override
    public String description() {
        return name + ": " + problem.twins() + " jobs on " + problem.servers() + " agents, sense " + sense;
    }

    @Override
    public double userCost(double objective) {
        return sense == Sense.MAX ? -objective : objective;
    }

    @Override
    public Optional<Outcome> outcome(Placement placement) {
        return Optional.empty();
    }

    @Override
    public void writePlacement(Placement placement, JsonGenerator json) {
        json.writeArray(placement.toArray(), 0, placement.twins());
    }

    @Override
    public List<String> legend() {
        return List.of(description());
    }

    @Override
    public String table(Placement placement) {
        List<Integer> jobs = IntStream.range(0, placement.twins()).boxed().toList();
        return new TextTable<Integer>()
                .words("job", String::valueOf)
                .words("agent", job -> String.valueOf(placement.serverOf(job)))
                .figures("demand", job -> Figures.number(problem.demand(job, placement.serverOf(job))))
                .figures("cost", job -> Figures.number(userCost(problem.cost(job, placement.serverOf(job)))))
                .of(jobs);
    }
}
