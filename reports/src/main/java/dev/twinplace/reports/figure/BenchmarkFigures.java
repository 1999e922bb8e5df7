package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Times that JMH measured, a line for each method and its parameters: percentiles where it took samples, else the mean. */
public final class BenchmarkFigures {
    private static final int MOST_LINES = 48;
    private static final String MEASUREMENTS = "measurements";
    private static final List<String> NO_NAMES = Stream.of(Columns.MODE, Columns.UNIT, Columns.SIZE)
            .map(Column::name)
            .toList();
    private static final Map<String, Double> MICROS = Map.of("ns/op", 1e-3, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);

    /** Columns of times, and what they are called. */
    private static final Map<Column, String> TIMES = times();

    private final Table table;

    private BenchmarkFigures(Table table) {
        this.table = table;
    }

    private static Map<Column, String> times() {
        Map<Column, String> times = new LinkedHashMap<>();
        times.put(Columns.P50, "median");
        times.put(Columns.P99, "99 %");
        times.put(Columns.P999, "99.9 %");
        return times;
    }

    /** The charts of a benchmark; none of tables that are neither JMH's times nor gaps at equal times. */
    public static List<Figure> of(String id, BenchmarkResult result) {
        List<Figure> figures = new ArrayList<>();
        for (Table table : result.tables()) {
            if (table.id().equals(MEASUREMENTS)) {
                figures.add(new BenchmarkFigures(table).figure(id + "-" + table.id(), result.benchmark()));
            } else if (table.id().equals(PlacementFigures.TABLE)) {
                figures.add(PlacementFigures.of(id + "-" + table.id(), table));
            }
        }
        return figures;
    }

    private Figure figure(String id, String benchmark) {
        String title = benchmark + ": time of an operation";
        Rows all = Rows.of(table);
        boolean sized = table.has(Columns.SIZE);
        List<Panel> panels = new ArrayList<>();
        for (String size : sized ? all.names(Columns.SIZE) : List.of("")) {
            List<Row> rows = (sized ? all.where(Columns.SIZE, size) : all)
                    .list().stream()
                            .filter(row -> MICROS.containsKey(row.text(Columns.UNIT)))
                            .toList();
            panels.add(new Panel(size, chart(size.isEmpty() ? id : id + "-" + size, title, rows)));
        }
        return new Figure(
                id, title, "By what differs between them, methods and parameters; logarithmic.", panels, table);
    }

    private Chart chart(String id, String title, List<Row> rows) {
        List<Row> shown = rows.subList(0, Math.min(MOST_LINES, rows.size()));
        List<String> names = shown.stream().map(this::name).toList();
        return Chart.of(
                id,
                title,
                Axis.logarithmic("time of an operation", "us"),
                Axis.categories("benchmark", names),
                series(shown));
    }

    private List<Series> series(List<Row> rows) {
        List<Series> series = new ArrayList<>();
        List<Column> columns = List.copyOf(TIMES.keySet());
        for (Column column : columns) {
            series.add(
                    series(TIMES.get(column), Looks.ofSetting(columns.indexOf(column), columns.size()), rows, column));
        }
        if (series.stream().allMatch(one -> one.points().isEmpty())) {
            return List.of(series("mean", Looks.ofSetting(0, 1), rows, Columns.SCORE));
        }
        return series;
    }

    private static Series series(String name, Look look, List<Row> rows, Column column) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (Double.isFinite(rows.get(i).number(column))) {
                points.add(Point.of(
                        MICROS.get(rows.get(i).text(Columns.UNIT)) * rows.get(i).number(column), i));
            }
        }
        return new Series(name, Form.POINTS, look, points);
    }

    /** What differs between the rows of the table. */
    private String name(Row row) {
        return table.columns().stream()
                .filter(column -> column.unit().isEmpty() && !NO_NAMES.contains(column.name()))
                .filter(column -> Rows.of(table).names(column).size() > 1)
                .map(column -> row.text(column))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse(row.text(Columns.METHOD));
    }
}
