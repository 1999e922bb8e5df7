package dev.twinplace.reports.result;

import dev.twinplace.io.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a benchmark measured, and where.
 *
 * @param benchmark simple name of its class
 * @param command that gives this file anew
 * @param date day in UTC, as 2026-11-24
 * @param commit of the sources, if known
 * @param environment of the JVM that started those in which was measured
 * @param notes short sentences
 * @param results the array that JMH writes, without the path of the JVM and the histograms of single times; empty for a
 *     benchmark that is not one of JMH
 * @param tables the figures of such a benchmark
 */
public record BenchmarkResult(
        String benchmark,
        String command,
        String date,
        Optional<String> commit,
        Environment environment,
        List<String> notes,
        JsonNode results,
        List<Table> tables) {
    /** The format in the files of benchmarks. */
    public static final String FORMAT = "twinplace/benchmark/1";

    private static final ResultFormat<BenchmarkResult> FILES = new ResultFormat<>(FORMAT, BenchmarkResult.class);

    public BenchmarkResult {
        Required.all(List.of("benchmark", "command", "date", "environment"), benchmark, command, date, environment);
        commit = commit == null ? Optional.empty() : commit;
        notes = notes == null ? List.of() : List.copyOf(notes);
        results = results == null ? JsonNodeFactory.instance.arrayNode() : results;
        tables = tables == null ? List.of() : List.copyOf(tables);
        if (!results.isArray()) {
            throw new IllegalArgumentException("results: must be an array, but is not");
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is not the result of a benchmark
     */
    public static BenchmarkResult read(Path file) {
        return FILES.read(file);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public void write(Path file) {
        FILES.write(this, file);
    }

    /** What JMH measured: a measurement for each method and each choice of parameters. */
    public List<Measurement> measurements() {
        return Measurement.all(results);
    }
}
