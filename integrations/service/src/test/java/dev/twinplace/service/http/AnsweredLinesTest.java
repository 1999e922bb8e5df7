package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.Times;
import dev.twinplace.service.testing.Bodies;
import dev.twinplace.service.testing.ClosedGate;
import dev.twinplace.service.testing.TestSolvers;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Which lines of a request are decided at once. */
@Timeout(120)
@ExtendWith(ClosedGate.class)
class AnsweredLinesTest {
    private static final String PATIENT = "/v1/placements?solver=patient&budget=30s";

    private static TestServer server(int threads) throws Exception {
        Limits all = Limits.DEFAULT;
        Limits limits = new Limits(
                threads, all.queue(), all.maxBody(), all.maxCells(), all.maxConnections(), all.maxSessions());
        return TestServer.with(limits, Times.DEFAULT);
    }

    private static Socket post(TestServer server, String lines) throws Exception {
        Socket socket = server.connect();
        String request = new String(TestServer.request(PATIENT, lines), StandardCharsets.UTF_8)
                .replace("application/json", "application/x-ndjson")
                .replace("Host: test", "Host: test\r\nConnection: close");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static List<String> files(InputStream response) throws Exception {
        return new String(response.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line).get("file").asString())
                .toList();
    }

    private static boolean isWaiting(TestServer server, int questions) {
        try {
            return server.get("/metrics").body().contains("\ntwinplace_queue_waiting " + questions + ".0\n");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> linesTo(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toList();
    }

    @Test
    void asManyAsMayBeSolvedAreUnderWayTogether() throws Exception {
        try (TestServer server = server(3);
                Socket socket = post(server, (Bodies.line(Bodies.STREET) + "\n").repeat(7))) {
            TestServer.await(() -> TestSolvers.started() == 3);
            TestSolvers.open();
            assertEquals(linesTo(7), files(socket.getInputStream()));
        }
    }

    /** Another request is answered meanwhile, so there was a thread for the second line. */
    @Test
    void longLinesAreAskedAlone() throws Exception {
        String padded = Bodies.line(Bodies.STREET) + " ".repeat(100_000) + "\n";
        try (TestServer server = server(2);
                Socket socket = post(server, padded.repeat(3))) {
            TestServer.await(() -> TestSolvers.started() == 1);
            assertEquals(
                    200,
                    server.post("/v1/placements?solver=greedy", Bodies.STREET).statusCode());
            assertEquals(1, TestSolvers.started());
            TestSolvers.open();
            assertEquals(linesTo(3), files(socket.getInputStream()));
        }
    }

    /** All threads are busy with lines of the first request: of the second no more than one waits. */
    @Test
    void whereNoThreadIsFreeOneLineWaits() throws Exception {
        String lines = (Bodies.line(Bodies.STREET) + "\n").repeat(5);
        try (TestServer server = server(2);
                Socket first = post(server, lines)) {
            TestServer.await(() -> TestSolvers.started() == 2);
            try (Socket second = post(server, lines)) {
                TestServer.await(() -> !isWaiting(server, 0));
                assertTrue(isWaiting(server, 1));
                TestSolvers.open();
                assertEquals(linesTo(5), files(first.getInputStream()));
                assertEquals(linesTo(5), files(second.getInputStream()));
            }
        }
    }

    /** The client waits for the first answer before it sends on, for longer than it may be silent. */
    @Test
    void aSolveMayTakeLongerThanTheClientMayBeSilent() throws Exception {
        Times all = Times.DEFAULT;
        Times times = new Times(
                all.budget(), all.maxBudget(), Duration.ofSeconds(2), all.transfer(), all.sessionLife(), all.drain());
        byte[] line = (Bodies.line(Bodies.STREET) + "\n").getBytes(StandardCharsets.UTF_8);
        try (TestServer server = TestServer.with(Limits.DEFAULT, times);
                Socket socket = server.connect()) {
            String head = "POST /v1/placements?solver=patient&budget=4s HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nContent-Length: " + 2 * line.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(line);
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("}\n") < 0) {
                answer.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write(line);
            assertEquals(List.of("line 2"), files(socket.getInputStream()));
        }
    }

    @Test
    void aClientThatLeavesCancelsThemAll() throws Exception {
        try (TestServer server = server(2)) {
            try (Socket socket = post(server, (Bodies.line(Bodies.STREET) + "\n").repeat(2))) {
                TestServer.await(() -> TestSolvers.started() == 2);
                assertEquals(0, socket.getInputStream().available());
            }
            TestServer.await(() -> TestSolvers.cancelled() == 2);
        }
    }
}
