package dev.twinplace.benchmarks.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Times of every implementation, and how many times as long as ours each takes. */
final class PeerDigest {
    private static final Set<String> OURS = Set.of("twinplaceSimd", "twinplace");

    private PeerDigest() {}

    private static int batch(Map<String, String> parameters) {
        return Integer.parseInt(parameters.getOrDefault("batch", "0"));
    }

    static String of(List<Measurement> measurements) {
        Map<Map<String, String>, List<Measurement>> groups = measurements.stream()
                .collect(Collectors.groupingBy(
                        Measurement::parameters,
                        () -> new TreeMap<>(Comparator.comparing(PeerDigest::batch)),
                        Collectors.toList()));
        MarkdownTable table =
                new MarkdownTable().words("implementation").figures("batch", "time", "times as long as ours");
        groups.forEach((parameters, group) -> {
            Measurement ours = group.stream()
                    .filter(each -> OURS.contains(each.method()))
                    .findFirst()
                    .orElseThrow();
            group.stream()
                    .sorted(Comparator.comparingDouble(Measurement::score))
                    .forEach(each -> table.row(List.of(
                            each.method(),
                            each.parameter("batch"),
                            Figures.number(each.score()) + " " + each.unit().replace("/op", ""),
                            each.equals(ours) ? "1" : Ratio.of(each, ours).toString())));
        });
        return "The same networks and weights in every implementation, mean times; no ratio where its error is above a tenth:\n\n"
                + table;
    }
}
