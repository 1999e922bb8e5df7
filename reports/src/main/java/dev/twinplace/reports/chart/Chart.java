package dev.twinplace.reports.chart;

import java.util.List;

/**
 * A chart as data.
 *
 * @param id for links and files
 * @param title what it shows
 * @param x axis
 * @param y axis
 * @param series drawn in this order
 * @param isMap whether a step to the side is as far as one upwards
 */
public record Chart(String id, String title, Axis x, Axis y, List<Series> series, boolean isMap) {
    public Chart {
        series = series.stream().filter(one -> !one.points().isEmpty()).toList();
    }

    public static Chart of(String id, String title, Axis x, Axis y, List<Series> series) {
        return new Chart(id, title, x, y, series, false);
    }

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return series.isEmpty();
    }
}
