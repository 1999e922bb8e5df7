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

    /** A longer table is folded. */
    private static final int MAX_OPEN_ROWS = 12;

    private final Path folder;

    /** In a folder with result files. */
    public ResultReadme(Path folder) {
        this.folder = folder;
    }

    /** Writes the figures anew. */
    public void update() {
        String updated = updated();
        AtomicFiles.write(readme(), out -> write(updated, out));
    }

    private Path readme() {
        return folder.resolve("README.md");
    }

    /** The README with the figures of the result files. */
    String updated() {
        try {
            String name = folder.getFileName().toString();
            String before = Files.exists(readme())
                    ? Files.readString(readme())
                    : "# " + name + "\n\n" + BEGIN + "\n" + END + "\n";
            int begin = before.indexOf(BEGIN);
            int end = before.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException(readme() + ": must have the lines " + BEGIN + " and " + END);
            }
            return before.substring(0, begin) + BEGIN + "\n\n" + figures() + before.substring(end);
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

    /** The short table first, then everything measured, folded, and where it was measured. */
    private static String figures(BenchmarkResult result, Path file) {
        Environment environment = result.environment();
        List<String> flags = environment.flags();
        return "## JDK " + environment.jdk() + "\n\n"
                + tables(result)
                + environment.cpu() + ", " + environment.cores() + " cores, " + environment.os() + "; "
                + environment.vm()
                + (flags.isEmpty() ? "" : ", `" + String.join(" ", flags) + "`")
                + ", kernels " + environment.kernels() + ". " + result.date() + ", commit "
                + result.commit().orElse("unknown") + ".\n\n"
                + "    " + result.command() + "\n\n"
                + "[" + file.getFileName() + "](" + file.getFileName() + ") has every figure.\n\n";
    }

    private static String tables(BenchmarkResult result) {
        for (Table table : result.tables()) {
            if (table.id().equals(PlacementDigest.TABLE)) {
                PlacementDigest placements = new PlacementDigest(table);
                return placements.best() + "\n" + folded("Mean gaps of all solvers", placements.all());
            }
            if (table.id().equals(PublishedDigest.TABLE)) {
                PublishedDigest published = new PublishedDigest(table);
                return published.summary() + folded("All instances", published.instances());
            }
        }
        List<Measurement> measurements = MeasurementTable.read(result);
        String digest = Digests.of(result.benchmark(), measurements);
        String all = FigureTable.of(measurements) + "\n";
        return digest.isEmpty() && measurements.size() <= MAX_OPEN_ROWS
                ? all
                : digest + folded("All " + measurements.size() + " measurements", all);
    }

    private static String folded(String summary, String content) {
        return "<details><summary>" + summary + "</summary>\n\n" + content + "</details>\n\n";
    }
}
