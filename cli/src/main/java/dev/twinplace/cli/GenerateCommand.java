package dev.twinplace.cli;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.PaperDefaults;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinplace generate}. */
@Command(
        name = "generate",
        description = "Draws scenarios from a seed: the same options give the same files.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--profile",
            required = true,
            description =
                    "Positions of devices: anywhere in the field as in the paper (table2), or around a centre of their"
                            + " twin (clustered); operator adds labels, limits, groups, optional twins, a server that is"
                            + " down and tight capacities of several resources to that.")
    private Profile profile;

    @Option(names = "--twins", paramLabel = "M", description = "Number of twins (default: ${DEFAULT-VALUE}).")
    private int twins = PaperDefaults.TWINS;

    @Option(names = "--devices", paramLabel = "N", description = "Number of devices (default: ${DEFAULT-VALUE}).")
    private int devices = PaperDefaults.DEVICES;

    @Option(
            names = "--edges",
            paramLabel = "S",
            description = "Number of edge servers beside the cloud (default: ${DEFAULT-VALUE}). Three have fixed sites;"
                    + " any other number is drawn.")
    private int edges = PaperDefaults.EDGES;

    @Option(
            names = "--resources",
            paramLabel = "K",
            description =
                    "Number of resources of the profile operator: workloadMB, memoryGB, cpuCores and others, up to "
                            + ScenarioGenerator.MAX_RESOURCES + " (default: 2).")
    private Integer resources;

    @Option(
            names = "--count",
            paramLabel = "C",
            description =
                    "Number of scenarios, with seeds L, L+1, ... (default: ${DEFAULT-VALUE}). Several are written to F-0001.json"
                            + " and so on.")
    private int count = 1;

    @Option(names = "--lines", description = "Write all scenarios to F itself, each on one line, for twinplace batch.")
    private boolean lines;

    @Override
    public Integer call() {
        Usage.require(spec, count >= 1, "--count: must be >= 1, but was " + count);
        Usage.require(
                spec,
                count == 1 || lines || !Streams.isStandard(options.output),
                "--count: must be 1 for standard output without --lines, but was " + count);
        ScenarioGenerator generator = Usage.valid(spec, this::generator);
        if (lines) {
            Streams.write(options.output, spec.commandLine().getOut(), out -> writeLines(generator, out));
        } else {
            writeFiles(generator);
        }
        return ExitStatus.OK;
    }

    private void writeLines(ScenarioGenerator generator, PrintWriter out) {
        for (int i = 0; i < count && !out.checkError(); i++) {
            out.print(ScenarioWriter.line(generator.generate(options.seed + i)));
            out.print('\n');
        }
    }

    private void writeFiles(ScenarioGenerator generator) {
        for (int i = 0; i < count; i++) {
            String target = count == 1 ? options.output : numbered(options.output, i + 1);
            Streams.writeScenario(
                    generator.generate(options.seed + i),
                    target,
                    spec.commandLine().getOut());
        }
    }

    private ScenarioGenerator generator() {
        return resources == null
                ? new ScenarioGenerator(profile, options.coupling, twins, devices, edges, options.alpha)
                : new ScenarioGenerator(profile, options.coupling, twins, devices, edges, options.alpha, resources);
    }

    /** {@code dir/F.json} becomes {@code dir/F-0001.json}, and so does {@code dir/F}. */
    private static String numbered(String file, int number) {
        String stem = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        return String.format(Locale.ROOT, "%s-%04d.json", stem, number);
    }
}
