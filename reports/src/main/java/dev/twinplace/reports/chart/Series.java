package dev.twinplace.reports.chart;

import java.util.List;

/**
 * Points that belong together.
 *
 * @param name in the legend
 * @param form how they are drawn
 * @param look colour, dashes and symbol
 * @param points in order; those without figures are left out
 */
public record Series(String name, Form form, Look look, List<Point> points) {
    /** How points are drawn. */
    public enum Form {
        LINE,
        /** A line whose points are what matters: intervals are at each. */
        PATH,
        POINTS,
        /** A line fitted to the points of the series with the same name. */
        FIT,
        /** Each pair of points is a line of its own, from the first to the second. */
        LINKS
    }

    public Series {
        points = points.stream().filter(Point::isDrawable).toList();
    }
}
