package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What JMH measured, a panel for each size, batch and coupling, a row for each combination of the other parameters: percentiles where
 * operations were timed one by one, else the mean; the gap where the benchmark fixes the time.
 */
final class MeasurementFigure {
    private static final Column GAP_PERCENT = label("meanGapPercent");
    private static final Column IMPLEMENTATION = label("kind");
    private static final List<Column> PANEL_COLUMNS = Stream.of("size", "sizeAndMicros", "batch", "coupling")
            .map(MeasurementFigure::label)
            .toList();
    private static final List<String> NO_NAMES = List.of("mode", "unit");
    private static final Map<String, Double> MICROS = Map.of("ns/op", 1e-3, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);
    private static final List<Column> PERCENTILES = List.of(Columns.P50, Columns.P99, Columns.P999);
    private static final List<String> CALLED = List.of("median", "99th percentile", "99.9th percentile");

    private final String id;
    private final Rows all;
    private final List<Column> names;

    MeasurementFigure(String id, Table table) {
        this.id = id;
        this.all = Rows.of(table);
        this.names = table.columns().stream()
                .filter(column -> column.unit().isEmpty() && !NO_NAMES.contains(column.name()))
                .filter(column -> all.names(column).size() > 1)
                .toList();
    }

    private static Column label(String name) {
        return new Column(name, Optional.empty());
    }

    Figure figure() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        all.list().stream()
                .filter(row -> MICROS.containsKey(row.text(Columns.UNIT)))
                .forEach(row -> groups.computeIfAbsent(panel(row), name -> new ArrayList<>())
                        .add(row));
        List<Panel> panels = new ArrayList<>();
        groups.forEach((caption, rows) -> panels.add(new Panel(caption, chart(panels.size(), rows))));
        return new Figure(id, title(), text(), panels, all.table());
    }

    private boolean hasColumn(Column column) {
        return all.table().has(column);
    }

    private boolean isSampled() {
        return PERCENTILES.stream().anyMatch(column -> all.numbers(column).length > 0);
    }

    private String title() {
        return hasColumn(GAP_PERCENT) ? "Mean gap after the time allowed" : "Time of an operation";
    }

    private String text() {
        if (hasColumn(GAP_PERCENT)) {
            return "Mean gap to a proven lower bound.";
        }
        return isSampled()
                ? "Median, 99th and 99.9th percentile; the axis is logarithmic."
                : "Mean time; the axis is logarithmic.";
    }

    private String panel(Row row) {
        return PANEL_COLUMNS.stream()
                .filter(this::hasColumn)
                .filter(column -> !row.text(column).isEmpty())
                .map(column -> DisplayNames.parameter(column.name(), row.text(column)))
                .reduce((a, b) -> a + ", coupling: " + b)
                .orElse("");
    }

    private Chart chart(int index, List<Row> rows) {
        List<String> categories = rows.stream().map(this::category).distinct().toList();
        Axis axis = hasColumn(GAP_PERCENT)
                ? Axis.linear("mean gap", "ratio").from(0)
                : Axis.logarithmic("time of an operation", "us");
        return Chart.of(
                id + "-" + index, title(), axis, Axis.categories("measured", categories), series(rows, categories));
    }

    /** What differs between the rows of a panel. */
    private String category(Row row) {
        return names.stream()
                .filter(column -> !PANEL_COLUMNS.contains(column) && !column.equals(IMPLEMENTATION))
                .filter(column -> !row.text(column).isEmpty())
                .map(column -> DisplayNames.parameter(column.name(), row.text(column)))
                .reduce((a, b) -> a + ", " + b)
                .orElse(DisplayNames.words(row.text(Columns.METHOD)));
    }

    private List<Series> series(List<Row> rows, List<String> categories) {
        if (hasColumn(GAP_PERCENT)) {
            return List.of(series("mean gap", 0, 1, rows, categories, row -> row.number(GAP_PERCENT) / 100));
        }
        List<Series> series = new ArrayList<>();
        if (names.contains(IMPLEMENTATION)) {
            List<String> kinds = all.names(IMPLEMENTATION);
            for (String kind : kinds) {
                List<Row> mine = rows.stream()
                        .filter(row -> row.text(IMPLEMENTATION).equals(kind))
                        .toList();
                series.add(series(
                        DisplayNames.of(kind),
                        kinds.indexOf(kind),
                        kinds.size(),
                        mine,
                        categories,
                        time(Columns.SCORE)));
            }
        } else if (isSampled()) {
            for (int i = 0; i < PERCENTILES.size(); i++) {
                series.add(series(CALLED.get(i), i, PERCENTILES.size(), rows, categories, time(PERCENTILES.get(i))));
            }
        } else {
            series.add(series("mean", 0, 1, rows, categories, time(Columns.SCORE)));
        }
        return series;
    }

    private static ToDoubleFunction<Row> time(Column column) {
        return row -> MICROS.get(row.text(Columns.UNIT)) * row.number(column);
    }

    private Series series(
            String name, int index, int count, List<Row> rows, List<String> categories, ToDoubleFunction<Row> x) {
        List<Point> points = rows.stream()
                .map(row -> Point.of(x.applyAsDouble(row), categories.indexOf(category(row))))
                .toList();
        return new Series(name, Form.POINTS, Looks.ofSetting(index, count), points);
    }
}
