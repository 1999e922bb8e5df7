package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** How far the networks agree during training, and the gap that results. */
final class CollapseFigures implements FigureMaker {
    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "collapse");
        return List.of(
                figure(
                        rows,
                        "collapse-candidates",
                        Columns.DISTINCT_CANDIDATES,
                        Axis.linear("different placements proposed, mean", "count")
                                .from(0),
                        "How many different placements the networks propose",
                        "When all networks propose the same placement, choosing the best of them no longer teaches anything."),
                figure(
                        rows,
                        "collapse-agreement",
                        Columns.AGREEMENT,
                        Axis.linear("scenarios in which all agree", "ratio")
                                .from(0)
                                .to(1),
                        "Share of scenarios in which all networks agree",
                        "The share of test scenarios in which there is only one proposal to choose from."),
                figure(
                        rows,
                        "collapse-gap",
                        Columns.MEAN_GAP,
                        Axis.linear("gap to the optimum, mean", "ratio").from(0),
                        "Gap to the optimum over the same training",
                        "Whether a change to the labels keeps the networks learning."));
    }

    private static Figure figure(Rows rows, String id, Column column, Axis figures, String title, String text) {
        Lines lines = new Lines(Columns.VARIANT, row -> row.number(Columns.ITERATION), column);
        Chart chart = Chart.of(id, title, Iterations.axis(rows), figures, lines.ofSettings(rows));
        return new Figure(id, title, text, List.of(new Panel("", chart)), rows.table());
    }
}
