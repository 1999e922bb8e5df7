package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** Gaps in environments other than that of the training, a row for each environment. */
final class PortabilityFigures implements FigureMaker {
    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "portability");
        List<String> environments = rows.list().stream()
                .map(PortabilityFigures::environment)
                .distinct()
                .toList();
        List<Series> series = rows.names(Columns.POLICY).stream()
                .map(policy -> new Series(
                        DisplayNames.of(policy),
                        Form.POINTS,
                        Looks.of(policy),
                        rows.where(Columns.POLICY, policy).list().stream()
                                .map(row -> point(row, environments))
                                .toList()))
                .toList();
        String title = "Gap to the optimum in changed environments";
        Chart chart = Chart.of(
                "portability-gap",
                title,
                Gaps.axis("gap to the optimum, mean"),
                Axis.categories("environment", environments),
                series);
        return List.of(new Figure(
                "portability-gap",
                title,
                "Models are not trained again. A policy without a point does not answer there. Whiskers are 95 % bootstrap"
                        + " intervals over scenarios.",
                List.of(new Panel("", chart)),
                rows.table()));
    }

    private static String environment(Row row) {
        String change = row.text(Columns.CHANGE);
        String value = row.text(Columns.CHANGE_VALUE);
        return change.matches("[MNS]")
                ? DisplayNames.of(change + value)
                : (DisplayNames.of(change) + " " + value).strip();
    }

    private static Point point(Row row, List<String> environments) {
        return Point.of(row.number(Columns.MEAN_GAP), environments.indexOf(environment(row)))
                .within(row.number(Columns.MEAN_GAP.low()), row.number(Columns.MEAN_GAP.high()));
    }
}
