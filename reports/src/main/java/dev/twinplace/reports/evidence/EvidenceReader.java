package dev.twinplace.reports.evidence;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sha256;
import dev.twinplace.reports.evidence.Flaw.Kind;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.InstanceFile;
import dev.twinplace.reports.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the directories of result files. A file that is damaged is a flaw, and the others are read.
 *
 * <p>Results of different commits are no flaw, since each names its commit and the page lists them. A result without a commit is.
 */
public final class EvidenceReader {
    private static final String ENDING = ".json";

    private final List<String> expected;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, ExperimentResult> experiments = new TreeMap<>();
    private final List<BenchmarkResult> benchmarks = new ArrayList<>();

    private EvidenceReader(List<String> expected) {
        this.expected = expected;
    }

    /**
     * Reads two directories; each may be absent.
     *
     * @param results of experiments
     * @param benchmarks of benchmarks, a directory for each
     * @param expected names of the experiments that there ought to be
     */
    public static Evidence read(Path results, Path benchmarks, List<String> expected) {
        EvidenceReader reader = new EvidenceReader(expected);
        reader.expected.forEach(name -> reader.readExperiment(name, results.resolve(name + ENDING)));
        reader.complainOfUnknown(results);
        for (Path directory : children(benchmarks, Files::isDirectory)) {
            children(directory, EvidenceReader::isResult).forEach(reader::readBenchmark);
        }
        if (reader.benchmarks.isEmpty()) {
            reader.flaws.add(new Flaw(
                    Kind.MISSING,
                    "benchmarks",
                    "there is no result in " + shown(benchmarks),
                    "mvn -pl benchmarks jmh:run"));
        }
        return new Evidence(reader.experiments, reader.benchmarks, reader.flaws);
    }

    /** What measures an experiment. */
    public static String command(String experiment) {
        return "./twinplace experiment " + experiment;
    }

    /** What measures a benchmark for publication. */
    public static String benchmarkCommand(String benchmark) {
        return "mvn -pl benchmarks jmh:run -Djmh.profile=publish -Djmh.include=" + benchmark;
    }

    private void readExperiment(String name, Path file) {
        if (!Files.exists(file)) {
            flaws.add(new Flaw(Kind.MISSING, name, "there is no " + shown(file), command(name)));
            return;
        }
        try {
            ExperimentResult result = ResultFiles.readExperiment(file);
            if (!result.experiment().equals(name)) {
                throw new InvalidInputException(
                        file.toString(),
                        "experiment: must be \"" + name + "\", but was \"" + result.experiment() + "\"");
            }
            experiments.put(name, result);
            result.instances().ifPresent(instances -> checkInstances(name, instances, file));
            if (result.commit().isEmpty()) {
                flaws.add(new Flaw(Kind.STALE, name, "measured at an unknown commit", command(name)));
            }
            if (result.quick()) {
                flaws.add(new Flaw(Kind.QUICK, name, "measured with --quick: fewer problems and seeds", command(name)));
            }
        } catch (InvalidInputException e) {
            flaws.add(new Flaw(Kind.DAMAGED, name, e.getMessage(), command(name)));
        }
    }

    /** The rows of single problems may be absent: a command makes them again. */
    private void checkInstances(String name, InstanceFile instances, Path result) {
        Path file = result.resolveSibling(instances.file());
        if (Files.exists(file) && !Sha256.of(file).equals(instances.sha256())) {
            flaws.add(
                    new Flaw(Kind.DAMAGED, name, shown(file) + " is not the one that the result names", command(name)));
        }
    }

    private void complainOfUnknown(Path results) {
        for (Path file : children(results, EvidenceReader::isResult)) {
            String name = name(file);
            if (!expected.contains(name)) {
                flaws.add(new Flaw(Kind.DAMAGED, name, shown(file) + " belongs to no known experiment", ""));
            }
        }
    }

    private void readBenchmark(Path file) {
        try {
            benchmarks.add(ResultFiles.readBenchmark(file));
        } catch (InvalidInputException e) {
            flaws.add(new Flaw(Kind.DAMAGED, name(file.getParent()), e.getMessage(), ""));
        }
    }

    private static boolean isResult(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    /** With slashes everywhere, so that pages do not differ. */
    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static List<Path> children(Path directory, Predicate<Path> wanted) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new InvalidInputException(directory.toString(), "must be readable, but is not", e);
        }
    }
}
