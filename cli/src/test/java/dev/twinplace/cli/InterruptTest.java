package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read is not interrupted
class InterruptTest {
    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private BufferedReader start(String... arguments) throws IOException {
        List<String> command =
                OwnProcess.command(List.of("-Dtwinplace.terminal=true"), arguments); // so that it shows its progress
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("NO_COLOR");
        process = builder.start();
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    private String scenario(String name, int twins, int edges) {
        String file = folder.resolve(name).toString();
        Run run = Run.of(
                "generate",
                "--profile",
                "clustered",
                "--coupling",
                "capacity",
                "--twins",
                String.valueOf(twins),
                "--devices",
                String.valueOf(8 * twins),
                "--edges",
                String.valueOf(edges),
                "--output",
                file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 130, branch-and-bound, FEASIBLE",
        "TERM, 143, auto, FEASIBLE",
        "INT, 130, cp-sat, FEASIBLE",
        "INT, 130, mip, FEASIBLE",
        "TERM, 143, enumeration, UNKNOWN"
    })
    void anInterruptedSolvePrintsItsIncumbent(String name, int status, String solver, String found)
            throws IOException, InterruptedException {
        String small = scenario("small.json", 4, 2);
        String large = scenario("large.json", 200, 20);
        try (BufferedReader out =
                start("solve", small, large, small, "--solver", solver, "--budget", "10m", "--format", "json")) {
            assertTrue(out.readLine().contains("\"status\":\"OPTIMAL\""));
            await(() -> read("err").contains("large.json")); // shown in its first second
            signal(name);
            String interrupted = out.readLine();
            assertTrue(interrupted.contains("large.json"), interrupted);
            assertTrue(interrupted.contains("\"status\":\"" + found + "\""), interrupted);
            assertNull(out.readLine(), "the third file");
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(status, process.exitValue(), () -> read("err"));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertTrue(process.isAlive(), () -> read("err"));
            Thread.sleep(10);
        }
    }

    @Test
    void interruptedTrainingLeavesACheckpointToGoOnFrom() throws IOException, InterruptedException {
        Path model = folder.resolve("model.safetensors");
        Path checkpoint = folder.resolve("model.safetensors.checkpoint");
        try (BufferedReader out = start("train", "--policy", "ddl-paper", "--output", model.toString())) {
            await(() -> Files.exists(checkpoint)); // the first is written before the first iteration
            signal("INT");
            assertNull(out.readLine(), "no model, no answer");
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue(), () -> read("err"));
        assertTrue(read("err").contains("--resume continues from"), () -> read("err"));
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
