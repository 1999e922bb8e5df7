package dev.twinplace.decision.lines;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import java.util.Optional;

/**
 * Answers scenarios that are given as lines. Every line has one answer: a solution, or a line with the error. The answer is a
 * function of the line's bytes and the settings alone, not of time, order or threads: a solver works on one thread until it
 * is done or has spent its nodes, and the answer does not state how long that took.
 *
 * <p>Thread-safe. Takes the memory of a line of {@link #MAX_BYTES} bytes and of a problem of {@link #MAX_CELLS} cells at most.
 */
public final class LineDecider {
    /** How long a line may be: several hundred thousand devices. */
    public static final int MAX_BYTES = 1 << 26;

    /** How many twins times servers a scenario may have: 80 MB a matrix, on each thread. */
    public static final long MAX_CELLS = 10_000_000;

    /** What answers and messages call the file: the line does not know it. */
    public static final String SOURCE = "input";

    private final BudgetedSolver solver;
    private final long seed;

    /** Loads the solver. */
    public LineDecider(LineSettings settings) {
        this(
                new BudgetedSolver(
                        settings.solver(), Solvers.create(settings.solver()), Budget.ofNodes(settings.nodes()), 1),
                settings.seed());
    }

    LineDecider(BudgetedSolver solver, long seed) {
        this.solver = solver;
        this.seed = seed;
    }

    /** The answer to all of these bytes, a scenario in UTF-8. */
    public LineAnswer answer(byte[] line) {
        return answer(line, 0, line.length, new CancellationToken()).orElseThrow();
    }

    /**
     * The answer to some bytes of an array, a scenario in UTF-8 without the end of the line.
     *
     * @param length in bytes; anything beyond {@link #MAX_BYTES} is refused alike
     * @return empty if it was cancelled, because a solve that is cut short depends on time
     */
    public Optional<LineAnswer> answer(byte[] bytes, int offset, int length, CancellationToken cancellation) {
        LineAnswer answer = answered(bytes, offset, length, cancellation);
        return cancellation.isCancelled() ? Optional.empty() : Optional.of(answer);
    }

    private LineAnswer answered(byte[] bytes, int offset, int length, CancellationToken cancellation) {
        try {
            ScenarioQuestion question = read(bytes, offset, length);
            SolveResult result =
                    solver.solver().solve(solver.request(question, seed).withCancellation(cancellation));
            String json = AnswerJson.untimed(Answer.of(question, solver.label(), result));
            return new LineAnswer(json, LineAnswer.Kind.ANSWERED, "");
        } catch (InvalidInputException e) {
            return LineAnswer.refused(e.getMessage());
        } catch (UnsupportedProblemException e) {
            return LineAnswer.refused(SOURCE + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // one line must not take the others with it
            return LineAnswer.failed(e);
        }
    }

    private static ScenarioQuestion read(byte[] bytes, int offset, int length) {
        if (length > MAX_BYTES) {
            throw new InvalidInputException(SOURCE, "must have at most " + MAX_BYTES + " bytes, but is longer");
        }
        Scenario scenario = ScenarioReader.read(SOURCE, bytes, offset, length);
        ScenarioQuestion.requireCells(SOURCE, scenario, MAX_CELLS);
        return ScenarioQuestion.of(SOURCE, scenario);
    }
}
