package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lines of a table: one for each name in a column, with the intervals that the table has. */
final class Lines {
    private final Column by;
    private final ToDoubleFunction<Row> x;
    private final Column y;
    private final boolean hasBands;

    /**
     * What to draw.
     *
     * @param by the column that names the line
     * @param x of a row
     * @param y the column of the figures; its {@link Column#low} and {@link Column#high} are the interval, if there are such columns
     */
    Lines(Column by, ToDoubleFunction<Row> x, Column y) {
        this(by, x, y, true);
    }

    private Lines(Column by, ToDoubleFunction<Row> x, Column y, boolean hasBands) {
        this.by = by;
        this.x = x;
        this.y = y;
        this.hasBands = hasBands;
    }

    /** The same without intervals, for charts in which bands would hide one another. */
    Lines withoutBands() {
        return new Lines(by, x, y, false);
    }

    /** A line for each solver, in its own look. */
    List<Series> ofSolvers(Rows rows) {
        return rows.names(by).stream()
                .map(name -> line(name, Looks.of(name), rows))
                .toList();
    }

    /** A line for each setting, in shades; the optimum, if it is among them, keeps its look. */
    List<Series> ofSettings(Rows rows) {
        List<String> names = rows.names(by);
        List<String> settings = names.stream().filter(name -> !isOptimum(name)).toList();
        List<Series> lines = new ArrayList<>();
        for (String name : names) {
            Look look = isOptimum(name) ? Looks.of(name) : Looks.ofSetting(settings.indexOf(name), settings.size());
            lines.add(line(name, look, rows));
        }
        return lines;
    }

    private static boolean isOptimum(String name) {
        return name.equals("optimum");
    }

    private Series line(String name, Look look, Rows rows) {
        Rows mine = rows.where(by, name);
        return new Series(
                DisplayNames.of(name),
                Form.LINE,
                look,
                mine.list().stream().map(this::point).toList());
    }

    private Point point(Row row) {
        Point point = Point.of(x.applyAsDouble(row), row.number(y));
        boolean hasInterval = hasBands && row.table().has(y.low());
        return hasInterval ? point.within(row.number(y.low()), row.number(y.high())) : point;
    }
}
