package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** The gap under each reading of Algorithm 1, over the length of training. */
final class ReadingsFigures implements FigureMaker {
    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "readings");
        Lines lines = new Lines(Columns.VARIANT, row -> row.number(Columns.ITERATION), Columns.MEAN_GAP);
        Chart chart = Chart.of(
                "readings-gap",
                "Gap to the optimum under each reading",
                Iterations.axis(rows),
                Axis.linear("gap to the optimum, mean", "ratio").from(0),
                lines.withoutBands().ofSettings(rows));
        String text = "Each reading after 1,000, 3,000 and, for two, 10,000 iterations; intervals are in the table.";
        return List.of(new Figure(
                "readings-gap",
                "Gap to the optimum under each reading",
                text,
                List.of(new Panel("", chart)),
                rows.table()));
    }
}
