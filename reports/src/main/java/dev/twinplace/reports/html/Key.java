package dev.twinplace.reports.html;

import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.figure.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of a figure's legend.
 *
 * @param name of the series
 * @param look of it
 * @param isLine whether it is one
 */
public record Key(String name, Look look, boolean isLine) {
    /** Of all series in a figure's charts, each once. */
    static List<Key> of(Figure figure) {
        Map<String, Key> keys = new LinkedHashMap<>();
        figure.panels().stream()
                .map(panel -> panel.chart())
                .map(Chart::series)
                .flatMap(List::stream)
                .filter(series -> series.form() != Form.LINKS && series.form() != Form.FIT)
                .forEach(series -> keys.putIfAbsent(series.name(), of(series)));
        return List.copyOf(keys.values());
    }

    private static Key of(Series series) {
        return new Key(series.name(), series.look(), series.form() != Form.POINTS);
    }
}
