package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The time of a whole decision beside the 0.01 s that the paper states: the verdict, then medians at the paper's size. */
final class LatencyDigest {
    private static final double PAPER_MICROS = 10_000;
    private static final String PAPER_SIZE = "table2";
    private static final String MEDIAN = Measurement.MEDIAN;
    private static final String RARE = "p999";

    private LatencyDigest() {}

    static String of(List<Measurement> measurements) {
        List<Measurement> small = measurements.stream()
                .filter(each -> each.parameter("size").equals(PAPER_SIZE))
                .toList();
        return small.isEmpty() ? "" : verdict(small) + table(small);
    }

    private static String table(List<Measurement> small) {
        List<String> couplings = small.stream()
                .map(each -> each.parameter("coupling"))
                .distinct()
                .toList();
        MarkdownTable table = new MarkdownTable().words("solver").figures(couplings.toArray(String[]::new));
        small.stream().map(each -> each.parameter("solver")).distinct().forEach(solver -> {
            List<String> row = new ArrayList<>(List.of(solver));
            couplings.forEach(coupling -> row.add(times(small, solver, coupling)));
            table.row(row);
        });
        return "Median and 99.9th percentile at the size of Table 2, in us, by coupling:\n\n" + table;
    }

    private static String times(List<Measurement> small, String solver, String coupling) {
        return small.stream()
                .filter(each -> each.parameter("solver").equals(solver)
                        && each.parameter("coupling").equals(coupling))
                .map(each -> Figures.number(each.percentile(MEDIAN)) + ", " + Figures.number(each.percentile(RARE)))
                .findFirst()
                .orElse("-");
    }

    private static String verdict(List<Measurement> small) {
        List<Measurement> learned = small.stream()
                .filter(each -> each.parameter("solver").startsWith("ddl-"))
                .toList();
        if (learned.isEmpty()) {
            return "";
        }
        double median = max(learned, MEDIAN);
        double rare = max(learned, RARE);
        return String.format(
                Locale.ROOT,
                "%s: a learned decision of Table 2 takes at most %s us in the median and at most %s us in%n999 of 1,000"
                        + " cases, over all policies and couplings: %s and %s times as fast as 0.01 s.%n%n",
                rare < PAPER_MICROS ? "The paper's 0.01 s holds" : "The paper's 0.01 s does not always hold",
                Figures.number(median),
                Figures.number(rare),
                Figures.number(PAPER_MICROS / median),
                Figures.number(PAPER_MICROS / rare));
    }

    private static double max(List<Measurement> measurements, String percent) {
        return measurements.stream()
                .mapToDouble(each -> each.percentile(percent))
                .max()
                .orElseThrow();
    }
}
