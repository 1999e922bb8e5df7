package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was measured, a row for each measurement. */
final class FigureTable {
    private static final List<String> PERCENTILES = List.of("p50", "p99", "p999", "p9999");

    private FigureTable() {}

    static String of(List<Measurement> measurements) {
        boolean sampled = measurements.stream().anyMatch(Measurement::isSampled);
        boolean more = measurements.stream().anyMatch(each -> !others(each).isEmpty());
        MarkdownTable table = new MarkdownTable().words("benchmark").figures("mean", "±", "unit");
        if (sampled) {
            table.figures("p50", "p99", "p99.9", "p99.99");
        }
        table.figures("B/op");
        if (more) {
            table.words("beside it");
        }
        for (Measurement each : measurements) {
            List<String> row = new ArrayList<>(Stream.of(each.score(), each.scoreError())
                    .map(Figures::number)
                    .toList());
            row.add(0, each.name());
            row.add(each.unit());
            if (sampled) {
                PERCENTILES.forEach(percent -> row.add(Figures.number(each.percentile(percent))));
            }
            row.add(Figures.bytes(each.allocatedBytes()));
            if (more) {
                row.add(others(each));
            }
            table.row(row);
        }
        return table.toString();
    }

    private static String others(Measurement measurement) {
        return measurement.counters().entrySet().stream()
                .map(each -> each.getKey() + " " + Figures.number(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
