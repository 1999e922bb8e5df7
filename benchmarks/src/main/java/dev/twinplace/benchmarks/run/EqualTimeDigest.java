package dev.twinplace.benchmarks.run;

import java.util.Comparator;
import java.util.List;

/** The gap that each solver reaches in the same time. */
final class EqualTimeDigest {
    private EqualTimeDigest() {}

    static String of(List<Measurement> measurements) {
        MarkdownTable table = new MarkdownTable()
                .words("twins x edges, us allowed", "solver")
                .figures("us taken", "mean gap %", "unanswered");
        measurements.stream()
                .sorted(Comparator.comparing((Measurement each) -> each.parameter("sizeAndMicros"))
                        .thenComparing(each -> each.counter("meanGapPercent")))
                .forEach(each -> table.row(List.of(
                        each.parameter("sizeAndMicros"),
                        each.parameter("solver"),
                        Figures.number(each.score()),
                        Figures.number(each.counter("meanGapPercent")),
                        Figures.percent(each.counter("unanswered")))));
        return "Mean gap to a proven lower bound, and the time taken of the time allowed:\n\n" + table;
    }
}
