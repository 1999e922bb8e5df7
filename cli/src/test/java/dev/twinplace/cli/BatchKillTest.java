package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches in processes of their own, which signals end. {@code -Dtwinplace.kills=20} kills more often. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchKillTest {
    private static final int KILLS = Integer.getInteger("twinplace.kills", 3);

    @TempDir
    private Path folder;

    private Path lines;
    private Path reference;
    private Path out;
    private Process process;

    @BeforeEach
    void answerWithoutInterruption() {
        lines = folder.resolve("lines.jsonl");
        reference = folder.resolve("reference");
        out = folder.resolve("out");
        Run generated = Run.of(
                "generate",
                "--profile",
                "table2",
                "--coupling",
                "capacity",
                "--lines",
                "--count",
                String.valueOf(2000 + 1000 * KILLS),
                "--output",
                lines.toString());
        assertEquals(0, generated.status(), generated.err());
        Run run = Run.of(arguments(reference));
        assertEquals(0, run.status(), run.err());
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private String[] arguments(Path directory) {
        return new String[] {
            "batch", lines.toString(), "--output", directory.toString(), "--shards", "7", "--nodes", "200", "--resume"
        };
    }

    private void start() throws IOException {
        process = new ProcessBuilder(OwnProcess.command(List.of(), arguments(out)))
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                bytes = files.mapToLong(BatchKillTest::size).sum();
            }
        }
        return bytes;
    }

    private static long size(Path file) {
        return file.toFile().length(); // 0 if it was moved to its place meanwhile
    }

    /** Waits until the run has written this share of its bytes. */
    private void awaitShare(double share) throws IOException, InterruptedException {
        double all = bytes(reference);
        while (bytes(out) < share * all) {
            assertTrue(process.isAlive(), () -> err());
            Thread.sleep(1);
        }
    }

    private String err() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int status() throws InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "must end");
        return process.exitValue();
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void killedAgainAndAgainItEndsWithTheSameBytes() throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            start();
            awaitShare(kill / (KILLS + 1.0));
            process.destroyForcibly();
            assertEquals(137, status(), "killed before its end");
        }
        start();
        assertEquals(0, status(), this::err);
        assertEquals(files(reference), files(out));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void anInterruptedRunSaysSoAndIsContinued(String signal, int status) throws IOException, InterruptedException {
        start();
        awaitShare(0.3);
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
        assertEquals(status, status(), this::err);
        assertTrue(
                err().matches("(?s)twinplace: interrupted after [0-9]+ of [0-9]+ lines; --resume continues\\s+"),
                err());
        assertTrue(files(out).keySet().stream().anyMatch(name -> name.endsWith(".tmp")), "in the middle of a shard");
        Run run = Run.of(arguments(out));
        assertEquals(0, run.status(), run.err());
        assertEquals(files(reference), files(out));
    }
}
