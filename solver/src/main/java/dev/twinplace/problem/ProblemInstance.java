package dev.twinplace.problem;

import dev.twinplace.model.Scenario;
import java.util.Optional;

/**
 * A problem with what it is of: solvers see the problem, and only those that see more than costs, such as {@code ddl-paper},
 * the scenario.
 *
 * @param scenario that the problem was compiled from; empty for a problem that was built entry by entry
 */
public record ProblemInstance(PlacementProblem problem, Optional<Scenario> scenario) {
    /** Compiles a scenario, see {@link ScenarioCompiler}. */
    public static ProblemInstance of(Scenario scenario) {
        return new ProblemInstance(ScenarioCompiler.compile(scenario), Optional.of(scenario));
    }

    /** A problem of no scenario. */
    public static ProblemInstance of(PlacementProblem problem) {
        return new ProblemInstance(problem, Optional.empty());
    }
}
