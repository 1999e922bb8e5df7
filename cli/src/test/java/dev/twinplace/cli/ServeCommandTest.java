package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read is not interrupted
class ServeCommandTest {
    private static final String SCENARIO =
            Path.of("..", "docs", "examples", "street.json").toString();

    @TempDir
    private Path folder;

    private Process process;
    private URI address;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void start(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(options));
        process = new ProcessBuilder(OwnProcess.command(List.of(), arguments.toArray(String[]::new)))
                .redirectError(folder.resolve("err").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertTrue(line != null && line.startsWith("listening on http://127.0.0.1:"), () -> line + err());
        address = URI.create(line.substring("listening on ".length()));
    }

    private String err() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(SCENARIO)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
    void aSignalLetsItAnswerWhatItTookAndEndWellThen(String signal) throws Exception {
        start("--access-log", folder.resolve("access").toString());
        assertEquals(200, post("/v1/placements").join().statusCode());
        CompletableFuture<HttpResponse<String>> running =
                post("/v1/placements?solver=ejection-chain&budget=3s"); // which it uses up
        while (!metrics().contains("twinplace_solves_running 1.0")) {
            Thread.sleep(5);
        }
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
        assertEquals(200, running.join().statusCode());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), this::err);
        String log = Files.readString(folder.resolve("access"));
        assertEquals(
                2, log.lines().filter(line -> line.contains("/v1/placements")).count(), log);
        assertEquals("", err());
    }

    private String metrics() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve("/metrics")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aTokenIsReadFromAFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        start("--token-file", token.toString());
        assertEquals(401, post("/v1/placements").join().statusCode());
        assertEquals(
                200,
                post("/v1/placements", "Authorization", "Bearer 0123456789abcdef")
                        .join()
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "--port 70000, --port: must be from 0 to 65535 but was 70000",
        "--threads 0, --threads: must be at least 1 but was 0",
        "--solver best, solver: must be one of",
        "--budget 2m, --budget: must be at most the largest 60000ms but was 120000ms",
        "--max-body 0, --max-body: must be from 1 to 2147 but was 0",
        "--idle 0s, --idle: must be longer than 0",
        "--token-file no-such-file, no-such-file",
        "--model greedy=x, solver: greedy has no option model",
    })
    void badOptionsAreOneLineAndStatus2(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(options.split(" ")));
        if (options.startsWith("--port")) {
            arguments.subList(1, 3).clear();
        }
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(2, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().replace(",", "").contains(complaint), run.err());
    }

    @Test
    void aShortTokenIsRefused() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        Run run = Run.of("serve", "--port", "0", "--token-file", token.toString());
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("must be a line of at least 16 ASCII characters"), run.err());
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertEquals(2, run.status(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().contains("cannot be opened: "), run.err());
        }
    }
}
