package dev.twinplace.cli;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import picocli.CommandLine.Option;

/** What the commands that make scenarios have in common. */
final class ScenarioOptions {
    @Option(
            names = "--coupling",
            required = true,
            description = "How twins on one server affect one another: ${COMPLETION-CANDIDATES}.")
    Coupling coupling;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Weight of latency against energy, in [0, 1] (default: ${DEFAULT-VALUE}).")
    double alpha = PaperDefaults.ALPHA;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of all random draws (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--output", required = true, paramLabel = "F", description = "File to write; - is standard output.")
    String output;
}
