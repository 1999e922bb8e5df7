package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.testing.Bodies;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client gets that asks well. */
@Timeout(120)
class PlacementsTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void aScenarioIsAnsweredWithItsOptimum() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.post("/v1/placements?budget=10s", Bodies.STREET);
            assertEquals(200, response.statusCode(), response.body());
            JsonNode answer = json(response.body());
            assertEquals("OPTIMAL", answer.get("status").asString());
            assertEquals(
                    "{\"car\":\"cloud\",\"crossing\":\"edge\"}",
                    answer.get("placement").toString());
            assertEquals("auto", answer.get("solver").asString());
            assertEquals("request", answer.get("file").asString());
        }
    }

    @Test
    void theSolverOfTheQueryIsAsked() throws Exception {
        try (TestServer server = TestServer.start()) {
            String body = server.post("/v1/placements?solver=ddl-price:polish=none&seed=3", Bodies.table2(1))
                    .body();
            assertEquals("ddl-price:polish=none", json(body).get("solver").asString());
        }
    }

    @Test
    void noPlacementIsAnAnswerToo() throws Exception {
        String onlyEdge = Bodies.STREET.replaceAll(",\\s*\\{\"id\": \"cloud\"[^}]*}", "");
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.post("/v1/placements?budget=10s", onlyEdge);
            assertEquals(200, response.statusCode(), response.body());
            assertEquals("INFEASIBLE", json(response.body()).get("status").asString());
        }
    }

    @Test
    void linesAreAnsweredInTheirOrderAlsoTheBadOnes() throws Exception {
        String good = Bodies.line(Bodies.STREET);
        String bad = good.replace("\"workloadMB\": 12.0", "\"workloadMB\": -1");
        String body = good + "\n\n" + bad + "\r\n{\n" + good;
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.send("POST", "/v1/placements", TestServer.LINES, body);
            assertEquals(200, response.statusCode());
            assertEquals(
                    TestServer.LINES,
                    response.headers().firstValue("Content-Type").orElseThrow());
            List<String> lines = response.body().lines().toList();
            assertEquals(4, lines.size(), response.body());
            assertEquals("line 1", json(lines.get(0)).get("file").asString());
            assertEquals(
                    "line 3: devices[0].workloadMB: must be > 0, but was -1.0",
                    json(lines.get(1)).get("error").asString());
            assertTrue(json(lines.get(2)).get("error").asString().startsWith("line 4: line 1, column "), lines.get(2));
            assertEquals("OPTIMAL", json(lines.get(3)).get("status").asString());
        }
    }

    /** The client sends its second line when it has the answer to its first. */
    @Test
    void aLineIsAnsweredBeforeTheNextIsSent() throws Exception {
        byte[] line = (Bodies.line(Bodies.STREET) + "\n").getBytes(StandardCharsets.UTF_8);
        try (TestServer server = TestServer.start();
                Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(
                    ("POST /v1/placements HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                                    + 2 * line.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= 2; i++) {
                out.write(line);
                out.flush();
                String answer = in.readLine();
                while (!answer.startsWith("{")) {
                    answer = in.readLine();
                }
                assertEquals("line " + i, json(answer).get("file").asString());
            }
        }
    }

    @Test
    void manyLinesInManyPiecesAreAllAnswered() throws Exception {
        String body = (Bodies.table2(1) + "\n" + Bodies.table2(2) + "\n").repeat(50);
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.send("POST", "/v1/placements?solver=greedy", TestServer.LINES, body);
            List<String> lines = response.body().lines().toList();
            assertEquals(100, lines.size());
            assertEquals("line 100", json(lines.get(99)).get("file").asString());
            assertEquals(
                    json(lines.get(0)).get("placement"), json(lines.get(98)).get("placement"), "the same scenario");
        }
    }

    @Test
    void aReplacementMovesOnlyWhatPays() throws Exception {
        String wrongWay = Bodies.replacement(Bodies.STREET, "{\"car\": \"edge\", \"crossing\": \"cloud\"}");
        try (TestServer server = TestServer.start()) {
            JsonNode moved =
                    json(server.post("/v1/replacements?budget=10s", wrongWay).body());
            assertEquals(2, moved.get("moves").size());
            JsonNode stays = json(server.post("/v1/replacements?budget=10s&moveCost=100", wrongWay)
                    .body());
            assertEquals(0, stays.get("moves").size());
            JsonNode limited = json(server.post("/v1/replacements?budget=10s&maxMoves=0", wrongWay)
                    .body());
            assertEquals(0, limited.get("moves").size());
            assertEquals(0, limited.at("/replan/maxMoves").asInt());
        }
    }

    @Test
    void replacementsComeInLinesToo() throws Exception {
        String line = Bodies.line(Bodies.replacement(Bodies.STREET, "{\"car\": \"cloud\", \"crossing\": \"edge\"}"));
        try (TestServer server = TestServer.start()) {
            List<String> lines = server.send("POST", "/v1/replacements", TestServer.LINES, line + "\n" + line)
                    .body()
                    .lines()
                    .toList();
            assertEquals(2, lines.size());
            assertEquals(0, json(lines.get(1)).get("moves").size());
        }
    }
}
