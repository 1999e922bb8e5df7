package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.Times;
import dev.twinplace.service.testing.Bodies;
import dev.twinplace.service.testing.ClosedGate;
import dev.twinplace.service.testing.TestSolvers;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** More than the service can do, clients that go away, and the end. */
@Timeout(120)
@ExtendWith(ClosedGate.class)
class LoadTest {
    private static final String PATIENT = "/v1/placements?solver=patient&budget=1m";

    @Test
    void whatTheQueueCannotHoldIsRefused() throws Exception {
        try (TestServer server = TestServer.narrow()) {
            CompletableFuture<HttpResponse<String>> running = server.postLater(PATIENT, Bodies.STREET);
            TestServer.await(() -> TestSolvers.started() == 1);
            CompletableFuture<HttpResponse<String>> waiting = server.postLater(PATIENT, Bodies.STREET);
            TestServer.await(() -> metric(server, "queue_waiting").equals("1.0"));
            for (String type : new String[] {TestServer.JSON, TestServer.LINES}) {
                HttpResponse<String> refused = server.send("POST", "/v1/placements", type, Bodies.line(Bodies.STREET));
                assertEquals(429, refused.statusCode(), refused.body());
                int seconds = Integer.parseInt(
                        refused.headers().firstValue("Retry-After").orElseThrow());
                assertTrue(seconds >= 1 && seconds <= 60, () -> "" + seconds);
            }
            assertEquals(204, server.get("/healthz").statusCode());
            TestSolvers.open();
            assertEquals(200, running.join().statusCode());
            assertEquals(200, waiting.join().statusCode());
            assertEquals("2.0", metric(server, "refused_total{reason=\"queue\"}"));
            assertEquals("1", metric(server, "queue_seconds_count"));
        }
    }

    private static String metric(TestServer server, String name) {
        try {
            return server.get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("twinplace_" + name + " "))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .findFirst()
                    .orElse("");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClientThatGoesAwayCancelsItsSolve() throws Exception {
        try (TestServer server = TestServer.start();
                Socket socket = server.connect()) {
            socket.getOutputStream().write(TestServer.request(PATIENT, Bodies.STREET));
            TestServer.await(() -> TestSolvers.started() == 1);
            socket.shutdownOutput(); // as the end of a process does
            TestServer.await(() -> TestSolvers.cancelled() == 1);
            TestServer.await(() -> metric(server, "solves_running").equals("0.0"));
            assertEquals("1.0", metric(server, "cancelled_total"));
        }
    }

    @Test
    void aClientOfLinesThatGoesAwayCancelsItsSolve() throws Exception {
        try (TestServer server = TestServer.start();
                Socket socket = server.connect()) {
            String line = Bodies.line(Bodies.STREET);
            String head = new String(TestServer.request(PATIENT, line + "\n"), StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(head.replace("application/json", "application/x-ndjson")
                            .getBytes(StandardCharsets.UTF_8));
            TestServer.await(() -> TestSolvers.started() == 1);
            socket.shutdownOutput(); // as the end of a process does
            TestServer.await(() -> TestSolvers.cancelled() == 1);
        }
    }

    @Test
    void aClientThatHasItsAnswerCancelsNothing() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = server.connect()) {
                    socket.getOutputStream().write(TestServer.request("/v1/placements?solver=greedy", Bodies.STREET));
                    assertEquals("HTTP/1.1 200", TestServer.status(socket));
                }
            }
            assertEquals("0.0", metric(server, "cancelled_total"));
        }
    }

    /** While its connection is watched, a client may send its next request: nothing of it is lost. */
    @Test
    void aRequestBehindAnotherIsAnsweredToo() throws Exception {
        try (TestServer server = TestServer.start();
                Socket socket = server.connect()) {
            socket.getOutputStream().write(TestServer.request(PATIENT, Bodies.STREET));
            TestServer.await(() -> TestSolvers.started() == 1);
            Thread.sleep(50); // so that the watch has begun, as a rule; either way both are answered
            socket.getOutputStream().write(TestServer.request("/v1/placements?solver=greedy", Bodies.table2(1)));
            Thread.sleep(50);
            assertEquals(0, TestSolvers.cancelled());
            TestSolvers.open();
            InputStream in = socket.getInputStream();
            StringBuilder read = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (read.toString().split("HTTP/1.1 200", -1).length < 3) {
                int count = in.read(buffer);
                assertNotEquals(-1, count, read::toString);
                read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aSolverThatDoesNotStopIsNotWaitedFor() throws Exception {
        try (TestServer server = TestServer.narrow()) {
            HttpResponse<String> response = server.post("/v1/placements?solver=stubborn&budget=20ms", Bodies.STREET);
            assertEquals(200, response.statusCode(), response.body());
            assertTrue(response.body().contains("\"status\":\"FEASIBLE\""), response.body());
            assertEquals(200, server.post("/v1/placements", Bodies.STREET).statusCode(), "the turn is free again");
            TestSolvers.open();
        }
    }

    @Test
    void aServiceThatEndsAnswersWhatItTookAndRefusesTheRest() throws Exception {
        TestServer server = TestServer.narrow();
        CompletableFuture<HttpResponse<String>> running = server.postLater(PATIENT, Bodies.STREET);
        TestServer.await(() -> TestSolvers.started() == 1);
        CompletableFuture<HttpResponse<String>> waiting = server.postLater(PATIENT, Bodies.STREET);
        TestServer.await(() -> metric(server, "queue_waiting").equals("1.0"));
        CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);
        TestServer.await(() -> readiness(server).contains("draining")); // which is not its warm-up
        assertEquals(503, server.post("/v1/placements", Bodies.STREET).statusCode());
        assertEquals(503, server.get("/readyz").statusCode());
        assertEquals(204, server.get("/healthz").statusCode());
        assertFalse(end.isDone());
        TestSolvers.open();
        assertEquals(200, running.join().statusCode());
        assertEquals(200, waiting.join().statusCode());
        end.join();
        assertThrows(IOException.class, () -> server.get("/healthz"));
    }

    private static String readiness(TestServer server) {
        try {
            return server.get("/readyz").body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatLastsLongerThanTheTimeToDrainEndsWithWhatItHas() throws Exception {
        Times all = Times.DEFAULT;
        TestServer server = TestServer.with(
                Limits.DEFAULT,
                new Times(
                        all.budget(),
                        all.maxBudget(),
                        all.idle(),
                        all.transfer(),
                        all.sessionLife(),
                        Duration.ofMillis(50)));
        CompletableFuture<HttpResponse<String>> running = server.postLater(PATIENT, Bodies.STREET);
        TestServer.await(() -> TestSolvers.started() == 1);
        server.close();
        assertEquals(200, running.join().statusCode());
        assertEquals(1, TestSolvers.cancelled());
    }
}
