package dev.twinplace.cli;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.suite.ExperimentRunner;
import dev.twinplace.reports.experiment.suite.Experiments;
import dev.twinplace.reports.experiment.suite.RunSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace experiment}. */
@Command(
        name = "experiment",
        description = {
            "Runs experiments and writes a JSON file for each, and a CSV file beside it where it sums up single problems; or"
                    + " one of the commands below.",
            "",
            "It can be stopped at any moment; --resume continues and keeps finished results."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = DdloCommand.class)
final class ExperimentCommand implements Callable<Integer> {
    /** The launcher knows where the sources are. */
    private static final String COMMIT = "twinplace.commit";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "One or several of ${COMPLETION-CANDIDATES}.")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "Fewer problems, seeds and iterations: for a first look.")
    private boolean quick;

    @Option(names = "--resume", description = "Continue an earlier run and keep its results.")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads where nothing is timed (default: one per processor). No figure depends on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Directory for the result files (default: ${DEFAULT-VALUE}).")
    private String output = "reports/results";

    /** The names, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>(
                    Experiments.all().stream().map(Experiment::name).toList());
            names.add(Experiments.ALL);
            return names.iterator();
        }
    }

    @Override
    public Integer call() {
        if (names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "an experiment is missing");
        }
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        List<Experiment> experiments = chosen();
        RunSettings settings = new RunSettings(
                directory(),
                quick ? Scale.QUICK : Scale.FULL,
                resume,
                threads,
                Optional.ofNullable(System.getProperty(COMMIT)).filter(commit -> !commit.isEmpty()));
        experiments.forEach(experiment -> run(experiment, settings));
        return ExitStatus.OK;
    }

    private List<Experiment> chosen() {
        if (names.contains(Experiments.ALL)) {
            return Experiments.all();
        }
        try {
            return names.stream().distinct().map(Experiments::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "experiment: " + e.getMessage(), e);
        }
    }

    private Path directory() {
        Path directory = Streams.path(output);
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InvalidInputException(output, "must be a directory, but could not be made", e);
        }
    }

    /** What cannot be run here is left out, and the others go on. */
    private void run(Experiment experiment, RunSettings settings) {
        PrintWriter out = spec.commandLine().getOut();
        if (experiment.obstacle().isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println("twinplace: " + experiment.name() + ": left out: it "
                            + experiment.obstacle().get());
            return;
        }
        try (ExperimentProgress progress = new ExperimentProgress()) {
            ExperimentRunner runner = new ExperimentRunner(settings, progress);
            boolean isDone = runner.isDone(experiment);
            out.println(experiment.name() + ": " + (isDone ? "done before" : runner.run(experiment)));
        }
        out.flush();
    }
}
