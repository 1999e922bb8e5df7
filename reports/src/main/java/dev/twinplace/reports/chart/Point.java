package dev.twinplace.reports.chart;

/**
 * A place in a chart.
 *
 * @param x across
 * @param y up
 * @param low end of the interval around the measured figure; NaN if there is none
 * @param high the other end
 * @param label beside the point; empty for none
 */
public record Point(double x, double y, double low, double high, String label) {
    public static Point of(double x, double y) {
        return new Point(x, y, Double.NaN, Double.NaN, "");
    }

    /** The same with an interval. */
    public Point within(double from, double to) {
        return new Point(x, y, from, to, label);
    }

    /** The same with a label. */
    public Point named(String name) {
        return new Point(x, y, low, high, name);
    }

    boolean isDrawable() {
        return Double.isFinite(x) && Double.isFinite(y);
    }

    boolean hasInterval() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
