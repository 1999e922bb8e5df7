package dev.twinplace.cli;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import java.util.Objects;
import picocli.CommandLine.Option;

/** What a policy is trained with; what is not given is null, and the policy's own default. */
final class TrainingOptions {
    @Option(names = "--iterations", paramLabel = "I", description = "Training iterations in all (default: 1000).")
    private Integer iterations;

    @Option(names = "--members", paramLabel = "K", description = "Networks in the ensemble (default: 12).")
    private Integer members;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Learning rate of Adam (default: 1e-3; ddl-price: 5e-3).")
    private Double learningRate;

    @Option(
            names = "--database",
            paramLabel = "D",
            description = "Samples kept to learn from (default: 1024; ddl-price keeps none).")
    private Integer database;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description =
                    "Samples a member learns from in an iteration (default: 128; ddl-price: 32, of which each member"
                            + " sees half).")
    private Integer batch;

    @Option(
            names = "--profile",
            description = "Profile of the scenarios: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Profile profile = Profile.TABLE2;

    @Option(
            names = "--coupling",
            description =
                    "Coupling of the scenarios: ${COMPLETION-CANDIDATES} (default: independent; ddl-price: capacity).")
    private Coupling coupling;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Weight of latency against energy, in [0, 1] (default: ${DEFAULT-VALUE}).")
    private double alpha = PaperDefaults.ALPHA;

    @Option(
            names = "--twins",
            paramLabel = "M",
            description = "Number of twins in a scenario (default: ${DEFAULT-VALUE}).")
    private int twins = PaperDefaults.TWINS;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Number of devices in a scenario (default: ${DEFAULT-VALUE}).")
    private int devices = PaperDefaults.DEVICES;

    @Option(
            names = "--edges",
            paramLabel = "S",
            description = "Number of edge servers in a scenario (default: ${DEFAULT-VALUE}).")
    private int edges = PaperDefaults.EDGES;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of all random draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads to train on (default: one per processor). The result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    ScenarioGenerator scenarios(Coupling otherwise) {
        if (profile.hasConstraints()) {
            throw new IllegalArgumentException("profile: must not have constraints, but was " + profile);
        }
        Coupling chosen = Objects.requireNonNullElse(coupling, otherwise);
        return new ScenarioGenerator(profile, chosen, twins, devices, edges, alpha);
    }

    long seed() {
        return seed;
    }

    int threads() {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
        return threads;
    }

    int iterations(int otherwise) {
        int value = Objects.requireNonNullElse(iterations, otherwise);
        if (value < 1) {
            throw new IllegalArgumentException("iterations: must be >= 1, but was " + value);
        }
        return value;
    }

    int members(int otherwise) {
        return Objects.requireNonNullElse(members, otherwise);
    }

    double learningRate(double otherwise) {
        return Objects.requireNonNullElse(learningRate, otherwise);
    }

    int database(int otherwise) {
        return Objects.requireNonNullElse(database, otherwise);
    }

    void requireNoDatabase() {
        if (database != null) {
            throw new IllegalArgumentException("database: must not be given, for ddl-price keeps none");
        }
    }

    int batch(int otherwise) {
        return Objects.requireNonNullElse(batch, otherwise);
    }
}
