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
            double ours = group.stream()
                    .filter(each -> OURS.contains(each.method()))
                    .mapToDouble(Measurement::score)
                    .findFirst()
                    .orElse(Double.NaN);
            group.stream()
                    .sorted(Comparator.comparingDouble(Measurement::score))
                    .forEach(each -> table.row(List.of(
                            each.method(),
                            each.parameter("batch"),
                            Figures.number(each.score()) + " " + each.unit().replace("/op", ""),
                            Figures.number(each.score() / ours))));
        });
        return "The same networks and weights in every implementation, mean times:\n\n" + table;
    }
}
