package dev.twinplace.benchmarks.run;

import java.util.Comparator;
import java.util.List;

/** What each solver reaches in the same time. */
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
        return "Gaps to a proven bound, and the time that was taken of what was allowed:\n\n" + table;
    }
}
