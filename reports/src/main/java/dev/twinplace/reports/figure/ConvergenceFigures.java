package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** The paper's figures 3 to 8: convergence rate and mean cost over training, under several settings. */
final class ConvergenceFigures implements FigureMaker {
    private final String varied;

    ConvergenceFigures(String varied) {
        this.varied = varied;
    }

    @Override
    public List<Figure> of(ExperimentResult result) {
        return List.of(
                figure(
                        result,
                        "convergence",
                        Columns.CONVERGENCE_RATE,
                        Axis.linear("convergence rate (21)", "share"),
                        "Convergence rate over training, by " + varied,
                        "The paper's measure: the costs before and after an iteration, the smaller over the larger."
                                + " Bands are the range over seeds."),
                figure(
                        result,
                        "cost",
                        Columns.MEAN_COST,
                        Axis.linear("mean cost", "cost"),
                        "Mean cost over training, by " + varied,
                        "On the test set; the dashed line is the proven optimum, which the paper could not draw."
                                + " Bands are the range over seeds."));
    }

    private static Figure figure(
            ExperimentResult result, String tableId, Column column, Axis figures, String title, String text) {
        Rows rows = Evidence.rows(result, tableId);
        String id = result.experiment() + "-" + tableId;
        Lines lines = new Lines(Columns.SETTING, row -> row.number(Columns.ITERATION), column);
        Chart chart = Chart.of(id, title, Iterations.axis(rows), figures, lines.ofSettings(rows));
        return new Figure(id, title, text, List.of(new Panel("", chart)), rows.table());
    }
}
