package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Time and gap by numbers of twins, edge servers and devices. */
final class ScalingFigures implements FigureMaker {
    private static final Map<String, String> COUNTED = Map.of("M", "twins M", "S", "edge servers S", "N", "devices N");

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "scaling");
        return List.of(
                figure(
                        rows,
                        "scaling-time",
                        Columns.MEDIAN_MICROS,
                        Axis.logarithmic("decision time, median", "us"),
                        "Decision time by size",
                        "Both axes are logarithmic: a straight line is a power of the size."),
                figure(
                        rows,
                        "scaling-gap",
                        Columns.MEAN_GAP,
                        Gaps.axis("gap to the best known bound, mean"),
                        "Gap by size",
                        "To the best lower bound that any of these solvers proved."));
    }

    private static Figure figure(Rows all, String id, Column column, Axis figures, String title, String text) {
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.AXIS_VALUE), column);
        List<Panel> panels = new ArrayList<>();
        for (String axis : all.names(Columns.AXIS)) {
            for (String coupling : all.names(Columns.COUPLING)) {
                Rows rows = all.where(Columns.AXIS, axis).where(Columns.COUPLING, coupling);
                String counted = COUNTED.getOrDefault(axis, axis);
                panels.add(new Panel(
                        "By " + counted + ", coupling: " + coupling,
                        Chart.of(
                                id + "-" + coupling + "-" + axis,
                                title + ": " + counted + ", " + coupling,
                                Axis.logarithmic(counted, "count"),
                                figures,
                                lines.ofSolvers(rows))));
            }
        }
        return new Figure(id, title, text, panels, all.table());
    }
}
