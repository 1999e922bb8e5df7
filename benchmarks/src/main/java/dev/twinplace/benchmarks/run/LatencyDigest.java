package dev.twinplace.benchmarks.run;

import java.util.List;
import java.util.Locale;

/** How long does a decision take, beside the 0.01 s that the paper says? */
final class LatencyDigest {
    private static final double PAPER_MICROS = 10_000;
    private static final String MEDIAN = Measurement.MEDIAN;
    private static final String RARE = "p999";

    private LatencyDigest() {}

    static String of(List<Measurement> measurements) {
        MarkdownTable table = new MarkdownTable()
                .words("size", "coupling", "solver")
                .figures("median us", "p99 us", "p99.9 us", "p99.99 us", "B/decision", "median in 0.01 s");
        for (Measurement each : measurements) {
            table.row(List.of(
                    each.parameter("size"),
                    each.parameter("coupling"),
                    each.parameter("solver"),
                    Figures.number(each.percentile(MEDIAN)),
                    Figures.number(each.percentile("p99")),
                    Figures.number(each.percentile(RARE)),
                    Figures.number(each.percentile("p9999")),
                    Figures.bytes(each.allocatedBytes()),
                    Figures.number(PAPER_MICROS / each.percentile(MEDIAN)) + " times"));
        }
        return "A decision, from a parsed scenario to a checked placement, beside the paper's 0.01 s:\n\n" + table
                + "\n" + answer(measurements);
    }

    private static String answer(List<Measurement> measurements) {
        List<Measurement> learned = measurements.stream()
                .filter(each -> each.parameter("solver").startsWith("ddl-")
                        && each.parameter("size").equals("table2"))
                .toList();
        if (learned.isEmpty()) {
            return "";
        }
        double median = most(learned, MEDIAN);
        double rare = most(learned, RARE);
        return String.format(
                Locale.ROOT,
                "%s: a learned decision of Table 2 takes at most %s us in the median and at most %s us in 999 of 1,000%n"
                        + "cases, whatever the policy and the coupling: %s and %s times as fast as 0.01 s.%n",
                rare < PAPER_MICROS ? "Yes, in less than 0.01 s" : "No, not always in less than 0.01 s",
                Figures.number(median),
                Figures.number(rare),
                Figures.number(PAPER_MICROS / median),
                Figures.number(PAPER_MICROS / rare));
    }

    private static double most(List<Measurement> measurements, String percent) {
        return measurements.stream()
                .mapToDouble(each -> each.percentile(percent))
                .max()
                .orElseThrow();
    }
}
