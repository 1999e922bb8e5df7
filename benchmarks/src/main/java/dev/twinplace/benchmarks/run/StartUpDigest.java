package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.Measurement;
import java.util.List;

/** What somebody waits for the first answer. */
final class StartUpDigest {
    private StartUpDigest() {}

    static String of(List<Measurement> measurements) {
        MarkdownTable table = new MarkdownTable().words("solver").figures("median ms", "longest ms");
        for (Measurement each : measurements) {
            table.row(List.of(
                    each.parameter("solver"),
                    Figures.number(each.percentile("50.0")),
                    Figures.number(each.percentile("100.0"))));
        }
        return "From starting ./twinplace solve to its end, Java's own start included:\n\n" + table;
    }
}
