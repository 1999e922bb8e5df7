package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times that JMH measured, a line for each method and its parameters: percentiles where it took samples, else the mean. */
public final class BenchmarkFigures {
    private static final int MOST_LINES = 48;
    private static final String MEASUREMENTS = "measurements";
    private static final String UNIT = "unit";
    private static final String SIZE = "size";
    private static final String METHOD = "method";
    private static final String MEAN = "score";
    private static final List<String> NO_NAMES = List.of("mode", UNIT, SIZE);
    private static final Map<String, Double> MICROS = Map.of("ns/op", 1e-3, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);

    /** Columns of times, and what they are called. */
    private static final Map<String, String> TIMES = times();

    private final Table table;

    private BenchmarkFigures(Table table) {
        this.table = table;
    }

    private static Map<String, String> times() {
        Map<String, String> times = new LinkedHashMap<>();
        times.put("p50", "median");
        times.put("p99", "99 %");
        times.put("p999", "99.9 %");
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
        boolean sized =
                table.columns().stream().anyMatch(column -> column.name().equals(SIZE));
        List<Panel> panels = new ArrayList<>();
        for (String size : sized ? all.names(SIZE) : List.of("")) {
            List<Row> rows = (sized ? all.where(SIZE, size) : all)
                    .list().stream()
                            .filter(row -> MICROS.containsKey(row.text(UNIT)))
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
        List<String> columns = List.copyOf(TIMES.keySet());
        for (String column : columns) {
            series.add(
                    series(TIMES.get(column), Looks.ofSetting(columns.indexOf(column), columns.size()), rows, column));
        }
        if (series.stream().allMatch(one -> one.points().isEmpty())) {
            return List.of(series("mean", Looks.ofSetting(0, 1), rows, MEAN));
        }
        return series;
    }

    private static Series series(String name, Look look, List<Row> rows, String column) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (Double.isFinite(rows.get(i).number(column))) {
                points.add(Point.of(
                        MICROS.get(rows.get(i).text(UNIT)) * rows.get(i).number(column), i));
            }
        }
        return new Series(name, Form.POINTS, look, points);
    }

    /** What differs between the rows of the table. */
    private String name(Row row) {
        return table.columns().stream()
                .filter(column -> column.unit().isEmpty() && !NO_NAMES.contains(column.name()))
                .filter(column -> Rows.of(table).names(column.name()).size() > 1)
                .map(column -> row.text(column.name()))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse(row.text(METHOD));
    }
}
