package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.testing.Bodies;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the scheduler of a Kubernetes cluster asks, and is told. */
@Timeout(120)
class ExtenderTest {
    private static final String FILTER = "/extender/filter";
    private static final String PRIORITIZE = "/extender/prioritize";
    private static final String NAMES = "\"Nodes\": null, \"NodeNames\": [\"cloud\", \"edge\", \"other\"]";

    /** As the scheduler sends pods, with what is not read. */
    private static String pod(String annotations) {
        return "\"Pod\": {\"metadata\": {\"name\": \"crossing-0\", \"creationTimestamp\": null, \"annotations\": {\"a/b\": \"c\""
                + annotations + "}, \"labels\": {\"app\": \"twin\"}}, \"spec\": {\"containers\": []}, \"status\": {}}";
    }

    private static String podOf(String session, String twin) {
        return pod(", \"twinplace.dev/session\": \"" + session + "\", \"twinplace.dev/twin\": \"" + twin + "\"");
    }

    private static String args(String pod, String nodes) {
        return "{" + pod + ", " + nodes + "}";
    }

    private static JsonNode ask(TestServer server, String path, String args) throws Exception {
        HttpResponse<String> response = server.post(path, args);
        assertEquals(200, response.statusCode(), response.body());
        return JsonMapper.shared().readTree(response.body());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static TestServer decided(String scenario) throws Exception {
        TestServer server = TestServer.start();
        assertEquals(
                201,
                server.send("PUT", "/v1/sessions/street", TestServer.JSON, scenario)
                        .statusCode());
        decide(server);
        return server;
    }

    private static void decide(TestServer server) throws Exception {
        assertEquals(
                200,
                server.send("POST", "/v1/sessions/street/decide?budget=10s", null, null)
                        .statusCode());
    }

    @Test
    void onlyTheServerInThePlacementPasses() throws Exception {
        try (TestServer server = decided(Bodies.STREET)) {
            String args = args(podOf("street", "crossing"), NAMES);
            JsonNode filtered = ask(server, FILTER, args);
            assertEquals(List.of("edge"), strings(filtered.get("NodeNames")));
            assertTrue(filtered.get("Nodes").isNull());
            JsonNode failed = filtered.get("FailedAndUnresolvableNodes");
            assertEquals(2, failed.size());
            assertEquals(
                    "session street places twin crossing on edge",
                    failed.get("cloud").asString());
            assertEquals("", filtered.get("Error").asString());
            assertEquals(
                    "[{\"Host\":\"cloud\",\"Score\":0},{\"Host\":\"edge\",\"Score\":10},{\"Host\":\"other\",\"Score\":0}]",
                    ask(server, PRIORITIZE, args).toString());
        }
    }

    /** What the scheduler's cache does not have comes and goes in full, also with characters that need several bytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void nodesGoBackAsTheyCame(int length) throws Exception {
        String edge = "{\"metadata\": {\"uid\": \"" + "ü😀".repeat(length)
                + "\", \"name\": \"edge\"}, \"spec\": {\"x\": 1.10}, \"status\": [{}]}";
        String cloud = "{\"spec\": null, \"metadata\": {\"name\": \"cloud\", \"labels\": {\"name\": \"edge\"}}}";
        String nodes = "\"Nodes\": {\"metadata\": {}, \"items\": [" + cloud + " , " + edge + "]}, \"NodeNames\": null";
        try (TestServer server = decided(Bodies.STREET)) {
            String planned = args(podOf("street", "crossing"), nodes);
            String body = server.post(FILTER, planned).body();
            assertTrue(body.startsWith("{\"Nodes\":{\"items\":[" + edge + "]},\"NodeNames\":null,"), body);
            String free = server.post(FILTER, args(pod(""), nodes)).body();
            assertTrue(
                    free.startsWith("{\"Nodes\":{\"items\":[" + cloud + "," + edge + "]},\"NodeNames\":null,"), free);
            assertEquals(10, ask(server, PRIORITIZE, planned).at("/1/Score").asInt());
        }
    }

    @Test
    void podsThatNameNoTwinMayGoAnywhere() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (String pod : List.of(pod(""), "\"Pod\": {}", "\"Pod\": {\"metadata\": {\"annotations\": null}}")) {
                JsonNode filtered = ask(server, FILTER, args(pod, NAMES));
                assertEquals(List.of("cloud", "edge", "other"), strings(filtered.get("NodeNames")));
                assertEquals(0, filtered.get("FailedAndUnresolvableNodes").size());
                assertEquals("", filtered.get("Error").asString());
                JsonNode scores = ask(server, PRIORITIZE, args(pod, NAMES));
                assertEquals(3, scores.size());
                scores.forEach(score -> assertEquals(0, score.get("Score").asInt()));
            }
        }
    }

    @Test
    void nothingPassesWhereThePlacementHasNoNode() throws Exception {
        try (TestServer server = decided(Bodies.STREET)) {
            String args = args(podOf("street", "crossing"), "\"NodeNames\": [\"cloud\", \"other\"]");
            JsonNode filtered = ask(server, FILTER, args);
            assertEquals(0, filtered.get("NodeNames").size());
            assertEquals(2, filtered.get("FailedAndUnresolvableNodes").size());
            assertEquals("", filtered.get("Error").asString(), "the node may be there later");
        }
    }

    @Test
    void aTwinThatIsLeftUnplacedRunsNowhere() throws Exception {
        String optional = Bodies.STREET
                .replace("scenario/1", "scenario/2")
                .replace("\"coupling\": \"capacity\"", "\"contention\": false")
                .replace("\"capacityMB\": 40.0", "\"capacities\": {\"workloadMB\": 40.0}")
                .replace("\"car\", \"crossing\"", "{\"id\": \"car\", \"unplacedPenalty\": 1e-9}, \"crossing\"");
        try (TestServer server = decided(optional)) {
            JsonNode filtered = ask(server, FILTER, args(podOf("street", "car"), NAMES));
            assertEquals(0, filtered.get("NodeNames").size());
            assertEquals(
                    "session street leaves twin car unplaced",
                    filtered.at("/FailedAndUnresolvableNodes/edge").asString());
        }
    }

    /** As in a session: the last decision counts, not the last change. */
    @Test
    void theLastDecisionCounts() throws Exception {
        String args = args(podOf("street", "crossing"), NAMES);
        try (TestServer server = decided(Bodies.STREET)) {
            String down = "{\"servers\": [{\"id\": \"edge\", \"status\": \"down\"}]}";
            assertEquals(
                    204,
                    server.send("PATCH", "/v1/sessions/street", TestServer.JSON, down)
                            .statusCode());
            assertEquals(List.of("edge"), strings(ask(server, FILTER, args).get("NodeNames")));
            decide(server);
            assertEquals(List.of("cloud"), strings(ask(server, FILTER, args).get("NodeNames")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "street, bus, session street has no twin bus",
        "avenue, crossing, 'session avenue was never put, or has expired'",
        "'', crossing, 'session  was never put, or has expired'",
        "new, crossing, session new has no placement yet: it must be decided",
    })
    void whatIsNotPlacedIsAnError(String session, String twin, String error) throws Exception {
        try (TestServer server = decided(Bodies.STREET)) {
            server.send("PUT", "/v1/sessions/new", TestServer.JSON, Bodies.STREET);
            requireError(server, podOf(session, twin), error);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "twin"})
    void bothAnnotationsMustBeThere(String only) throws Exception {
        try (TestServer server = decided(Bodies.STREET)) {
            String missing = only.equals("twin") ? "session" : "twin";
            requireError(
                    server,
                    pod(", \"twinplace.dev/" + only + "\": \"street\""),
                    "the pod must have the annotation twinplace.dev/" + missing + ", but it is missing");
        }
    }

    /** The list of scores has no place for an error. */
    private static void requireError(TestServer server, String pod, String error) throws Exception {
        JsonNode filtered = ask(server, FILTER, args(pod, NAMES));
        assertEquals(error, filtered.get("Error").asString());
        assertEquals(0, filtered.get("NodeNames").size());
        JsonNode scores = ask(server, PRIORITIZE, args(pod, NAMES));
        assertEquals(3, scores.size());
        scores.forEach(score -> assertEquals(0, score.get("Score").asInt()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"NodeNames": []}                                       | Pod                        | must be there
                    {"pod": {}, "nodenames": []}                            | Pod                        | must be there
                    {"Pod": null, "NodeNames": []}                          | Pod                        | must be an object
                    {"Pod": {}}                                             | Nodes                      | must be there without NodeNames, or the other way round
                    {"Pod": {}, "Nodes": {"items": []}, "NodeNames": []}    | Nodes                      | must be there without NodeNames, or the other way round
                    {"Pod": {}, "NodeNames": ["edge", 3]}                   | NodeNames[1]               | must be a string
                    {"Pod": {}, "NodeNames": "edge"}                        | NodeNames                  | must be an array
                    {"Pod": {}, "Nodes": {"items": [{"metadata": {}}]}}     | Nodes.items[0].metadata.name | must be there
                    {"Pod": {}, "Nodes": {"items": [{"metadata": 1}]}}      | Nodes.items[0].metadata    | must be an object
                    {"Pod": {"metadata": {"annotations": []}}, "NodeNames": []} | Pod.metadata.annotations | must be an object
                    {"Pod": {"metadata": {"annotations": {"twinplace.dev/twin": 1}}}, "NodeNames": []} | Pod.metadata.annotations.twinplace.dev/twin | must be a string
                    []                                                      | line 1, column 1           | must be an object
                    {"Pod": {}, "NodeNames": []} {}                         |                            | must end after the first value
                    {"Pod": {}, "NodeNames": ["edge"                        |                            |
                    {"Pod": {}, "NodeNames": [], "NodeNames": []}           |                            |
                    """)
    void aBadBodyIsRefused(String body, String field, String rule) throws Exception {
        try (TestServer server = TestServer.start()) {
            for (String path : List.of(FILTER, PRIORITIZE)) {
                HttpResponse<String> response = server.post(path, body);
                assertEquals(400, response.statusCode(), response.body());
                JsonNode problem = JsonMapper.shared().readTree(response.body());
                assertTrue(field == null || problem.path("field").asString().equals(field), problem::toString);
                assertTrue(rule == null || problem.path("rule").asString().equals(rule), problem::toString);
            }
        }
    }

    @Test
    void strangeNamesAreAnsweredToo() throws Exception {
        try (TestServer server = decided(Bodies.STREET)) {
            String strange = "\"NodeNames\": [\"\\ud83d\", \"\\u0000\\n\", \"\", \"edge\", \"edge\"]";
            for (String pod : List.of(pod(""), podOf("street", "crossing"), podOf("\\ud83d\\u0000", "x"))) {
                ask(server, FILTER, args(pod, strange));
                ask(server, PRIORITIZE, args(pod, strange));
            }
            for (String nested : List.of("[".repeat(10_000), "{\"a\":".repeat(10_000))) {
                assertEquals(400, server.post(FILTER, "{\"Pod\": " + nested).statusCode());
            }
            assertEquals(415, server.send("POST", FILTER, "text/plain", "{}").statusCode());
            assertEquals(400, server.post(FILTER + "?x=1", "{}").statusCode());
        }
    }
}
