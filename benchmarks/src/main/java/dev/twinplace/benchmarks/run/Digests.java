package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What measurements say, in words and short tables, for the benchmarks of which somebody has asked a question. */
final class Digests {
    private static final Map<String, Function<List<Measurement>, String>> BY_BENCHMARK = new LinkedHashMap<>();

    static {
        BY_BENCHMARK.put("DecisionLatency", LatencyDigest::of);
        BY_BENCHMARK.put("DecisionStages", StageDigest::of);
        BY_BENCHMARK.put("PeerInference", PeerDigest::of);
        BY_BENCHMARK.put("PeerTraining", PeerDigest::of);
        BY_BENCHMARK.put("MachineLimit", LimitDigest::of);
        BY_BENCHMARK.put("DecisionGrowth", GrowthDigest::of);
        BY_BENCHMARK.put("StartUp", StartUpDigest::of);
    }

    private Digests() {}

    /** A paragraph or more for each benchmark that was run, a blank line between them. */
    static String of(List<Measurement> measurements) {
        return BY_BENCHMARK.entrySet().stream()
                .map(each -> digest(each.getValue(), each.getKey(), measurements))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String digest(
            Function<List<Measurement>, String> digest, String benchmark, List<Measurement> measurements) {
        List<Measurement> own = measurements.stream()
                .filter(each -> each.benchmark().equals(benchmark))
                .toList();
        return own.isEmpty() ? "" : digest.apply(own);
    }
}
