package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** Time and gap by numbers of twins, edge servers and devices. Times of one coupling are drawn: the others grow alike. */
final class ScalingFigures implements FigureMaker {
    private static final String DRAWN = "capacity";

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "scaling");
        return List.of(times(rows), gaps(rows));
    }

    private static Figure times(Rows rows) {
        String title = "Decision time by size";
        List<SmallTable> exponents = rows.names(Columns.COUPLING).stream()
                .map(coupling ->
                        GrowthFigures.exponents("Fitted exponents, coupling " + coupling, samples(rows, coupling)))
                .toList();
        return new Figure(
                "scaling-time",
                title,
                "Median decision time under coupling " + DRAWN
                        + ". Both axes are logarithmic, so a straight line is a power"
                        + " of the size. Lines are fitted to the points, except for solvers that a budget ends: their"
                        + " points are joined. The tables state the fitted exponents with 95 % confidence intervals.",
                GrowthFigures.panels("scaling-time", title, samples(rows, DRAWN)),
                exponents,
                rows.table());
    }

    private static List<GrowthSample> samples(Rows rows, String coupling) {
        return rows.where(Columns.COUPLING, coupling).list().stream()
                .map(row -> new GrowthSample(
                        row.text(Columns.AXIS),
                        row.text(Columns.SOLVER),
                        row.number(Columns.AXIS_VALUE),
                        row.number(Columns.MEDIAN_MICROS)))
                .toList();
    }

    private static Figure gaps(Rows all) {
        String title = "Gap by size";
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.AXIS_VALUE), Columns.MEAN_GAP);
        List<Panel> panels = new ArrayList<>();
        for (String axis : all.names(Columns.AXIS)) {
            for (String coupling : all.names(Columns.COUPLING)) {
                Rows rows = all.where(Columns.AXIS, axis).where(Columns.COUPLING, coupling);
                String counted = DisplayNames.of(axis);
                panels.add(new Panel(
                        "By " + counted + ", coupling: " + coupling,
                        Chart.of(
                                "scaling-gap-" + coupling + "-" + axis,
                                title + ": " + counted + ", " + coupling,
                                Axis.logarithmic(counted, "count"),
                                Gaps.axis("gap to the best known bound, mean"),
                                lines.ofSolvers(rows))));
            }
        }
        return new Figure(
                "scaling-gap",
                title,
                "Mean gap to the best lower bound that any of these solvers proved.",
                panels,
                all.table());
    }
}
