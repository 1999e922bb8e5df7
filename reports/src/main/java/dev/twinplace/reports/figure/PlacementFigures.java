package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;

/** Gap against budget, for each coupling and size. */
final class PlacementFigures {
    static final String TABLE = "placement";

    private PlacementFigures() {}

    static Figure of(String id, Table table) {
        Rows all = Rows.of(table);
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.BUDGET), Columns.MEAN_GAP).withoutBands();
        List<Panel> panels = new ArrayList<>();
        for (String size : all.names(Columns.SIZE)) {
            for (String coupling : all.names(Columns.COUPLING)) {
                Rows rows = all.where(Columns.SIZE, size).where(Columns.COUPLING, coupling);
                panels.add(new Panel(
                        DisplayNames.of(size) + ", coupling: " + coupling,
                        Chart.of(
                                id + "-" + coupling + "-" + size,
                                "Gap at equal time: " + DisplayNames.of(size) + ", " + coupling,
                                Axis.logarithmic("time allowed", "ms"),
                                Gaps.axis("gap to the best known bound, mean"),
                                lines.ofSolvers(rows))));
            }
        }
        return new Figure(
                id,
                "Gap at equal time, other programs included",
                "Mean gap over the problems answered in time, on one thread; the table has the range. A solver without a"
                        + " point at a budget answered no problem in that time.",
                panels,
                table);
    }
}
