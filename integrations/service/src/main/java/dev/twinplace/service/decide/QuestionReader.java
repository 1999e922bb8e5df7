package dev.twinplace.service.decide;

import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.decision.replan.PreviousPlacement;
import dev.twinplace.decision.replan.ReplanProblem;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.PreviousPlacementReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what clients ask. Thread-safe. */
public final class QuestionReader {
    private final SolverShelf solvers;
    private final long maxCells;

    /**
     * A reader.
     *
     * @param maxCells the largest number of twins times servers that is taken: what a solve allocates grows with it
     */
    public QuestionReader(SolverShelf solvers, long maxCells) {
        this.solvers = solvers;
        this.maxCells = maxCells;
    }

    /** A question in bytes. */
    @FunctionalInterface
    public interface Form {
        /**
         * Reads and compiles.
         *
         * @param source what to call it in messages and answers
         * @throws InvalidInputException if it is not a question of this form
         */
        Decision read(byte[] bytes, String source, DecisionOptions options);
    }

    /**
     * A scenario.
     *
     * @throws InvalidInputException if it is none, or is too large
     */
    public Scenario scenario(byte[] bytes, String source) {
        Scenario scenario = ScenarioReader.read(source, bytes, 0, bytes.length);
        ScenarioQuestion.requireCells(source, scenario, maxCells);
        return scenario;
    }

    /** A {@link Form}: one scenario. */
    public Decision placement(byte[] bytes, String source, DecisionOptions options) {
        return placement(source, scenario(bytes, source), options, new KeptPrices(), answer -> {});
    }

    /**
     * Where to run the twins of a scenario that was read before.
     *
     * @param prices for decisions to come
     * @param told the answer
     */
    public Decision placement(
            String source, Scenario scenario, DecisionOptions options, KeptPrices prices, Consumer<Answer> told) {
        PlacementSolver solver = solvers.get(options.solver());
        return new PlacementDecision(
                ScenarioQuestion.of(source, scenario), options.solver().toString(), solver, prices, told);
    }

    /** A {@link Form}: an object of a scenario and where its twins were. */
    public Decision replacement(byte[] bytes, String source, DecisionOptions options) {
        ReplacementBody body = ReplacementBody.read(bytes, source);
        Scenario scenario = body.within("scenario", () -> scenario(body.scenario(), source));
        return body.within("previous", () -> {
            Map<String, Optional<String>> ids =
                    PreviousPlacementReader.read(source, new ByteArrayInputStream(body.previous()));
            return replacement(source, scenario, ids, options, new KeptPrices(), answer -> {});
        });
    }

    /**
     * Which twins of a scenario to move that was read before.
     *
     * @param ids the id of each twin's server; empty for a twin that was unplaced
     * @param prices of earlier decisions
     * @param told the answer
     */
    public Decision replacement(
            String source,
            Scenario scenario,
            Map<String, Optional<String>> ids,
            DecisionOptions options,
            KeptPrices prices,
            Consumer<Answer> told) {
        PlacementSolver solver = solvers.get(options.solver());
        ReplanProblem free =
                ReplanProblem.of(source, PreviousPlacement.match(source, ids, scenario), options.moveCost());
        ReplanProblem problem = options.maxMoves().isPresent()
                ? free.withMaxMoves(options.maxMoves().getAsInt())
                : free;
        return new ReplacementDecision(problem, options.solver().toString(), solver, prices, told);
    }
}
