package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Time against size, one chart for each dimension, both axes logarithmic. A straight line through the logarithms, by least
 * squares, is drawn for every solver without a budget; its slope is the power of the size by which the time grows.
 */
final class GrowthFigures {
    /** A slope and its confidence interval need as many points. */
    private static final int MIN_POINTS = 3;

    private GrowthFigures() {}

    /** A panel for each dimension, in the order of the samples. */
    static List<Panel> panels(String id, String title, List<GrowthSample> samples) {
        List<Panel> panels = new ArrayList<>();
        for (String dimension : dimensions(samples)) {
            List<GrowthSample> mine = samples.stream()
                    .filter(sample -> sample.dimension().equals(dimension))
                    .toList();
            String counted = DisplayNames.of(dimension);
            panels.add(new Panel(
                    "By " + counted,
                    Chart.of(
                            id + "-" + dimension,
                            title + ": " + counted,
                            Axis.logarithmic(counted, "count"),
                            Axis.logarithmic("time", "us"),
                            series(mine))));
        }
        return panels;
    }

    /** The slopes of all fitted lines. */
    static SmallTable exponents(String title, List<GrowthSample> samples) {
        List<String> dimensions = dimensions(samples);
        List<String> headers = new ArrayList<>(List.of("time of"));
        dimensions.forEach(dimension -> headers.add(DisplayNames.of(dimension)));
        List<List<String>> rows = new ArrayList<>();
        for (String solver : solvers(samples)) {
            List<String> row = new ArrayList<>(List.of(DisplayNames.of(solver)));
            dimensions.forEach(dimension -> row.add(exponent(fit(samples.stream()
                    .filter(sample -> sample.dimension().equals(dimension)
                            && sample.solver().equals(solver))
                    .toList()))));
            rows.add(row);
        }
        rows.removeIf(row -> row.subList(1, row.size()).stream().allMatch("–"::equals));
        return new SmallTable(title, headers, rows);
    }

    private static List<String> dimensions(List<GrowthSample> samples) {
        return samples.stream().map(GrowthSample::dimension).distinct().toList();
    }

    private static List<String> solvers(List<GrowthSample> samples) {
        return samples.stream().map(GrowthSample::solver).distinct().toList();
    }

    private static List<Series> series(List<GrowthSample> samples) {
        List<Series> series = new ArrayList<>();
        for (String solver : solvers(samples)) {
            List<GrowthSample> mine = samples.stream()
                    .filter(sample -> sample.solver().equals(solver))
                    .toList();
            String name = DisplayNames.of(solver);
            Look look = Looks.of(solver);
            boolean isFitted = fit(mine).getN() >= MIN_POINTS;
            series.add(new Series(
                    name,
                    isFitted ? Form.POINTS : Form.LINE,
                    look,
                    mine.stream()
                            .map(sample -> Point.of(sample.size(), sample.micros()))
                            .toList()));
            if (isFitted) {
                series.add(new Series(name, Form.FIT, look, ends(mine)));
            }
        }
        return series;
    }

    private static SimpleRegression fit(List<GrowthSample> samples) {
        SimpleRegression fit = new SimpleRegression();
        samples.stream()
                .filter(sample -> !sample.hasBudget() && sample.micros() > 0)
                .forEach(sample -> fit.addData(Math.log(sample.size()), Math.log(sample.micros())));
        return fit;
    }

    private static List<Point> ends(List<GrowthSample> samples) {
        SimpleRegression fit = fit(samples);
        return samples.stream()
                .map(GrowthSample::size)
                .sorted()
                .map(size -> Point.of(size, Math.exp(fit.predict(Math.log(size)))))
                .toList();
    }

    private static String exponent(SimpleRegression fit) {
        return fit.getN() < MIN_POINTS ? "–" : shown(fit.getSlope()) + " ± " + shown(fit.getSlopeConfidenceInterval());
    }

    private static String shown(double slope) {
        return String.format(Locale.ROOT, "%.2f", slope).replace("-", "−");
    }
}
