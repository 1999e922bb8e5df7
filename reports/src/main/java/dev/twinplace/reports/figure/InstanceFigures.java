package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.Arrays;
import java.util.List;

/** Cost above the best known against budget, for each type of published instances: the first letter of their names. */
final class InstanceFigures {
    static final String TABLE = "published";

    private InstanceFigures() {}

    static Figure of(String id, Table table) {
        Rows all = Rows.of(table);
        List<Panel> panels = all.names(Columns.INSTANCE).stream()
                .map(name -> name.substring(0, 1))
                .distinct()
                .map(type -> panel(id, type, all.where(Columns.INSTANCE, name -> name.startsWith(type))))
                .toList();
        return new Figure(
                id,
                "Cost above the best known at equal time, other programs included",
                "Mean over the instances of a type for which a placement was found. A solver without a point at a budget was not"
                        + " asked, or found none.",
                panels,
                table);
    }

    private static Panel panel(String id, String type, Rows rows) {
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.BUDGET), Columns.ABOVE_BEST);
        return new Panel(
                "type " + type,
                Chart.of(
                        id + "-" + type,
                        "Cost above the best known at equal time: type " + type,
                        Axis.logarithmic("time allowed", "ms"),
                        Gaps.axis("cost above the best known, mean"),
                        lines.ofSolvers(means(rows))));
    }

    private static Rows means(Rows rows) {
        TableBuilder means = new TableBuilder("means", "").columns(Columns.SOLVER, Columns.BUDGET, Columns.ABOVE_BEST);
        for (String solver : rows.names(Columns.SOLVER)) {
            Rows own = rows.where(Columns.SOLVER, solver);
            for (double budget :
                    Arrays.stream(own.numbers(Columns.BUDGET)).distinct().toArray()) {
                double[] excess = own.whereNumber(Columns.BUDGET, budget).numbers(Columns.ABOVE_BEST);
                Arrays.stream(excess).average().ifPresent(mean -> means.row(solver, budget, mean));
            }
        }
        return Rows.of(means.build());
    }
}
