package dev.twinplace.cli;

import dev.twinplace.decision.Question;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.Linearisation;
import dev.twinplace.exact.linear.LpWriter;
import dev.twinplace.exact.linear.MpsWriter;
import dev.twinplace.io.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace export}. */
@Command(
        name = "export",
        description = {
            "Writes a scenario's problem as a mixed-integer linear program, for any other solver; or a trained"
                    + " model as an ONNX graph, for any runtime; or its card, for its users.",
            "",
            "lp, mps: x_m_s is 1 if twin m runs on server s, both counted from 0; comments give their names. The optimum is"
                    + " that of the scenario. Profits to be maximised are written as negative costs.",
            "",
            "card: Markdown with purpose, training, checksum and limits of a model, and what it decides on scenarios that it"
                    + " never saw, 256 of each kind, against their proven optima."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    /** Which form the program has. */
    enum Format {
        LP,
        MPS,
        ONNX,
        CARD;

        boolean isOfModel() {
            return this == ONNX || this == CARD;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Scenario file, - is standard input; for onnx and card a model file.")
    private String file;

    @Option(
            names = "--format",
            required = true,
            description = "${COMPLETION-CANDIDATES}: CPLEX's LP format, free MPS; of a model ONNX or its card.")
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "File to write; - is standard output (default: ${DEFAULT-VALUE}).")
    private String output = "-";

    @Mixin
    private QuestionOptions questions;

    @Override
    public Integer call() {
        if (format.isOfModel()) {
            exportModel();
            return ExitStatus.OK;
        }
        Question question = questions.readOne(file);
        LinearProgram program = Linearisation.of(question.problem());
        List<String> comments = question.legend();
        Streams.write(output, spec.commandLine().getOut(), out -> {
            if (format == Format.LP) {
                LpWriter.write(program, comments, out);
            } else {
                MpsWriter.write(program, comments, out);
            }
        });
        return ExitStatus.OK;
    }

    private void exportModel() {
        for (String option : List.of("--input", "--sense")) {
            Usage.require(
                    spec,
                    !spec.commandLine().getParseResult().hasMatchedOption(option),
                    option + ": must not be given for " + format + ", for FILE is a model");
        }
        Path model = Streams.path(file);
        if (format == Format.CARD) {
            String card = ModelFile.card(model);
            Streams.write(output, spec.commandLine().getOut(), out -> out.print(card));
            return;
        }
        Usage.require(spec, !Streams.isStandard(output), "--output: must be a file for onnx, but was -");
        AtomicFiles.write(Streams.path(output), ModelFile.onnx(model)::write);
    }
}
