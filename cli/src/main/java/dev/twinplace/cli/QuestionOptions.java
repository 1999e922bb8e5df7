package dev.twinplace.cli;

import dev.twinplace.decision.Question;
import dev.twinplace.decision.QuestionFormat;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sense;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that read problems have in common. */
final class QuestionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--input",
            description = "Format of problem files: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private QuestionFormat input = QuestionFormat.SCENARIO;

    @Option(
            names = "--sense",
            description =
                    "Whether orlib-gap costs are to be minimised or maximised: ${COMPLETION-CANDIDATES} (default: min).")
    private Sense sense;

    /** Makes sure that the options go together. */
    void check() {
        Usage.require(
                spec,
                sense == null || input != QuestionFormat.SCENARIO,
                "--sense: must be used with --input " + QuestionFormat.ORLIB_GAP
                        + ", for the cost of a scenario is always minimised");
    }

    /**
     * The questions of a file, of which {@code -} is standard input.
     *
     * @throws InvalidInputException if it cannot be read
     */
    List<Question> read(String file) {
        return Streams.readQuestions(file, input, sense == null ? Sense.MIN : sense);
    }

    /**
     * The question of a file that holds one.
     *
     * @throws InvalidInputException if it cannot be read or holds several
     */
    Question readOne(String file) {
        check();
        List<Question> questions = read(file);
        if (questions.size() != 1) {
            throw new InvalidInputException(
                    Streams.name(file), "must hold one problem here, but holds " + questions.size());
        }
        return questions.get(0);
    }
}
