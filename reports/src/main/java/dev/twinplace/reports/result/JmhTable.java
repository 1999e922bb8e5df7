package dev.twinplace.reports.result;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The results that JMH writes with {@code -rf json}, as a table: a row for each benchmark method and its parameters. */
final class JmhTable {
    private static final Map<String, Double> MICROS_PER_OPERATION =
            Map.of("ns/op", 1e-3, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);
    private static final List<String> PERCENTILES = List.of("50.0", "90.0", "99.0", "99.9", "99.99");
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final JsonNode results;
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Set<String> percentiles = new TreeSet<>();
    private boolean isTime = true;
    private boolean hasAllocation;

    private JmhTable(JsonNode results) {
        this.results = results;
        for (JsonNode result : results) {
            JsonNode metric = required(result, "primaryMetric");
            parameters.addAll(result.path("params").propertyNames());
            isTime &= MICROS_PER_OPERATION.containsKey(unit(metric));
            PERCENTILES.stream().filter(p -> hasSamples(result, p)).forEach(percentiles::add);
            hasAllocation |= Double.isFinite(allocation(result));
        }
    }

    static Table of(JsonNode results) {
        return new JmhTable(results).table();
    }

    private Table table() {
        TableBuilder table = new TableBuilder("jmh", "Results of JMH; errors are its 99.9 % confidence intervals");
        table.labels("method").labels(parameters.toArray(String[]::new));
        if (isTime) {
            table.numbers("us", "time", "timeError");
            percentiles.forEach(p -> table.numbers("us", column(p)));
        } else {
            table.numbers("", "score", "scoreError").labels("unit");
        }
        if (hasAllocation) {
            table.numbers("B", "allocated");
        }
        for (JsonNode result : results) {
            table.row(row(result).toArray());
        }
        return table.build();
    }

    private List<Object> row(JsonNode result) {
        JsonNode metric = result.get("primaryMetric");
        double scale = isTime ? MICROS_PER_OPERATION.get(unit(metric)) : 1;
        List<Object> cells = new ArrayList<>();
        String name = required(result, "benchmark").stringValue();
        cells.add(name.substring(name.lastIndexOf('.') + 1));
        parameters.forEach(
                parameter -> cells.add(result.path("params").path(parameter).asString("")));
        cells.add(number(required(metric, "score")) * scale);
        cells.add(number(metric.path("scoreError")) * scale);
        if (isTime) {
            percentiles.forEach(
                    p -> cells.add(number(metric.path("scorePercentiles").path(p)) * scale));
        } else {
            cells.add(unit(metric));
        }
        if (hasAllocation) {
            cells.add(allocation(result));
        }
        return cells;
    }

    /** 99.9 is p99.9. */
    static String column(String percentile) {
        return "p" + percentile.replaceFirst("\\.0$", "");
    }

    /** Other modes state percentiles too, but of a handful of iterations. */
    private static boolean hasSamples(JsonNode result, String percentile) {
        return result.path("mode").asString("").equals("sample")
                && result.path("primaryMetric").path("scorePercentiles").has(percentile);
    }

    private static double allocation(JsonNode result) {
        JsonNode metrics = result.path("secondaryMetrics");
        JsonNode metric = metrics.has(ALLOCATION) ? metrics.path(ALLOCATION) : metrics.path("·" + ALLOCATION);
        return number(metric.path("score"));
    }

    private static String unit(JsonNode metric) {
        return required(metric, "scoreUnit").stringValue();
    }

    /** JMH writes "NaN" as text. */
    private static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException("results: " + field + ": must be there, but is missing");
        }
        return value;
    }
}
