package dev.twinplace.cli;

import dev.twinplace.decision.Evaluation;
import dev.twinplace.decision.EvaluationJson;
import dev.twinplace.io.PlacementReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Checks a placement from anywhere: what it costs, what each server carries, and every rule that it breaks.",
            "",
            "Exit status 0 if it breaks none, 3 if it breaks one, 2 if a file is damaged."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario; - is standard input.")
    private String scenarioFile;

    @Parameters(
            index = "1",
            paramLabel = "SOLUTION",
            description =
                    "What solve --format json wrote, or {\"format\": \"twinplace/solution/2\", \"placement\": {TWIN:"
                            + " SERVER, ...}}; - is standard input.")
    private String solutionFile;

    @Option(names = "--format", description = "Output: table or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        Usage.require(
                spec,
                !(Streams.isStandard(scenarioFile) && Streams.isStandard(solutionFile)),
                "SOLUTION: must be another file than SCENARIO, but both were -");
        Usage.require(spec, format != Format.CSV, "--format: must be table or json, but was csv");
        Scenario scenario = Streams.read(scenarioFile, bytes -> ScenarioReader.read(Streams.name(scenarioFile), bytes));
        int[] serverOf =
                Streams.read(solutionFile, bytes -> PlacementReader.read(Streams.name(solutionFile), bytes, scenario));
        Evaluation evaluation = Evaluation.of(scenario, serverOf);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            EvaluationJson.write(scenario, evaluation, out);
        } else {
            write(evaluation, out);
        }
        return evaluation.isFeasible() ? ExitStatus.OK : ExitStatus.INFEASIBLE;
    }

    private static void write(Evaluation evaluation, PrintWriter out) {
        out.print(ServerTable.of("server", evaluation.servers()));
        out.println();
        evaluation.outcome().ifPresent(outcome -> {
            line(out, "cost", FigureText.number(outcome.totalCost()));
            line(out, "latency", FigureText.number(outcome.totalLatencySeconds()) + " device-seconds");
            line(out, "energy", FigureText.number(outcome.totalEnergyMilliJoule()) + " mJ");
        });
        line(
                out,
                "rules",
                evaluation.isFeasible() ? "all kept" : evaluation.broken().size() + " broken");
        evaluation.broken().forEach(out::println);
        out.flush();
    }

    private static void line(PrintWriter out, String label, String text) {
        out.println(String.format(Locale.ROOT, "%-12s %s", label, text));
    }
}
