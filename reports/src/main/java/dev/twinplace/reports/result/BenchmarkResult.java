package dev.twinplace.reports.result;

import java.util.List;
import java.util.Optional;

/**
 * What a benchmark measured.
 *
 * @param benchmark its class
 * @param variant the file: the JDK it ran on
 * @param command that measures it anew
 * @param date day in UTC
 * @param commit of the sources, if known
 * @param environment where it was measured
 * @param tables the figures
 */
public record BenchmarkResult(
        String benchmark,
        String variant,
        String command,
        String date,
        Optional<String> commit,
        Environment environment,
        List<Table> tables) {
    public BenchmarkResult {
        commit = commit == null ? Optional.empty() : commit;
        tables = List.copyOf(tables);
    }
}
