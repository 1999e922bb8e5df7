package dev.twinplace.cli;

import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A problem as its user wrote it down: what solvers shall solve, and the user's own words for the answer. */
interface Question {
    /** The scenario's name, or the file's. */
    String name();

    /** One line for people. */
    String description();

    PlacementProblem problem();

    /** What the user calls cost, given the objective that is minimised. */
    default double userCost(double objective) {
        return objective;
    }

    /** Latency and energy, where the problem has such. */
    Optional<Outcome> outcome(Placement placement);

    /** Writes the value of {@code placement}. */
    void writePlacement(Placement placement, JsonGenerator json);

    /** What it is and what its indices mean, in lines. */
    List<String> legend();

    /** A line for every twin, and one for the total. */
    String table(Placement placement);
}
