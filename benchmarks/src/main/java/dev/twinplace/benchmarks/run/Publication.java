package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ResultFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Results of one run, each class with a folder of its own: a file for each JDK, and a README with what is in them. */
final class Publication {
    private final Path folder;
    private final Request request;
    private final Optional<String> commit = Sources.commit();

    /** In a folder, for a run that was asked for like this. */
    Publication(Path folder, Request request) {
        this.folder = folder;
        this.request = request;
    }

    void write(String benchmark, List<Measurement> measurements) {
        Path own = folder.resolve(benchmark);
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BenchmarkResult result = new BenchmarkResult(
                benchmark,
                command(benchmark),
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit,
                Environment.current(),
                List.of(),
                List.of(MeasurementTable.of(measurements)));
        Path file = own.resolve("jdk" + Runtime.version().feature() + ".json");
        ResultFiles.write(result, file);
        System.out.println("Written to " + file);
        new ResultReadme(own).update();
    }

    /** That gives this class anew. What was said beside the names of classes, such as fewer iterations, is repeated. */
    private String command(String benchmark) {
        StringBuilder command = new StringBuilder("mvn ");
        command.append(benchmark.startsWith("Peer") && hasPeers() ? "-Ppeers " : "");
        command.append("-pl benchmarks jmh:run -Djmh.profile=publish -Djmh.include=")
                .append(benchmark);
        List<String> words = request.words();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            command.append(" \"-Djmh.").append(words.get(i).substring(1));
            command.append('=').append(words.get(i + 1)).append('"');
        }
        return command.toString();
    }

    /** Whether other people's programs were built in. */
    private static boolean hasPeers() {
        return Publication.class.getResource("/dev/twinplace/benchmarks/peers") != null;
    }
}
