package dev.twinplace.reports.chart;

import dev.twinplace.reports.chart.Axis.Scale;
import dev.twinplace.reports.chart.Series.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart as ECharts' options, but for what only a script can add: colours of the scheme and functions. What the script
 * {@code charts.js} needs to know for that is under the name {@code twinplace}, which ECharts ignores.
 */
public final class ChartOptions {
    private static final String FOR_SCRIPT = "twinplace";
    private static final MathContext PRECISION = new MathContext(7);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Chart chart;

    private ChartOptions(Chart chart) {
        this.chart = chart;
    }

    /** The options as JSON, the same for the same chart. */
    public static String json(Chart chart) {
        return MAPPER.writeValueAsString(new ChartOptions(chart).options());
    }

    private ObjectNode options() {
        ObjectNode options = JSON.objectNode();
        ObjectNode known = options.putObject(FOR_SCRIPT);
        known.put("title", chart.title());
        known.put("isMap", chart.isMap());
        known.set("x", described(chart.x()));
        known.set("y", described(chart.y()));
        options.set("xAxis", axis(chart.x(), point -> isAcross() ? least(point.x(), point) : point.x()));
        options.set("yAxis", axis(chart.y(), point -> isAcross() ? point.y() : least(point.y(), point)));
        ArrayNode series = options.putArray("series");
        chart.series().forEach(one -> add(one, series));
        return options;
    }

    private static ObjectNode described(Axis axis) {
        ObjectNode description = JSON.objectNode().put("name", axis.name()).put("unit", axis.unit());
        if (axis.scale() == Scale.LOGARITHMIC) {
            axis.least().ifPresent(least -> description.put("floor", least));
        }
        return description;
    }

    /** Intervals are on the axis of figures. */
    private boolean isAcross() {
        return chart.y().scale() == Scale.CATEGORIES;
    }

    private static double least(double figure, Point point) {
        return point.hasInterval() ? Math.min(figure, point.low()) : figure;
    }

    private ObjectNode axis(Axis axis, ToDoubleFunction<Point> figure) {
        ObjectNode node = JSON.objectNode();
        node.put(
                "type",
                switch (axis.scale()) {
                    case LINEAR -> "value";
                    case LOGARITHMIC -> "log";
                    case CATEGORIES -> "category";
                });
        // ECharts rounds the first tick of a logarithmic axis to the digits of the smallest figure, at worst to zero.
        boolean isBeyondFigures = axis.scale() == Scale.LOGARITHMIC
                && chart.series().stream()
                        .flatMap(series -> series.points().stream())
                        .mapToDouble(figure)
                        .noneMatch(one -> one <= axis.least().orElse(0));
        if (!isBeyondFigures) {
            axis.least().ifPresent(least -> node.put("min", rounded(least)));
        }
        axis.most().ifPresent(most -> node.put("max", rounded(most)));
        if (axis.scale() == Scale.CATEGORIES) {
            ArrayNode data = node.putArray("data");
            axis.categories().forEach(data::add);
        }
        return node;
    }

    private void add(Series series, ArrayNode list) {
        if (series.points().stream().anyMatch(Point::hasInterval)) {
            ObjectNode interval = list.addObject().put("type", "custom").put("name", series.name());
            interval.putObject(FOR_SCRIPT)
                    .put("role", series.form() == Form.LINE ? "band" : "whiskers")
                    .put("isAcross", isAcross())
                    .put("colour", series.look().colour());
            interval.set("data", intervals(series.points()));
        }
        ObjectNode node = list.addObject().put("name", series.name());
        node.put(
                "type",
                switch (series.form()) {
                    case LINE, PATH, FIT -> "line";
                    case POINTS -> "scatter";
                    case LINKS -> "lines";
                });
        node.put("symbol", series.form() == Form.FIT ? "none" : series.look().symbol());
        node.putObject(FOR_SCRIPT)
                .put("colour", series.look().colour())
                .put("isFit", series.form() == Form.FIT)
                .put("isDashed", series.look().isDashed());
        node.set("data", series.form() == Form.LINKS ? links(series.points()) : points(series.points()));
    }

    private ArrayNode points(List<Point> points) {
        ArrayNode data = JSON.arrayNode();
        for (Point point : points) {
            ArrayNode place = place(point);
            if (point.label().isEmpty()) {
                data.add(place);
            } else {
                data.addObject().put("name", point.label()).set("value", place);
            }
        }
        return data;
    }

    private ArrayNode links(List<Point> points) {
        ArrayNode data = JSON.arrayNode();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            data.addObject().putArray("coords").add(place(points.get(i))).add(place(points.get(i + 1)));
        }
        return data;
    }

    /** Of each: the place on the other axis, then the two ends. */
    private ArrayNode intervals(List<Point> points) {
        boolean isAcross = isAcross();
        Axis axis = isAcross ? chart.x() : chart.y();
        ArrayNode data = JSON.arrayNode();
        for (Point point : points) {
            if (point.hasInterval()) {
                data.addArray()
                        .add(rounded(isAcross ? point.y() : chart.x().placed(point.x())))
                        .add(rounded(axis.placed(point.low())))
                        .add(rounded(axis.placed(point.high())));
            }
        }
        return data;
    }

    private ArrayNode place(Point point) {
        return JSON.arrayNode()
                .add(rounded(chart.x().placed(point.x())))
                .add(rounded(chart.y().placed(point.y())));
    }

    /** More digits than a screen has points would only make pages longer. */
    private static BigDecimal rounded(double figure) {
        BigDecimal rounded = new BigDecimal(figure).round(PRECISION).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
