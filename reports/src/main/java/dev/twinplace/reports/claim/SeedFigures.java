package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Where trainings began and ended, each with its seed: rows of a table {@code final}. Figures are infinite where training diverged,
 * or where what they count did not happen.
 */
record SeedFigures(Rows rows) {
    static SeedFigures of(Evidence evidence, String experiment) {
        return new SeedFigures(evidence.rows(experiment, "final"));
    }

    SeedFigures of(String setting) {
        return new SeedFigures(rows.where(Columns.SETTING, setting));
    }

    List<String> settings() {
        return rows.names(Columns.SETTING);
    }

    double[] seeds() {
        return Arrays.stream(rows.numbers(Columns.SEED)).distinct().toArray();
    }

    /**
     * Of each row.
     *
     * @throws MissingFigureException if there is none
     */
    double[] figures(Column column) {
        rows.first();
        return rows.list().stream()
                .mapToDouble(row -> row.number(column))
                .map(figure -> Double.isNaN(figure) ? Double.POSITIVE_INFINITY : figure)
                .toArray();
    }

    /** The mean over rows with Student's interval. */
    Interval student(Column column) {
        return Interval.student(figures(column));
    }

    /**
     * For each of these seeds, a figure for each setting.
     *
     * @throws MissingFigureException if a seed was not tried with a setting
     */
    double[][] bySeed(double[] seeds, Column column) {
        List<String> settings = settings();
        return Arrays.stream(seeds)
                .mapToObj(seed -> new SeedFigures(rows.whereNumber(Columns.SEED, seed)))
                .map(ofSeed -> settings.stream()
                        .mapToDouble(setting -> ofSeed.of(setting).figures(column)[0])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A ratio with its interval over seeds, for people. */
    static String shown(Interval interval) {
        if (!Double.isFinite(interval.mean())) {
            return "none, for training diverged";
        }
        return percent(interval.mean())
                + (Double.isFinite(interval.low())
                        ? " (" + percent(interval.low()) + " to " + percent(interval.high()) + ")"
                        : " (one seed)");
    }
}
