package dev.twinplace.reports.experiment.suite;

import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.result.CsvFiles;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.InstanceFile;
import dev.twinplace.reports.result.ResultFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs experiments and writes a result file for each, and the answers that it sums up beside it. May be killed at any moment: what is done is kept. */
public final class ExperimentRunner {
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunSettings settings;
    private final PartProgress progress;

    public ExperimentRunner(RunSettings settings, PartProgress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Whether there is nothing to do: a result of the same command is there, and it is to be kept.
     *
     * @throws dev.twinplace.io.InvalidInputException if the result is damaged
     */
    public boolean isDone(Experiment experiment) {
        Path file = settings.resultOf(experiment.name());
        return settings.resumes()
                && Files.exists(file)
                && ResultFiles.readExperiment(file).command().equals(settings.commandOf(experiment.name()));
    }

    /** Runs one, replacing a result that exists, and returns its file. */
    public Path run(Experiment experiment) {
        String name = experiment.name();
        Stopwatch watch = new Stopwatch();
        KeptParts kept = new KeptParts(
                settings.partsOf(name),
                tables -> result(experiment, watch, new Findings(List.of(), List.of(), tables), Optional.empty()));
        if (settings.resumes()) {
            watch.add(kept.load());
        }
        ResumablePartRunner parts = new ResumablePartRunner(name, settings.scale(), settings.threads(), kept, progress);
        Findings findings = experiment.run(parts);
        Optional<InstanceFile> instances =
                parts.instances().map(rows -> CsvFiles.write(rows, settings.instancesOf(name)));
        Path file = settings.resultOf(name);
        ResultFiles.write(result(experiment, watch, findings, instances), file);
        kept.delete();
        return file;
    }

    private ExperimentResult result(
            Experiment experiment, Stopwatch watch, Findings findings, Optional<InstanceFile> instances) {
        return new ExperimentResult(
                experiment.name(),
                experiment.title(),
                experiment.question(),
                settings.commandOf(experiment.name()),
                settings.isQuick(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                settings.commit(),
                Environment.current(),
                findings.seeds(),
                watch.seconds(),
                findings.notes(),
                instances,
                findings.tables());
    }

    /** Time spent on an experiment, over interruptions. */
    private static final class Stopwatch {
        private final long start = System.nanoTime();
        private double before;

        void add(double seconds) {
            before += seconds;
        }

        double seconds() {
            return before + (System.nanoTime() - start) / NANOS_PER_SECOND;
        }
    }
}
