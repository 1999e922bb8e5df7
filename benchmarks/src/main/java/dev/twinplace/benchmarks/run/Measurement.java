package dev.twinplace.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One benchmark method with one choice of parameters.
 *
 * @param benchmark simple name of its class
 * @param method of the benchmark
 * @param parameters in the order of their names
 * @param mode as JMH abbreviates it: {@code avgt}, {@code sample}, {@code ss} or {@code thrpt}
 * @param unit such as {@code us/op}
 * @param score mean
 * @param scoreError half of the 99.9 % confidence interval of the score; NaN if it was measured but once
 * @param percentiles of single operations, by one of {@link #PERCENTILES}; none where they were not timed one by one
 * @param allocatedBytes of an operation, if they were counted
 * @param counters what the benchmark counts itself, means over iterations
 */
record Measurement(
        String benchmark,
        String method,
        Map<String, String> parameters,
        String mode,
        String unit,
        double score,
        double scoreError,
        Map<String, Double> percentiles,
        OptionalDouble allocatedBytes,
        Map<String, Double> counters) {
    static final String MEDIAN = "p50";
    static final String LONGEST = "p100";

    /** By the names of their columns. */
    static final Map<String, Double> PERCENTILES = percentileColumns();

    private static final String OF_THE_COLLECTOR = "gc.";
    static final String PERCENTILE_OF_JMH = "p[01]\\.\\d+";
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private static Map<String, Double> percentileColumns() {
        Map<String, Double> columns = new LinkedHashMap<>();
        columns.put(MEDIAN, 50.0);
        columns.put("p90", 90.0);
        columns.put("p99", 99.0);
        columns.put("p999", 99.9);
        columns.put("p9999", 99.99);
        columns.put(LONGEST, 100.0);
        return columns;
    }

    static Measurement of(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        String[] path = benchmark.getBenchmark().split("\\.", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        benchmark.getParamsKeys().stream().sorted().forEach(key -> parameters.put(key, benchmark.getParam(key)));
        Result<?> primary = result.getPrimaryResult();
        Map<String, Double> counters = new LinkedHashMap<>();
        for (String label : result.getSecondaryResults().keySet()) {
            boolean ofJmh = label.startsWith(OF_THE_COLLECTOR)
                    || label.startsWith(primary.getLabel())
                    || label.matches(PERCENTILE_OF_JMH);
            if (!ofJmh) {
                counters.put(label, meanOverIterations(result, label));
            }
        }
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        return new Measurement(
                path[path.length - 2],
                path[path.length - 1],
                parameters,
                benchmark.getMode().shortLabel(),
                primary.getScoreUnit(),
                primary.getScore(),
                primary.getScoreError(),
                percentiles(benchmark.getMode(), primary.getStatistics()),
                allocation == null ? OptionalDouble.empty() : OptionalDouble.of(allocation.getScore()),
                counters);
    }

    private static Map<String, Double> percentiles(Mode mode, Statistics times) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        if (mode == Mode.SampleTime || mode == Mode.SingleShotTime) {
            PERCENTILES.forEach((column, percent) -> percentiles.put(column, times.getPercentile(percent)));
        }
        return percentiles;
    }

    /** JMH itself adds them up. */
    private static double meanOverIterations(RunResult result, String counter) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration ->
                        iteration.getSecondaryResults().get(counter).getScore())
                .average()
                .orElse(Double.NaN);
    }

    /** Method and parameters: the same measurement has the same name in every file. */
    String name() {
        String values = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? method : method + " (" + values + ")";
    }

    /** Whether operations were timed one by one while they ran. */
    boolean isSampled() {
        return mode.equals("sample");
    }

    /** Empty if there is no such parameter. */
    String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** NaN if there is none. */
    double percentile(String column) {
        return percentiles.getOrDefault(column, Double.NaN);
    }

    /** NaN if that was not counted. */
    double counter(String name) {
        return counters.getOrDefault(name, Double.NaN);
    }
}
