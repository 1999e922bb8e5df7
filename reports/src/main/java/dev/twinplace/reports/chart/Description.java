package dev.twinplace.reports.chart;

import dev.twinplace.reports.chart.Axis.Scale;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** A chart in words, for readers who cannot see it. */
public final class Description {
    /** Above these, ends and extremes say more than all points. */
    private static final int MAX_POINTS = 4;

    private final Chart chart;

    private Description(Chart chart) {
        this.chart = chart;
    }

    /** Title, axes, and of every series its points or its ends. */
    public static String of(Chart chart) {
        Description description = new Description(chart);
        String series = chart.series().stream()
                .filter(one -> one.form() != Form.LINKS && one.form() != Form.FIT)
                .map(description::of)
                .collect(Collectors.joining(" "));
        return chart.title() + ". Across: " + named(chart.x()) + ". Up: " + named(chart.y()) + ". " + series;
    }

    private static String named(Axis axis) {
        return axis.name() + (axis.scale() == Scale.LOGARITHMIC ? ", logarithmic" : "");
    }

    private String of(Series series) {
        List<Point> points = series.points();
        if (chart.isMap()) {
            return series.name() + ": " + points.size() + " places.";
        }
        if (points.size() <= MAX_POINTS) {
            return series.name() + ": " + points.stream().map(this::of).collect(Collectors.joining(", ")) + ".";
        }
        boolean isAcross = chart.y().scale() == Scale.CATEGORIES;
        double smallest = points.stream()
                .mapToDouble(isAcross ? Point::x : Point::y)
                .min()
                .orElseThrow();
        double largest = points.stream()
                .mapToDouble(isAcross ? Point::x : Point::y)
                .max()
                .orElseThrow();
        Axis axis = isAcross ? chart.x() : chart.y();
        return series.name() + ": from " + of(points.get(0)) + " to " + of(points.get(points.size() - 1)) + ", between "
                + figure(axis, smallest) + " and " + figure(axis, largest) + ".";
    }

    private String of(Point point) {
        return figure(chart.y(), point.y()) + " at " + figure(chart.x(), point.x());
    }

    private static String figure(Axis axis, double figure) {
        return axis.scale() == Scale.CATEGORIES
                ? axis.categories().get((int) figure)
                : Numbers.withUnit(figure, axis.unit());
    }
}
