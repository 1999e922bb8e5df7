package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** A month of drift: what fewer moves cost, and cost and moves by day. */
final class DriftFigures implements FigureMaker {
    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows policies = Evidence.rows(result, "policies");
        Rows days = Evidence.rows(result, "days");
        return List.of(
                tradeOff(policies),
                byDay(
                        days,
                        "drift-cost",
                        Columns.EXTRA_COST,
                        "extra cost per day",
                        "Extra cost by day",
                        "Cost with moves above the placements that are cheapest in each hour. Lower is better."),
                byDay(
                        days,
                        "drift-moves",
                        Columns.MOVES,
                        "moves per day",
                        "Moves by day",
                        "Without forced moves, which all policies make alike."));
    }

    private static Figure tradeOff(Rows policies) {
        String title = "What fewer moves cost";
        List<Panel> panels = new ArrayList<>();
        for (String coupling : policies.names(Columns.COUPLING)) {
            Rows rows = policies.where(Columns.COUPLING, coupling);
            panels.add(new Panel(
                    "Coupling: " + coupling,
                    Chart.of(
                            "drift-trade-off-" + coupling,
                            title + ": " + coupling,
                            Axis.linear("moves in the month", "count").from(0),
                            Axis.linear("placements above the cheapest", "ratio")
                                    .from(0),
                            points(rows))));
        }
        return new Figure(
                "drift-trade-off",
                title,
                "Each point is a policy: how many moves it makes, and by how much its placements, without the cost of moves,"
                        + " exceed those that are cheapest in each hour. The table states the regret, with moves.",
                panels,
                policies.table());
    }

    private static List<Series> points(Rows rows) {
        List<Row> policies = rows.list().stream()
                .filter(row -> Double.isFinite(row.number(Columns.MOVES)))
                .toList();
        double cheapest = policies.stream()
                .mapToDouble(row -> row.number(Columns.COST))
                .min()
                .orElse(Double.NaN);
        List<Series> series = new ArrayList<>();
        for (Row row : policies) {
            String name = DisplayNames.of(row.text(Columns.POLICY));
            Look look = Looks.ofSetting(series.size(), policies.size());
            Point point = Point.of(row.number(Columns.MOVES), row.number(Columns.COST) / cheapest - 1);
            series.add(new Series(name, Form.POINTS, look, List.of(point)));
        }
        return series;
    }

    private static Figure byDay(Rows days, String id, Column column, String figures, String title, String text) {
        Lines lines = new Lines(Columns.POLICY, row -> row.number(Columns.DAY), column);
        List<Panel> panels = days.names(Columns.COUPLING).stream()
                .map(coupling -> new Panel(
                        "Coupling: " + coupling,
                        Chart.of(
                                id + "-" + coupling,
                                title + ": " + coupling,
                                Axis.linear("day of the month", "count").from(1),
                                Axis.linear(figures, column.unit().orElse("")).from(0),
                                lines.ofSettings(days.where(Columns.COUPLING, coupling)))))
                .toList();
        return new Figure(id, title, text, panels, days.table());
    }
}
