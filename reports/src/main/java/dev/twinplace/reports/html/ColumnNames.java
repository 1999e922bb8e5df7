package dev.twinplace.reports.html;

import java.util.Locale;
import java.util.Map;

/** Headers of tables in words, for the names of columns in result files. */
final class ColumnNames {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("provenReferences", "optimum proven"),
            Map.entry("p95Gap", "95th percentile of gap"),
            Map.entry("hitRate", "solved to the optimum"),
            Map.entry("provenShare", "proven by it"),
            Map.entry("medianMicros", "median time"),
            Map.entry("p99Micros", "99th percentile of time"),
            Map.entry("medianMillis", "median time"),
            Map.entry("firstMicros", "time to the first answer"),
            Map.entry("closeMicros", "time to a gap of 0.1 %"),
            Map.entry("distinctCandidates", "different placements proposed"),
            Map.entry("aboveBest", "cost above the best known"),
            Map.entry("belowBest", "bound below the best known cost"),
            Map.entry("knownBound", "best known bound"),
            Map.entry("millis", "time"),
            Map.entry("agreement", "all networks agree"),
            Map.entry("axis", "varied"),
            Map.entry("alpha", "α"),
            Map.entry("placements", "possible placements"),
            Map.entry("bestFixedGap", "gap of the best single server"),
            Map.entry("cloudShare", "twins in the cloud"),
            Map.entry("score", "mean"),
            Map.entry("scoreError", "±"),
            Map.entry("p50", "median"),
            Map.entry("p90", "90th percentile"),
            Map.entry("p99", "99th percentile"),
            Map.entry("p999", "99.9th percentile"),
            Map.entry("p9999", "99.99th percentile"),
            Map.entry("p100", "maximum"),
            Map.entry("allocatedBytes", "allocated"),
            Map.entry("kibibytes", "KiB read"),
            Map.entry("kind", "implementation"),
            Map.entry("sizeAndMicros", "size and time allowed"),
            Map.entry("meanGapPercent", "mean gap in %"),
            Map.entry("optima", "optimal"),
            Map.entry("unansweredBecause", "reason for no answer"));

    private ColumnNames() {}

    /** Other names are their words: {@code meanGapLow} is "mean gap, low". */
    static String of(String column) {
        return WORDS.getOrDefault(
                column,
                column.replaceFirst("(Low|High)$", ", $1")
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT));
    }
}
