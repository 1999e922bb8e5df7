package dev.twinplace.cli;

import dev.twinplace.ddl.ddlo.DdloExperiment;
import dev.twinplace.ddl.ddlo.DdloResult;
import dev.twinplace.io.DdloRow;
import dev.twinplace.io.InvalidInputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code twinplace experiment ddlo}. */
@Command(
        name = "ddlo",
        description = {
            "Trains on the published data of DDLO with the trainer of ddl-paper, and compares with its published optima.",
            "",
            "The first 80 %% of the rows are learnt from, in their order and without their optima; the others test. mean"
                    + " ratio: optimal / achieved cost. hits: share of rows with the optimal cost."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DdloCommand implements Callable<Integer> {
    private static final int FEWEST_ROWS = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV file with columns d11_MB to d33_MB and q_opt; - is standard input.")
    private String data;

    @Option(
            names = "--members",
            paramLabel = "K",
            description = "Networks in the ensemble (default: ${DEFAULT-VALUE}).")
    private int members = 10;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of all random draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads to train on (default: one per processor). The result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        List<DdloRow> rows = Streams.readDdlo(data);
        if (rows.size() < FEWEST_ROWS) {
            throw new InvalidInputException(Streams.name(data), "must have at least two rows, but has " + rows.size());
        }
        DdloExperiment experiment = Usage.valid(spec, () -> new DdloExperiment(rows, members, seed, threads));
        print(experiment.run());
        return ExitStatus.OK;
    }

    private void print(DdloResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.TABLE) {
            out.print(new TextTable<DdloResult>()
                    .figures("members", each -> String.valueOf(each.members()))
                    .figures("mean ratio", each -> FigureText.percent(each.meanRatio(), 3))
                    .figures("hits", each -> FigureText.percent(each.hitRate(), 1))
                    .of(List.of(result)));
            return;
        }
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("members", result.members());
            json.writeNumberProperty("meanRatio", result.meanRatio());
            json.writeNumberProperty("hitRate", result.hitRate());
            json.writeEndObject();
        }
        out.println(line);
    }
}
