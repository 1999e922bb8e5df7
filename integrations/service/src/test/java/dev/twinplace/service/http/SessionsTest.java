package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.testing.Bodies;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A situation that is decided again and again. */
@Timeout(120)
class SessionsTest {
    private static final String PATH = "/v1/sessions/street";

    private static JsonNode decide(TestServer server) throws Exception {
        HttpResponse<String> response = server.send("POST", PATH + "/decide?budget=10s", null, null);
        assertEquals(200, response.statusCode(), response.body());
        return JsonMapper.shared().readTree(response.body());
    }

    private static int put(TestServer server, String id) throws Exception {
        return server.send("PUT", "/v1/sessions/" + id, TestServer.JSON, Bodies.STREET)
                .statusCode();
    }

    private static int patch(TestServer server, String changes) throws Exception {
        return server.send("PATCH", PATH, TestServer.JSON, changes).statusCode();
    }

    @Test
    void itIsPlacedAndThenReplacedAsItChanges() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertEquals(201, put(server, "street"));
            JsonNode placed = decide(server);
            assertEquals("edge", placed.at("/placement/crossing").asString());
            assertFalse(placed.has("moves"));
            assertEquals(0, decide(server).get("moves").size(), "nothing has changed");
            assertEquals(204, patch(server, "{\"servers\": [{\"id\": \"edge\", \"status\": \"down\"}]}"));
            JsonNode failed = decide(server);
            assertEquals("crossing", failed.at("/moves/0/twin").asString());
            assertTrue(failed.at("/moves/0/forced").asBoolean());
            assertEquals(204, patch(server, "{\"servers\": [{\"id\": \"edge\", \"status\": \"up\"}]}"));
            JsonNode back = decide(server);
            assertEquals("edge", back.at("/moves/0/to").asString());
            assertEquals(placed.get("cost").asDouble(), back.get("cost").asDouble(), 1e-9);
        }
    }

    @Test
    void loadsChange() throws Exception {
        try (TestServer server = TestServer.start()) {
            put(server, "street");
            decide(server);
            assertEquals(204, patch(server, "{\"devices\": [{\"id\": \"camera-1\", \"workloadMB\": 31}]}"));
            JsonNode moved = decide(server);
            assertEquals("cloud", moved.at("/placement/crossing").asString(), "it does not fit on the edge any more");
            String scenario = server.get(PATH).body();
            assertTrue(scenario.contains("\"workloadMB\": 31.0"), scenario);
        }
    }

    @Test
    void aBadChangeChangesNothing() throws Exception {
        try (TestServer server = TestServer.start()) {
            put(server, "street");
            String before = server.get(PATH).body();
            assertEquals(
                    400,
                    patch(
                            server,
                            "{\"devices\": [{\"id\": \"car-1\", \"workloadMB\": 1}, {\"id\": \"car-2\", \"workloadMB\": 1}]}"));
            assertEquals(400, patch(server, "{\"servers\": [{\"id\": \"edgy\", \"status\": \"up\"}]}"));
            assertEquals(before, server.get(PATH).body());
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertEquals(404, patch(server, "{}"));
            assertEquals(404, server.get(PATH).statusCode());
            assertEquals(404, server.send("POST", PATH + "/decide", null, null).statusCode());
            assertEquals(404, server.send("DELETE", PATH, null, null).statusCode());
            assertEquals(400, put(server, "a%20b"));
            assertEquals(201, put(server, "street"));
            assertEquals(204, put(server, "street"));
            assertEquals(204, server.send("DELETE", PATH, null, null).statusCode());
            assertEquals(404, server.get(PATH).statusCode());
        }
    }

    @Test
    void theirNumberIsBounded() throws Exception {
        Limits all = Limits.DEFAULT;
        ServiceSettings two = ServiceSettings.DEFAULT.withLimits(
                new Limits(1, all.queue(), all.maxBody(), all.maxCells(), all.maxConnections(), 2));
        try (TestServer server = new TestServer(two)) {
            assertEquals(201, put(server, "a"));
            assertEquals(201, put(server, "b"));
            assertEquals(429, put(server, "c"));
            assertEquals(204, put(server, "b"));
        }
    }
}
