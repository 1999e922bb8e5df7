package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.Times;
import dev.twinplace.service.testing.Bodies;
import dev.twinplace.service.testing.TestSolvers;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Which lines of a request are decided at once. */
@Timeout(120)
class AnsweredLinesTest {
    private static final String PATIENT = "/v1/placements?solver=patient&budget=30s";

    @BeforeEach
    void closeTheGate() {
        TestSolvers.close();
    }

    @AfterEach
    void openTheGate() {
        TestSolvers.open();
    }

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
