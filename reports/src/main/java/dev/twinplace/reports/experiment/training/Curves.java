package dev.twinplace.reports.experiment.training;

import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Levels;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * Curves of several settings, each trained with several seeds, as the tables of a report.
 *
 * @param settings labels
 * @param seeds of each setting
 * @param iterations at which there are points; a curve that ends earlier diverged
 * @param curves one for each setting and seed, the seeds of a setting together
 */
record Curves(List<String> settings, List<Long> seeds, List<Integer> iterations, List<Table> curves) {
    private static final List<Column> LAST = List.of(
            Columns.MEAN_GAP,
            Columns.HIT_RATE,
            Columns.RANGE_CLOSED,
            Columns.DISTINCT_CANDIDATES,
            Columns.CONVERGENCE_RATE);

    /** The convergence rate over iterations. */
    Table convergence() {
        return overIterations(
                        "convergence",
                        "Convergence rate (21) over training iterations; the interval is the range over seeds",
                        Columns.CONVERGENCE_RATE)
                .build();
    }

    /** The mean cost over iterations, and a line for the optimum, which does not depend on them. */
    Table cost(double[] optima) {
        TableBuilder table = overIterations(
                "cost",
                "Mean cost on the test set over training iterations; the interval is the range over seeds",
                Columns.MEAN_COST);
        double optimum = StatUtils.mean(optima);
        iterations.forEach(iteration -> table.row(iteration, "optimum", optimum, optimum, optimum));
        return table.build();
    }

    private TableBuilder overIterations(String id, String title, Column figure) {
        TableBuilder table = new TableBuilder(id, title)
                .columns(Columns.ITERATION, Columns.SETTING)
                .interval(figure);
        for (int i = 0; i < settings.size(); i++) {
            for (int point = 0; point < iterations.size(); point++) {
                Interval interval = Interval.range(values(i, point, figure));
                table.row(iterations.get(point), settings.get(i), interval.mean(), interval.low(), interval.high());
            }
        }
        return table;
    }

    /** The figure of those seeds that got so far. */
    double[] values(int setting, int point, Column figure) {
        return curves.subList(setting * seeds.size(), (setting + 1) * seeds.size()).stream()
                .filter(curve -> point < curve.rows().size())
                .mapToDouble(curve -> figure(curve, point, figure))
                .toArray();
    }

    private static double figure(Table curve, int point, Column column) {
        return new Row(curve, curve.rows().get(point)).number(column);
    }

    /** Where each training began and ended; a training that diverged has no end. */
    Table finals() {
        TableBuilder table = new TableBuilder("final", "After the first and the last iteration, by seed")
                .columns(Columns.SETTING, Columns.SEED, Columns.FIRST_GAP, Columns.STABLE_SINCE)
                .columns(LAST.toArray(Column[]::new));
        int last = iterations.size() - 1;
        for (int i = 0; i < curves.size(); i++) {
            Table curve = curves.get(i);
            boolean ended = curve.rows().size() > last;
            List<Object> cells = new ArrayList<>();
            cells.add(settings.get(i / seeds.size()));
            cells.add(seeds.get(i % seeds.size()));
            cells.add(curve.rows().isEmpty() ? null : figure(curve, 0, Columns.MEAN_GAP));
            cells.add(ended ? stableSince(curve) : null);
            LAST.forEach(column -> cells.add(ended ? figure(curve, last, column) : null));
            table.row(cells.toArray());
        }
        return table.build();
    }

    /** The first judged iteration from which on the convergence rate stays high; null if it does not. */
    private Integer stableSince(Table curve) {
        int point = curve.rows().size();
        while (point > 0 && figure(curve, point - 1, Columns.CONVERGENCE_RATE) >= Levels.STABLE_RATE) {
            point--;
        }
        return point == curve.rows().size() ? null : iterations.get(point);
    }
}
