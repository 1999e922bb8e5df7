package dev.twinplace.reports.evidence;

import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All results that there are.
 *
 * @param experiments by name
 * @param benchmarks by class, then by JDK
 * @param flaws what is missing, damaged or not to be trusted
 */
public record Evidence(Map<String, ExperimentResult> experiments, List<BenchmarkResult> benchmarks, List<Flaw> flaws) {
    public Evidence {
        experiments = Map.copyOf(experiments);
        benchmarks = List.copyOf(benchmarks);
        flaws = List.copyOf(flaws);
    }

    /** The result of an experiment, if there is one. */
    public Optional<ExperimentResult> experiment(String name) {
        return Optional.ofNullable(experiments.get(name));
    }

    /**
     * The rows of a table that an experiment wrote.
     *
     * @throws MissingFigureException if it was not run, or wrote no such table
     */
    public Rows rows(String experiment, String table) {
        ExperimentResult result = experiment(experiment)
                .orElseThrow(() -> new MissingFigureException("there is no result of experiment " + experiment));
        return rows(result, table);
    }

    /**
     * The rows of a table.
     *
     * @throws MissingFigureException if there is no such table
     */
    public static Rows rows(ExperimentResult result, String table) {
        return result.tables().stream()
                .filter(candidate -> candidate.id().equals(table))
                .findFirst()
                .map(Rows::of)
                .orElseThrow(() ->
                        new MissingFigureException("the result of " + result.experiment() + " has no table " + table));
    }
}
