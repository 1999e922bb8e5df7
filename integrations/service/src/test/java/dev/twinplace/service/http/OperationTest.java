package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.testing.Bodies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators rely on: who may ask, whether the service is ready, its log and its metrics. */
@Timeout(120)
class OperationTest {
    private static final String TOKEN = "0123456789abcdef";

    @Test
    void withATokenOnlyThoseWhoBearItMayAsk() throws Exception {
        try (TestServer server = new TestServer(ServiceSettings.DEFAULT.withToken(TOKEN))) {
            for (String path : new String[] {"/openapi.json", "/schemas/solution-2.schema.json", "/metrics"}) {
                assertEquals(401, server.get(path).statusCode(), path);
                assertEquals(
                        200,
                        server.get(path, "Authorization", "Bearer " + TOKEN).statusCode(),
                        path);
            }
            assertEquals(204, server.get("/healthz").statusCode());
            var refused = server.post("/v1/placements", Bodies.STREET);
            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
            assertEquals(
                    200,
                    server.send(
                                    "POST",
                                    "/v1/placements",
                                    TestServer.JSON,
                                    Bodies.STREET,
                                    "Authorization",
                                    "bearer " + TOKEN)
                            .statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer 0123456789abcdeF", "Bearer ", "0123456789abcdef", "Basic 0123456789abcdef", "Bearer 0123"
            })
    void anotherTokenIsRefused(String header) throws Exception {
        try (TestServer server = new TestServer(ServiceSettings.DEFAULT.withToken(TOKEN))) {
            assertEquals(401, server.get("/metrics", "Authorization", header).statusCode());
        }
    }

    @Test
    void itIsReadyOnceAScenarioWasDecided() throws Exception {
        try (TestServer server = TestServer.start()) {
            TestServer.await(() -> {
                try {
                    return server.get("/readyz").statusCode() == 204;
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void aRequestIsALineInTheLog() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.post("/v1/placements?solver=greedy&budget=10s", Bodies.STREET);
            server.get("/nowhere");
            TestServer.await(() -> server.accesses.toString().lines().count() == 2);
            // A line is written after its response: the second request may have the first line.
            JsonNode line = JsonMapper.shared()
                    .readTree(server.accesses
                            .toString()
                            .lines()
                            .filter(text -> text.contains("POST"))
                            .findFirst()
                            .orElseThrow());
            assertEquals("POST", line.get("method").asString());
            assertEquals("/v1/placements", line.get("path").asString());
            assertEquals(200, line.get("status").asInt());
            assertEquals("greedy", line.get("solver").asString());
            assertEquals("FEASIBLE", line.get("outcome").asString());
            assertEquals(Bodies.STREET.length(), line.get("bytesIn").asInt());
            assertTrue(line.get("micros").asLong() > 0);
            assertFalse(server.accesses.toString().contains("solver=greedy"), "queries may be secret");
        }
    }

    @Test
    void metricsCountWhatWasDone() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.post("/v1/placements?solver=branch-and-bound", Bodies.STREET);
            server.post(
                    "/v1/replacements?budget=10s",
                    Bodies.replacement(Bodies.STREET, "{\"car\": \"edge\", \"crossing\": \"cloud\"}"));
            server.get("/nowhere");
            // Requests are counted after their responses.
            TestServer.await(() -> metrics(server).contains("{route=\"none\",status=\"404\"} 1")
                    && metrics(server).contains("{route=\"/v1/replacements\",status=\"200\"} 1"));
            String metrics = metrics(server);
            for (String line : new String[] {
                "twinplace_decision_seconds_count{solver=\"branch-and-bound\",status=\"OPTIMAL\"} 1",
                "twinplace_gap_ratio_bucket{solver=\"branch-and-bound\",le=\"0.0\"} 1",
                "twinplace_moves_bucket{le=\"1.0\"} 0",
                "twinplace_moves_bucket{le=\"2.0\"} 1",
                "twinplace_request_seconds_count{route=\"/v1/placements\",status=\"200\"} 1",
                "twinplace_request_seconds_count{route=\"none\",status=\"404\"} 1",
                "twinplace_queue_waiting 0.0",
                "twinplace_sessions 0.0",
            }) {
                assertTrue(metrics.lines().anyMatch(line::equals), () -> line + " is not in\n" + metrics);
            }
        }
    }

    private static String metrics(TestServer server) {
        try {
            return server.get("/metrics").body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            int taken = Integer.parseInt(server.service.address("x").toString().replaceAll(".*:", ""));
            assertThrows(
                    IOException.class,
                    () -> new TestServer(ServiceSettings.DEFAULT.withAddress(ServiceSettings.LOOPBACK, taken)).close());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new TestServer(ServiceSettings.DEFAULT.withSolver("best")).close());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TestServer(ServiceSettings.DEFAULT.withModels(Map.of("greedy", Path.of("x")))).close());
    }
}
