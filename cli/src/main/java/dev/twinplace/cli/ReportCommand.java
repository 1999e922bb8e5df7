package dev.twinplace.cli;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.evidence.Flaw;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import dev.twinplace.reports.html.FigureFiles;
import dev.twinplace.reports.html.ReportPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinplace report}. */
@Command(
        name = "report",
        description = {
            "Turns result files into one page: a verdict for each claim of the paper, charts, tables, and the machines"
                    + " that measured them.",
            "",
            "The page needs no network. The same results give the same page, byte by byte. Missing or damaged results are"
                    + " listed, here and in the page."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "Page to write; - is standard output (default: ${DEFAULT-VALUE}).")
    private String output = "report.html";

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Directory of experiment results (default: reports/results of Twinplace).")
    private String results = Home.file("reports/results");

    @Option(
            names = "--benchmarks",
            paramLabel = "DIR",
            description =
                    "Directory of benchmark results, one folder each (default: benchmarks/results of" + " Twinplace).")
    private String benchmarks = Home.file("benchmarks/results");

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "Also write the main charts here, as SVG files for the light and the dark scheme.")
    private String figures;

    @Override
    public Integer call() {
        List<String> expected = Experiments.all().stream().map(Experiment::name).toList();
        Evidence evidence = EvidenceReader.read(directory(results), directory(benchmarks), expected);
        PrintWriter err = spec.commandLine().getErr();
        for (Flaw flaw : evidence.flaws()) {
            err.println("twinplace: " + flaw);
        }
        String page = ReportPage.of(evidence);
        Streams.write(output, spec.commandLine().getOut(), out -> out.print(page));
        if (figures != null) {
            FigureFiles.write(evidence, made(figures));
        }
        if (!Streams.isStandard(output)) {
            spec.commandLine()
                    .getOut()
                    .println(output + ": " + evidence.experiments().size() + " of " + expected.size() + " experiments, "
                            + evidence.benchmarks().size() + " benchmark results");
        }
        return ExitStatus.OK;
    }

    /** What is not there is a finding; what is no directory, a mistake. */
    private static Path directory(String name) {
        Path directory = Streams.path(name);
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new InvalidInputException(name, "must be a directory, but is not");
        }
        return directory;
    }

    private static Path made(String name) {
        try {
            return Files.createDirectories(Streams.path(name));
        } catch (IOException e) {
            throw new InvalidInputException(name, "must be a directory, but could not be made", e);
        }
    }
}
