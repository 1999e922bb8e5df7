package dev.twinplace.benchmarks.run;

import dev.twinplace.io.AtomicFiles;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The README beside result files. What stands between two marks is made of the files and never written by hand; the rest is
 * words, which are kept.
 */
public final class ResultReadme {
    static final String BEGIN = "<!-- figures: begin; written by benchmarks/publish, do not edit -->";
    static final String END = "<!-- figures: end -->";

    private final Path folder;

    /** In a folder with result files. */
    public ResultReadme(Path folder) {
        this.folder = folder;
    }

    /** Writes the figures anew. */
    public void update() {
        Path readme = folder.resolve("README.md");
        try {
            String name = folder.getFileName().toString();
            String before =
                    Files.exists(readme) ? Files.readString(readme) : "# " + name + "\n\n" + BEGIN + "\n" + END + "\n";
            int begin = before.indexOf(BEGIN);
            int end = before.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException(readme + ": must have the lines " + BEGIN + " and " + END);
            }
            String after = before.substring(0, begin) + BEGIN + "\n\n" + figures() + before.substring(end);
            AtomicFiles.write(readme, out -> write(after, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String figures() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("jdk\\d+\\.json"))
                    .sorted()
                    .map(file -> figures(ResultFiles.readBenchmark(file), file))
                    .reduce("", String::concat);
        }
    }

    private static String figures(BenchmarkResult result, Path file) {
        Environment environment = result.environment();
        List<String> flags = environment.flags();
        return "## JDK " + environment.jdk() + "\n\n"
                + environment.cpu() + ", " + environment.cores() + " cores, " + environment.os() + "; "
                + environment.vm()
                + (flags.isEmpty() ? "" : ", `" + String.join(" ", flags) + "`")
                + ", kernels " + environment.kernels() + ". " + result.date() + ", commit "
                + result.commit().orElse("unknown") + ".\n\n"
                + "    " + result.command() + "\n\n"
                + tables(result)
                + "[" + file.getFileName() + "](" + file.getFileName() + ") has the rest.\n\n";
    }

    private static String tables(BenchmarkResult result) {
        for (Table table : result.tables()) {
            if (table.id().equals(PlacementDigest.TABLE)) {
                return PlacementDigest.of(table);
            }
        }
        List<Measurement> measurements = MeasurementTable.read(result);
        String digest = Digests.of(result.benchmark(), measurements);
        boolean saysAll = !digest.isEmpty() && measurements.stream().allMatch(Measurement::isSampled);
        return saysAll ? digest : digest + FigureTable.of(measurements) + "\n";
    }
}
