package dev.twinplace.cli;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.cli.batch.Batch;
import dev.twinplace.cli.batch.BatchResult;
import dev.twinplace.cli.batch.BatchSource;
import dev.twinplace.decision.lines.LineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace batch}. */
@Command(
        name = "batch",
        description = {
            "Places the twins of many scenarios, one on each line, on all cores.",
            "",
            "DIR/part-00000.jsonl and so on have one answer for each line of the inputs, in their order, as solve --format"
                    + " json writes it but without a time; the answer to a line that is no scenario is its error. The"
                    + " files are the same in every run, on any number of threads: a solver ends by itself or after its"
                    + " nodes, not by time.",
            "",
            "Exit status: 0 if every line is answered, with a placement or not; 2 if some are errors."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Scenarios as JSON lines, gzip or not; - is standard input.")
    private List<String> inputs;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the answers; must be empty, or missing.")
    private String output;

    @Option(names = "--shards", paramLabel = "N", description = "Files to write (default: ${DEFAULT-VALUE}).")
    private int shards = 16;

    @Option(
            names = "--resume",
            description = "Go on where a run with the same inputs and options ended in DIR, if there is one.")
    private boolean resume;

    @Option(
            names = "--solver",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description = "One of: ${COMPLETION-CANDIDATES}, but auto, which ends by time (default: ${DEFAULT-VALUE}).")
    private String solver = LineSettings.DEFAULT_SOLVER;

    @Option(
            names = "--nodes",
            paramLabel = "K",
            description = "Steps of the solver for each line, after which it answers with its best placement so far"
                    + " (default: ${DEFAULT-VALUE}).")
    private long nodes = LineSettings.DEFAULT_NODES;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads that solve (default: one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        Usage.require(
                spec,
                inputs.stream().filter(Streams::isStandard).count() <= 1,
                "INPUT: must have - once, but has it twice");
        LineSettings settings = Usage.valid(spec, () -> new LineSettings(solver, nodes, seed));
        List<BatchSource> sources = inputs.stream().map(BatchCommand::source).toList();
        Path directory = Streams.path(output);
        String version = new Version().getVersion()[0];
        Batch batch = Usage.valid(spec, () -> new Batch(sources, directory, shards, settings, version));
        Warnings.print(
                spec.commandLine().getErr(), SolverTraits.warnings(spec, List.of(SolverSpec.parse(solver)), "--seed"));
        try (Interrupts signals = new Interrupts()) {
            return report(run(batch, signals.token()), signals.isInterrupted());
        }
    }

    private BatchResult run(Batch batch, CancellationToken cancellation) {
        try (BatchProgress progress = new BatchProgress()) {
            return batch.run(resume, threads, cancellation, progress);
        }
    }

    private static BatchSource source(String input) {
        return Streams.isStandard(input)
                ? BatchSource.ofStandardInput(Streams.name(input))
                : BatchSource.ofFile(input, Streams.path(input));
    }

    private int report(BatchResult result, boolean isInterrupted) {
        Failures failures = new Failures(spec.commandLine().getErr());
        if (isInterrupted) {
            return failures.endWith(
                    ExitStatus.NO_ANSWER,
                    "interrupted after " + result.written() + " of " + result.lines() + " lines; --resume continues");
        }
        long errors = result.refused() + result.failed();
        spec.commandLine()
                .getOut()
                .println(result.lines() - errors + " of " + result.lines() + " lines answered: " + output
                        + "/part-*.jsonl");
        if (errors == 0) {
            return ExitStatus.OK;
        }
        String others = errors == 1 ? "" : "; " + (errors - 1) + " more without an answer";
        return failures.endWith(
                result.failed() > 0 ? ExitStatus.BUG : ExitStatus.BAD_INPUT, result.complaint() + others);
    }
}
