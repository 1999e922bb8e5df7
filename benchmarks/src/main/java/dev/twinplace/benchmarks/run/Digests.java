package dev.twinplace.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What measurements say, in words and short tables, for the benchmarks that answer a question of ours. */
final class Digests {
    private static final Map<String, Function<List<Measurement>, String>> BY_BENCHMARK = Map.of(
            "DecisionLatency", LatencyDigest::of,
            "DecisionStages", StageDigest::of,
            "PeerInference", PeerDigest::of,
            "PeerTraining", PeerDigest::of,
            "EqualTimeBenchmark", EqualTimeDigest::of,
            "KernelBenchmark", KernelDigest::of,
            "MachineLimit", LimitDigest::of,
            "DecisionGrowth", GrowthDigest::of,
            "StartUp", StartUpDigest::of);

    private Digests() {}

    /** Paragraphs and tables with a blank line at the end, nothing for other benchmarks. */
    static String of(String benchmark, List<Measurement> measurements) {
        String digest = BY_BENCHMARK.getOrDefault(benchmark, others -> "").apply(measurements);
        return digest.isEmpty() ? "" : digest + "\n";
    }
}
