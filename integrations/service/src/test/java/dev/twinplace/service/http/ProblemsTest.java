package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.testing.Bodies;
import dev.twinplace.service.testing.TestSolvers;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client gets that asks badly: problem details that name field, value and rule. */
@Timeout(120)
class ProblemsTest {
    private static JsonNode problem(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertEquals(status, problem.get("status").asInt());
        return problem;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    budget=10           | budget   | must be a number with a unit, like 500us, 10ms, 1.5s, 2m or 1h | 10
                    budget=61s          | budget   | must be at most 60000ms                                       | 61s
                    seed=x              | seed     | must be an integer                                            | x
                    solver=best         | solver   |                                                               | best
                    solver=ddl-price:model=secret | solver | must have no option but polish                        | ddl-price:model=secret
                    moveCost=1          | moveCost | must be one of the query parameters solver, budget, seed      | is unknown
                    seed=1&seed=2       | seed     | must be there once                                            | is there twice
                    """)
    void aBadQueryIsRefused(String query, String field, String rule, String value) throws Exception {
        try (TestServer server = TestServer.start()) {
            JsonNode problem = problem(400, server.post("/v1/placements?" + query, Bodies.STREET));
            assertEquals(field, problem.get("field").asString());
            assertEquals(value, problem.get("value").asString());
            assertTrue(rule == null || problem.get("rule").asString().equals(rule), problem::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/placements, 12.0, -1, devices[0].workloadMB, must be > 0, -1.0",
        "/v1/placements, capacity\", capacities\", coupling, 'must be independent, capacity or contention', capacities",
        "/v1/placements, \"name\":, \"nome\":, nome, , is unknown",
        "/v1/placements, 'street\",', 'street\" \"', 'line 1, column 53', ,",
        "/v1/replacements, 12.0, -1, scenario.devices[0].workloadMB, must be > 0, -1.0",
        "/v1/replacements, 'crossing\": \"cloud\"', 'crossing\": 3', previous.placement.crossing, must be a string, 3",
        "/v1/replacements, '\"previous\"', '\"before\"', before, 'must be one of the fields scenario, previous', is unknown",
    })
    void aBadBodyIsRefused(String path, String good, String bad, String field, String rule, String value)
            throws Exception {
        String body = path.endsWith("replacements")
                ? Bodies.replacement(Bodies.STREET, "{\"car\": \"edge\", \"crossing\": \"cloud\"}")
                : Bodies.STREET;
        assertTrue(body.contains(good), good);
        String changed = body.replace(good, bad);
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.post(path, changed);
            JsonNode problem = problem(400, response);
            assertEquals(field, problem.get("field").asString());
            assertTrue(rule == null || problem.get("rule").asString().equals(rule), problem::toString);
            assertTrue(value == null || problem.get("value").asString().equals(value), problem::toString);
        }
    }

    @Test
    void otherTypesPathsAndMethodsAreRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            problem(415, server.send("POST", "/v1/placements", "application/x-www-form-urlencoded", "a=b"));
            problem(415, server.send("POST", "/v1/placements", null, Bodies.STREET));
            problem(404, server.get("/v1/placement"));
            problem(404, server.get("/schemas/x"));
            HttpResponse<String> response = server.get("/v1/placements");
            problem(405, response);
            assertEquals("POST", response.headers().firstValue("Allow").orElseThrow());
            problem(400, server.get("/healthz?x=1"));
        }
    }

    @Test
    void aProblemThatTheSolverDoesNotTakeIsRefusedByName() throws Exception {
        try (TestServer server = TestServer.start()) {
            JsonNode problem =
                    problem(422, server.post("/v1/placements?solver=ddl-paper&budget=10s", Bodies.edges(10)));
            assertTrue(problem.get("detail").asString().contains("ddl-paper"), problem::toString);
        }
    }

    @Test
    void nestingIsBounded() throws Exception {
        String deep = "[".repeat(100_000);
        try (TestServer server = TestServer.start()) {
            problem(400, server.post("/v1/placements", "{\"name\": " + deep));
            problem(400, server.post("/v1/replacements", "{\"previous\": " + deep));
            problem(
                    400,
                    server.post(
                            "/v1/replacements",
                            "{\"scenario\": " + Bodies.STREET + ", \"previous\": {\"x\": " + deep + "}"));
        }
    }

    private static TestServer limited(int maxBody, long maxCells) throws Exception {
        Limits all = Limits.DEFAULT;
        return new TestServer(ServiceSettings.DEFAULT.withLimits(
                new Limits(all.threads(), all.queue(), maxBody, maxCells, all.maxConnections(), all.maxSessions())));
    }

    @Test
    void bodiesAndLinesAreBounded() throws Exception {
        try (TestServer server = limited(2000, 1000)) {
            problem(413, server.post("/v1/placements", Bodies.table2(1)));
            String line = Bodies.line(Bodies.STREET);
            String lines = server.send("POST", "/v1/placements", TestServer.LINES, line + "\n" + Bodies.table2(1))
                    .body();
            assertEquals(2, lines.lines().count(), lines);
            assertTrue(lines.contains("line 2: body: must be at most 2000 bytes"), lines);
        }
    }

    /** A body whose length is not said before. */
    @Test
    void aBodyInChunksIsBounded() throws Exception {
        try (TestServer server = limited(2000, 1000);
                Socket socket = server.connect()) {
            String chunk = "7d0\r\n" + " ".repeat(2000) + "\r\n";
            socket.getOutputStream()
                    .write(("POST /v1/placements HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk)
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertTrue(new String(in.readNBytes(12), StandardCharsets.UTF_8).endsWith("413"));
        }
    }

    @Test
    void theSizeOfAProblemIsBounded() throws Exception {
        try (TestServer server = limited(1_000_000, 59)) {
            JsonNode problem = problem(400, server.post("/v1/placements", Bodies.table2(1)));
            assertEquals("twins", problem.get("field").asString());
            assertEquals("must be at most 14 on 4 servers", problem.get("rule").asString());
            assertEquals("15", problem.get("value").asString());
        }
    }

    @Test
    void headersAreBounded() throws Exception {
        try (TestServer server = TestServer.start()) {
            problem(431, server.get("/healthz", "X-Long", "x".repeat(20_000)));
        }
    }

    @Test
    void aBugIsReportedByIdAndTheServiceLives() throws Exception {
        TestSolvers.close();
        try (TestServer server = TestServer.start()) {
            JsonNode problem = problem(500, server.post("/v1/placements?solver=buggy", Bodies.STREET));
            String id = problem.get("id").asString();
            TestServer.await(() -> server.faults.toString().contains(id));
            assertTrue(server.faults.toString().contains("a bug of this solver"), server.faults::toString);
            assertEquals(1, server.faults.toString().lines().count());
            assertEquals(200, server.post("/v1/placements", Bodies.STREET).statusCode());
            String line = Bodies.line(Bodies.STREET);
            String lines = server.send("POST", "/v1/placements?solver=buggy", TestServer.LINES, line + "\n" + line)
                    .body();
            assertEquals(2, lines.lines().count(), lines);
            assertTrue(server.get("/metrics").body().contains("twinplace_faults_total 3.0"));
        }
    }
}
