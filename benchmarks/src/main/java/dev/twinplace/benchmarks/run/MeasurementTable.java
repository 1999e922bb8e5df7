package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measurements of one benchmark as a table of a result file: the method, a column for each parameter, mode, unit, score and
 * its error, percentiles, allocated bytes, and a column for each thing that the benchmark counts itself.
 */
final class MeasurementTable {
    private static final String ID = "measurements";
    private static final String METHOD = "method";
    private static final String MODE = "mode";
    private static final String UNIT = "unit";
    private static final String SCORE = "score";
    private static final String ERROR = "scoreError";
    private static final String BYTES = "allocatedBytes";

    private MeasurementTable() {}

    static Table of(List<Measurement> measurements) {
        Set<String> parameters = new LinkedHashSet<>();
        Set<String> counters = new LinkedHashSet<>();
        measurements.forEach(each -> {
            parameters.addAll(each.parameters().keySet());
            counters.addAll(each.counters().keySet());
        });
        TableBuilder table = new TableBuilder(ID, "Times by JMH; ± is half of a 99.9 % confidence interval")
                .labels(METHOD)
                .labels(parameters.toArray(String[]::new))
                .labels(MODE, UNIT)
                .numbers("unit", SCORE, ERROR)
                .numbers("unit", Measurement.PERCENTILES.keySet().toArray(String[]::new))
                .numbers("B", BYTES)
                .numbers("count", counters.toArray(String[]::new));
        for (Measurement each : measurements) {
            List<Object> row = new ArrayList<>(List.of(each.method()));
            parameters.forEach(name -> row.add(each.parameters().get(name)));
            row.addAll(Arrays.asList(each.mode(), each.unit(), each.score(), each.scoreError()));
            Measurement.PERCENTILES.keySet().forEach(name -> row.add(each.percentile(name)));
            row.add(each.allocatedBytes().orElse(Double.NaN));
            counters.forEach(name -> row.add(each.counter(name)));
            table.row(row.toArray());
        }
        return table.build();
    }

    /**
     * The measurements in a result file.
     *
     * @throws IllegalArgumentException if there are none: not every benchmark is one of JMH
     */
    static List<Measurement> read(BenchmarkResult result) {
        Table table = result.tables().stream()
                .filter(each -> each.id().equals(ID))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "result of " + result.benchmark() + ": must have a table " + ID + ", but has none"));
        return table.rows().stream()
                .map(row -> read(result.benchmark(), table, row))
                .toList();
    }

    private static Measurement read(String benchmark, Table table, List<Object> row) {
        int mode = table.indexOf(MODE);
        int bytes = table.indexOf(BYTES);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < mode; i++) {
            if (row.get(i) != null) {
                parameters.put(table.columns().get(i).name(), String.valueOf(row.get(i)));
            }
        }
        Map<String, Double> counters = new LinkedHashMap<>();
        for (int i = bytes + 1; i < row.size(); i++) {
            // Older files have JMH's own percentiles twice.
            if (!table.columns().get(i).name().matches(Measurement.PERCENTILE_OF_JMH)) {
                putNumber(table.columns().get(i), row.get(i), counters);
            }
        }
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (String name : Measurement.PERCENTILES.keySet()) {
            int i = table.indexOf(name);
            putNumber(table.columns().get(i), row.get(i), percentiles);
        }
        return new Measurement(
                benchmark,
                String.valueOf(row.get(0)),
                parameters,
                String.valueOf(row.get(mode)),
                String.valueOf(row.get(table.indexOf(UNIT))),
                number(row.get(table.indexOf(SCORE))),
                number(row.get(table.indexOf(ERROR))),
                percentiles,
                row.get(bytes) instanceof Number number
                        ? OptionalDouble.of(number.doubleValue())
                        : OptionalDouble.empty(),
                counters);
    }

    private static void putNumber(Column column, Object cell, Map<String, Double> target) {
        if (cell instanceof Number number) {
            target.put(column.name(), number.doubleValue());
        }
    }

    private static double number(Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
