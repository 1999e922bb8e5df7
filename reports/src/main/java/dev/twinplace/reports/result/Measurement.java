package dev.twinplace.reports.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One benchmark method with one choice of parameters.
 *
 * @param benchmark simple name of the class
 * @param method its name
 * @param parameters in the order of their names
 * @param mode as JMH abbreviates it: {@code avgt}, {@code sample}, {@code ss} or {@code thrpt}
 * @param score mean
 * @param error half of the 99.9 % confidence interval of the score; NaN if it was measured but once
 * @param unit such as {@code us/op}
 * @param percentiles of single times by percent, {@code 99.9} for example; empty in some modes
 * @param others figures beside the score, such as {@code gc.alloc.rate.norm}, in B/op; means over iterations
 */
public record Measurement(
        String benchmark,
        String method,
        Map<String, String> parameters,
        String mode,
        double score,
        double error,
        String unit,
        Map<String, Double> percentiles,
        Map<String, Double> others) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** All of JMH's array. */
    public static List<Measurement> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Measurement::of)
                .toList();
    }

    private static Measurement of(JsonNode json) {
        String[] path = json.path("benchmark").asString().split("\\.", -1);
        if (path.length < 2) {
            throw new IllegalArgumentException(
                    "benchmark: must be a class and its method, but was " + json.path("benchmark"));
        }
        JsonNode metric = json.path("primaryMetric");
        Map<String, String> parameters = new LinkedHashMap<>();
        json.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asString()));
        Map<String, Double> percentiles = new LinkedHashMap<>();
        metric.path("scorePercentiles")
                .properties()
                .forEach(each -> percentiles.put(each.getKey(), number(each.getValue())));
        Map<String, Double> others = new LinkedHashMap<>();
        json.path("secondaryMetrics").properties().forEach(each -> others.put(each.getKey(), other(each.getValue())));
        return new Measurement(
                path[path.length - 2],
                path[path.length - 1],
                parameters,
                json.path("mode").asString(),
                number(metric.path("score")),
                number(metric.path("scoreError")),
                metric.path("scoreUnit").asString(),
                percentiles,
                others);
    }

    /** JMH adds up over iterations what a benchmark counts itself; what one iteration says is more to the point. */
    private static double other(JsonNode metric) {
        if (!metric.path("scoreUnit").asString().equals("#")) {
            return number(metric.path("score"));
        }
        return StreamSupport.stream(metric.path("rawData").spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(Measurement::number)
                .average()
                .orElse(Double.NaN);
    }

    /** JMH writes "NaN" as a string. */
    private static double number(JsonNode json) {
        return json.isNumber() ? json.doubleValue() : Double.NaN;
    }

    /** Method and parameters, by which the same measurement is found in another file. */
    public String name() {
        String values = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? method : method + " (" + values + ")";
    }

    /** A parameter, empty if there is none of this name. */
    public String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** The time within which this percentage of operations ended, such as 99.9; NaN if that was not measured. */
    public double percentile(String percent) {
        return percentiles.getOrDefault(percent, Double.NaN);
    }

    /** Bytes that an operation allocates, if JMH's profiler gc looked. */
    public OptionalDouble bytesPerOperation() {
        Double bytes = others.get(ALLOCATION);
        return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }
}
