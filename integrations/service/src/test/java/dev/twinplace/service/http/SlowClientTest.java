package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.Times;
import dev.twinplace.service.testing.Bodies;
import dev.twinplace.service.testing.ClosedGate;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not do their part. */
@Timeout(120)
@ExtendWith(ClosedGate.class)
class SlowClientTest {
    private static Times times(Duration idle, Duration transfer) {
        Times all = Times.DEFAULT;
        return new Times(all.budget(), all.maxBudget(), idle, transfer, all.sessionLife(), all.drain());
    }

    private static Limits connections(int max) {
        Limits all = Limits.DEFAULT;
        return new Limits(1, all.queue(), all.maxBody(), all.maxCells(), max, all.maxSessions());
    }

    @Test
    void anAnswerThatTakesLongerThanAClientMayBeSilentIsSent() throws Exception {
        try (TestServer server = TestServer.with(Limits.DEFAULT, times(Duration.ofSeconds(1), Duration.ofMinutes(1)))) {
            HttpResponse<String> response = server.post("/v1/placements?solver=patient&budget=3s", Bodies.STREET);
            assertEquals(200, response.statusCode(), response.body());
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
        try (TestServer server = TestServer.with(Limits.DEFAULT, times(Duration.ofMinutes(1), Duration.ofMillis(100)));
                Socket socket = server.connect()) {
            byte[] request = TestServer.request("/v1/placements", Bodies.STREET);
            socket.getOutputStream().write(request, 0, request.length - 10);
            assertEquals("HTTP/1.1 408", TestServer.status(socket));
        }
    }

    /** A request that is refused before its body has come: the client must not send its next one on this connection. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions/none/decide", "/v1/placements?solver=best", "/nowhere", "/readyz"})
    void aRefusalBeforeTheBodyClosesTheConnectionAndSaysSo(String path) throws Exception {
        byte[] request = TestServer.request(path, Bodies.STREET);
        try (TestServer server = TestServer.start();
                Socket early = server.connect()) {
            early.getOutputStream().write(request, 0, request.length - 10);
            String response = new String(early.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(response.matches("(?s)HTTP/1.1 4.*\r\nConnection: close\r\n.*"), response);
        }
    }

    /** What was read to its end leaves the connection open. */
    @Test
    void aRefusalAfterTheBodyKeepsTheConnection() throws Exception {
        try (TestServer server = TestServer.start();
                Socket socket = server.connect()) {
            byte[] broken = TestServer.request("/v1/placements", "{}");
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(broken);
                assertEquals("HTTP/1.1 400", TestServer.status(socket));
                StringBuilder response = new StringBuilder();
                while (response.indexOf("}\n") < 0) {
                    response.append((char) socket.getInputStream().read());
                }
                assertFalse(response.toString().contains("Connection: close"), response::toString);
            }
        }
    }

    @Test
    void aClientThatIsSilentIsCutOff() throws Exception {
        try (TestServer server = TestServer.with(Limits.DEFAULT, times(Duration.ofMillis(100), Duration.ofMinutes(1)));
                Socket idle = server.connect();
                Socket silent = server.connect()) {
            byte[] request = TestServer.request("/v1/placements", Bodies.STREET);
            silent.getOutputStream().write(request, 0, request.length - 10);
            assertEquals("HTTP/1.1 408", TestServer.status(silent));
            assertEquals(-1, idle.getInputStream().read());
        }
    }

    /** It sends many questions and reads no answer, until the system's buffers are full. */
    @Test
    void aClientThatDoesNotReadIsCutOffAndKeepsNoOtherWaiting() throws Exception {
        try (TestServer server =
                        TestServer.with(connections(100), times(Duration.ofMinutes(1), Duration.ofSeconds(3)));
                Socket socket = server.connect()) {
            socket.setReceiveBufferSize(1024);
            String head = String.join(
                    "\r\n",
                    "POST /v1/placements?solver=greedy HTTP/1.1",
                    "Host: test",
                    "Content-Type: application/x-ndjson",
                    "Transfer-Encoding: chunked",
                    "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            byte[] line = (Bodies.table2(1) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] size = (Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8);
            assertEquals(200, server.post("/v1/placements", Bodies.STREET).statusCode());
            CompletableFuture<Boolean> cutOff = CompletableFuture.supplyAsync(() -> {
                try {
                    while (true) {
                        socket.getOutputStream().write(size);
                        socket.getOutputStream().write(line);
                        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    return true;
                }
            });
            assertTrue(cutOff.join());
            assertEquals(200, server.post("/v1/placements", Bodies.STREET).statusCode());
        }
    }

    @Test
    void connectionsAreBounded() throws Exception {
        try (TestServer server = TestServer.with(connections(2), Times.DEFAULT)) {
            try (Socket first = server.connect();
                    Socket second = server.connect();
                    Socket third = server.connect()) {
                third.getOutputStream().write(TestServer.request("/v1/placements", Bodies.STREET));
                for (Socket socket : new Socket[] {first, second}) {
                    socket.getOutputStream().write(TestServer.request("/v1/placements", Bodies.STREET));
                    assertEquals("HTTP/1.1 200", TestServer.status(socket));
                }
                assertEquals(0, third.getInputStream().available());
                first.shutdownOutput();
                assertEquals("HTTP/1.1 200", TestServer.status(third));
            }
        }
    }

    @Test
    void bodiesTogetherAreBounded() {
        BodyMemory memory = new BodyMemory(40_000);
        BodyBuffer first = new BodyBuffer(memory, 100_000);
        BodyBuffer second = new BodyBuffer(memory, 100_000);
        first.append(ByteBuffer.allocate(20_000), 20_000);
        ProblemException refused =
                assertThrows(ProblemException.class, () -> second.append(ByteBuffer.allocate(30_000), 30_000));
        assertEquals(429, refused.problem().status());
        first.close();
        second.append(ByteBuffer.allocate(30_000), 30_000);
        second.close();
        second.append(ByteBuffer.allocate(10), 10); // comes late
        assertEquals(0, second.length());
        assertEquals(0, memory.taken());
    }
}
