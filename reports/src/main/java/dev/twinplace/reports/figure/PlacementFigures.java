package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;

/** What everybody reaches in the same time: gap against budget, for each coupling and size. */
final class PlacementFigures {
    static final String TABLE = "placement";

    private PlacementFigures() {}

    static Figure of(String id, Table table) {
        Rows all = Rows.of(table);
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.BUDGET), Columns.MEAN_GAP);
        List<Panel> panels = new ArrayList<>();
        for (String size : all.names(Columns.SIZE)) {
            for (String coupling : all.names(Columns.COUPLING)) {
                Rows rows = all.where(Columns.SIZE, size).where(Columns.COUPLING, coupling);
                panels.add(new Panel(
                        size + ", coupling: " + coupling,
                        Chart.of(
                                id + "-" + coupling + "-" + size,
                                "Gap at equal time: " + size + ", " + coupling,
                                Axis.logarithmic("time allowed", "ms"),
                                Gaps.axis("gap to the best known bound, mean"),
                                lines.ofSolvers(rows))));
            }
        }
        return new Figure(
                id,
                "Gap at equal time, peers included",
                "Each was given the same time on one thread. Bands are from the least to the largest gap of the problems that"
                        + " were answered in time; who answered none of them in time has no point there.",
                panels,
                table);
    }
}
