package dev.twinplace.benchmarks.run;

import java.util.List;

/** The time until the first answer. */
final class StartUpDigest {
    private StartUpDigest() {}

    static String of(List<Measurement> measurements) {
        MarkdownTable table = new MarkdownTable().words("solver").figures("median ms", "longest ms");
        for (Measurement each : measurements) {
            table.row(List.of(
                    each.parameter("solver"),
                    Figures.number(each.percentile(Measurement.MEDIAN)),
                    Figures.number(each.percentile(Measurement.LONGEST))));
        }
        return "Time of the process `./twinplace solve`, the start of Java included:\n\n" + table;
    }
}
