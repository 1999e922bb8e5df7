package dev.twinplace.cli;

import dev.twinplace.cli.card.ModelCard;
import dev.twinplace.ddl.DivergenceException;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.io.SafetensorsWriter;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.experiment.TestSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinplace train}. */
@Command(
        name = "train",
        description = {
            "Trains a policy on scenarios drawn from a seed, and validates it on others against their proven optima.",
            "",
            "The same options give the same file, on any number of threads. F.checkpoint beside it has the state of"
                    + " training: after an interruption --resume continues to the same file, and with more --iterations"
                    + " beyond it. F.card.md describes the trained model for its users.",
            "",
            "ddl-price draws its own training scenarios; the options describe those of the validation. Its learning rate"
                    + " falls towards the end, so its checkpoints continue to the same --iterations only.",
            "",
            "convergence rate: (21) of the paper over the last iteration; 100 %% if no decision changed. gap, hits,"
                    + " range closed: as in twinplace compare."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--policy", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private TrainablePolicy policy;

    @Option(names = "--output", required = true, paramLabel = "F", description = "File for the trained model.")
    private String output;

    @Option(names = "--resume", description = "Continue from F.checkpoint; start from scratch if there is none.")
    private boolean resume;

    @Mixin
    private TrainingOptions options;

    @Option(
            names = "--validation",
            paramLabel = "V",
            description = "Unseen scenarios of the validation (default: ${DEFAULT-VALUE}).")
    private int scenarios = 256;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time between checkpoints (default: 10s).")
    private Duration checkpointInterval = Duration.ofSeconds(10);

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        Usage.require(spec, scenarios >= 1, "--validation: must be >= 1, but was " + scenarios);
        Usage.require(spec, !Streams.isStandard(output), "--output: must be a file, but was -");
        TrainingPlan plan = Usage.valid(spec, () -> policy.plan(options));
        Path model = Streams.path(output);
        Checkpoint checkpoint = new Checkpoint(model, checkpointInterval);
        try (Interrupts signals = new Interrupts();
                PolicyTrainer trainer = resume ? checkpoint.resume(plan) : plan.start()) {
            TestSet unseen = TestSet.of(validationQuestions(plan));
            PolicyValidation validation = new PolicyValidation(unseen);
            TrainingRun run = new TrainingRun(
                    "train " + policy, trainer, plan.iterations(), checkpoint, validation, signals.token());
            TrainingResult result = run.run();
            if (trainer.iteration() < plan.iterations()) {
                return new Failures(spec.commandLine().getErr())
                        .endWith(
                                ExitStatus.NO_ANSWER,
                                "interrupted after iteration " + trainer.iteration() + "; --resume continues from "
                                        + checkpoint.file());
            }
            SafetensorsWriter.write(trainer.model(), model);
            ModelCard.writeBeside(model, unseen);
            print(result);
            return ExitStatus.OK;
        } catch (DivergenceException e) {
            return new Failures(spec.commandLine().getErr())
                    .badInput(e.getMessage() + "; " + checkpoint.file() + " is the last good checkpoint");
        }
    }

    private List<ScenarioQuestion> validationQuestions(TrainingPlan plan) {
        return DrawnQuestions.about(
                LongStream.range(0, scenarios).mapToObj(plan::validation).toList());
    }

    private void print(TrainingResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            result.printJson(policy.toString(), output, out);
        } else {
            result.printTable(policy.toString(), output, out);
        }
    }
}
