package dev.twinplace.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment found, and all that is needed to judge and to repeat it.
 *
 * @param experiment its name on the command line
 * @param title for people
 * @param question what it measures, in one sentence
 * @param command that gives this file anew
 * @param quick whether it is the short form, with fewer problems and seeds
 * @param date day in UTC, as 2026-11-24
 * @param commit of the sources, if known
 * @param environment where it was measured
 * @param seeds of all that was drawn
 * @param seconds that it took
 * @param notes short sentences: limits, readings of lines that the paper leaves open
 * @param instances the CSV file beside it, if its tables sum up single problems
 * @param tables the figures
 */
public record ExperimentResult(
        String experiment,
        String title,
        String question,
        String command,
        @JsonProperty(required = true) boolean quick,
        String date,
        Optional<String> commit,
        Environment environment,
        List<Long> seeds,
        @JsonProperty(required = true) double seconds,
        List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<InstanceFile> instances,
        List<Table> tables) {
    public ExperimentResult {
        Required.all(
                List.of(
                        "experiment",
                        "title",
                        "question",
                        "command",
                        "date",
                        "environment",
                        "seeds",
                        "notes",
                        "tables"),
                experiment,
                title,
                question,
                command,
                date,
                environment,
                seeds,
                notes,
                tables);
        commit = commit == null ? Optional.empty() : commit;
        instances = instances == null ? Optional.empty() : instances;
        seeds = List.copyOf(seeds);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /**
     * A table by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Table table(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "result of " + experiment + ": must have a table " + id + ", but has none"));
    }
}
