package dev.twinplace.exact;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a solver agrees with another one whose answer is taken for the truth; keeps the scenarios on which it does not. */
final class Agreement {
    private final PlacementSolver truth;
    private final Path counterexamples;

    /**
     * Compares with a solver.
     *
     * @param counterexamples folder for scenarios, made when there is one
     */
    Agreement(PlacementSolver truth, Path counterexamples) {
        this.truth = truth;
        this.counterexamples = counterexamples;
    }

    /** What an answer must be like. */
    @FunctionalInterface
    interface Rule {
        boolean accepts(SolveResult truth, SolveResult answer, double tolerance);
    }

    /** The same status, and the same cost if there is one. */
    static boolean isSame(SolveResult truth, SolveResult answer, double tolerance) {
        return answer.status() == truth.status()
                && (truth.status() != SolveStatus.OPTIMAL || Math.abs(answer.cost() - truth.cost()) <= tolerance);
    }

    /** The true optimum lies between bound and cost; there is no placement where none exists. */
    static boolean isBracketed(SolveResult truth, SolveResult answer, double tolerance) {
        return answer.lowerBound() <= truth.cost() + tolerance && answer.cost() >= truth.cost() - tolerance;
    }

    /**
     * Compares on one scenario.
     *
     * @param tolerance of costs, relative to the largest there could be
     * @return what is wrong, and where the scenario is now; empty if nothing is
     */
    Optional<String> check(Scenario scenario, String id, PlacementSolver solver, double tolerance, Rule rule) {
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        SolveResult expected = truth.solve(problem);
        SolveResult answer = solver.solve(problem);
        if (rule.accepts(expected, answer, tolerance * (1 + problem.costMagnitude()))) {
            return Optional.empty();
        }
        return Optional.of(id + " says " + answer + ", but the truth is " + expected + ": " + keep(scenario));
    }

    private Path keep(Scenario scenario) {
        try {
            Files.createDirectories(counterexamples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = counterexamples.resolve(scenario.name() + ".json");
        ScenarioWriter.write(scenario, file);
        return file.toAbsolutePath();
    }
}
