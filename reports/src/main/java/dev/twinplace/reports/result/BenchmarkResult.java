package dev.twinplace.reports.result;

import java.util.List;
import java.util.Optional;

/**
 * What a benchmark measured, and all that is needed to judge and to repeat it.
 *
 * @param benchmark the class
 * @param command that gives this file anew
 * @param date day in UTC, as 2026-11-24
 * @param commit of the sources, if known
 * @param environment where it was measured
 * @param notes short sentences: what a figure means, limits
 * @param tables the figures
 */
public record BenchmarkResult(
        String benchmark,
        String command,
        String date,
        Optional<String> commit,
        Environment environment,
        List<String> notes,
        List<Table> tables) {
    public BenchmarkResult {
        Required.all(
                List.of("benchmark", "command", "date", "environment", "notes", "tables"),
                benchmark,
                command,
                date,
                environment,
                notes,
                tables);
        commit = commit == null ? Optional.empty() : commit;
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }
}
