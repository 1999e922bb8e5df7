package dev.twinplace.reports.html;

import java.util.Map;

/**
 * What a benchmark measures, in words.
 *
 * @param title of its section
 * @param question that it answers; empty if it is not known
 */
record BenchmarkTexts(String title, String question) {
    private static final Map<String, BenchmarkTexts> BY_CLASS = Map.ofEntries(
            entry(
                    "DecisionLatency",
                    "Time of a whole decision",
                    "How long does a decision take, from a parsed scenario to a checked placement?"),
            entry("DecisionStages", "Stages of a learned decision", "Where does the time of a learned decision go?"),
            entry("DecisionGrowth", "Growth with size", "How does the time of a decision and of its steps grow?"),
            entry(
                    "EqualTimeBenchmark",
                    "Learned prices at equal time",
                    "Which of our solvers has the smallest gap after the same time?"),
            entry(
                    "ExactSolverBenchmark",
                    "Time of a proof",
                    "How long does a proof of optimality take at the size of Table 2?"),
            entry(
                    "KernelBenchmark",
                    "Kernels on the Vector API",
                    "How much faster are the kernels on the Vector API than their scalar implementations?"),
            entry(
                    "MachineLimit",
                    "The limit of the machine",
                    "How close is the forward pass of the paper's networks to what the machine allows?"),
            entry(
                    "PeerInference",
                    "Forward pass, other runtimes included",
                    "How long does a forward pass of the paper's networks take in other runtimes?"),
            entry(
                    "PeerPlacement",
                    "Placements, other programs included",
                    "Which program has the best placement after the same time?"),
            entry(
                    "PeerTraining",
                    "Training step, PyTorch included",
                    "How long does a training step of the paper's networks take?"),
            entry(
                    "PublishedInstances",
                    "Published instances, other programs included",
                    "How close do solvers come to the best known values of published instances in the same time?"),
            entry(
                    "PublishedOptimaBenchmark",
                    "Proofs of published optima",
                    "How long do the proofs of all instances of OR-Library's gap1 to gap6 take together?"),
            entry("StartUp", "Time to the first answer", "How long does ./twinplace solve take from start to end?"));

    /** The class itself is the title of one that is not known. */
    static BenchmarkTexts of(String benchmark) {
        return BY_CLASS.getOrDefault(benchmark, new BenchmarkTexts(benchmark, ""));
    }

    private static Map.Entry<String, BenchmarkTexts> entry(String name, String title, String question) {
        return Map.entry(name, new BenchmarkTexts(title, question));
    }
}
