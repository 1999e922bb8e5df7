package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.decision.AnswerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplanCommandTest {
    private static final String EVERYWHERE = "{\"a\": \"paris\", \"b\": \"lyon\"}";

    @TempDir
    private Path folder;

    /** Two equal servers with room for 50 MB and a cloud; a of 30 MB is nearer to paris, b of 20 MB to lyon. */
    private String scenario(String paris, String twinA) throws IOException {
        return Files.writeString(folder.resolve("s.json"), """
                        {"format": "twinplace/scenario/2", "name": "two", "alpha": 1, "contention": false, "parameters": \
                        {"instructionsPerByte": 10, "networkDiscount": 0.15, "radioConstant": 10000}, "servers": [
                        {"id": "paris", "kind": "edge", "x": 0, "y": 0, "clockGHz": 1, "transmitMilliJoulePerMB": 0, \
                        "computeMilliJoulePerGigaInstruction": 0, "capacities": {"workloadMB": 50}%s},
                        {"id": "lyon", "kind": "edge", "x": 1000, "y": 0, "clockGHz": 1, "transmitMilliJoulePerMB": 0, \
                        "computeMilliJoulePerGigaInstruction": 0, "capacities": {"workloadMB": 50}}], "twins": [
                        {"id": "a"%s}, "b"], "devices": [
                        {"id": "da", "twin": "a", "x": 0, "y": 0, "workloadMB": 30, "bandwidthMbps": 1},
                        {"id": "db", "twin": "b", "x": 1000, "y": 0, "workloadMB": 20, "bandwidthMbps": 1}]}
                        """.formatted(paris, twinA))
                .toString();
    }

    private Run replan(String scenario, String placement, String... options) throws IOException {
        Path previous = Files.writeString(
                folder.resolve("p.json"), "{\"format\": \"twinplace/solution/2\", \"placement\": " + placement + "}");
        String[] all = new String[6 + options.length];
        all[0] = "replan";
        all[1] = scenario;
        all[2] = "--previous";
        all[3] = previous.toString();
        all[4] = "--solver";
        all[5] = "branch-and-bound";
        System.arraycopy(options, 0, all, 6, options.length);
        return Run.of(all);
    }

    private static JsonNode json(Run run) throws IOException {
        assertEquals(0, run.status(), run.err());
        try (InputStream text = AnswerJson.class.getResourceAsStream("solution-2.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            assertEquals("[]", schema.validate(run.out(), InputFormat.JSON).toString(), run.out());
        }
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void nothingMovesWhereNothingPays() throws IOException {
        Run run = replan(scenario("", ""), EVERYWHERE);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("no move pays\nmoves        0\n"), run.out());
        assertEquals(
                0,
                json(replan(scenario("", ""), EVERYWHERE, "--format", "json"))
                        .get("moves")
                        .size());
    }

    /** On the server of its device a saves 3 s; it moves if that costs less. */
    @Test
    void aTwinMovesIfItSavesMoreThanItCosts() throws IOException {
        String wrong = "{\"a\": \"lyon\", \"b\": \"lyon\"}";
        JsonNode answer = json(replan(scenario("", ""), wrong, "--move-cost", "2.5", "--format", "json"));
        assertEquals(1, answer.get("moves").size(), answer.toString());
        JsonNode move = answer.get("moves").get(0);
        assertEquals(
                "{\"twin\":\"a\",\"from\":\"lyon\",\"to\":\"paris\",\"forced\":false", start(move), move.toString());
        assertEquals(3, move.get("saves").doubleValue(), 1e-9);
        assertEquals(2.5, move.get("costs").doubleValue());
        assertEquals("saves 3, costs 2.5", move.get("reason").stringValue());
        double after = answer.get("replan").get("after").get("cost").doubleValue();
        assertEquals(after + 2.5, answer.get("cost").doubleValue(), 1e-9);
        assertEquals(after + 3, answer.get("replan").get("before").get("cost").doubleValue(), 1e-9);
        assertTrue(replan(scenario("", ""), wrong, "--move-cost", "3.5").out().contains("no move pays"));
        assertTrue(replan(scenario("", ", \"moveCost\": 4"), wrong).out().contains("no move pays"));
    }

    /** Both are on the server of the other; a saves 3 s and b 2 s where its device is. */
    @Test
    void noMoreTwinsMoveThanTheLimitAllows() throws IOException {
        String exchanged = "{\"a\": \"lyon\", \"b\": \"paris\"}";
        JsonNode both =
                json(replan(scenario("", ""), exchanged, "--max-moves", "2", "--budget", "10s", "--format", "json"));
        assertEquals(2, both.get("moves").size(), both.toString());
        assertEquals(2, both.get("replan").get("maxMoves").intValue());
        JsonNode one =
                json(replan(scenario("", ""), exchanged, "--max-moves", "1", "--budget", "10s", "--format", "json"));
        assertEquals(1, one.get("moves").size(), one.toString());
        assertEquals("a", one.get("moves").get(0).get("twin").stringValue());
        assertEquals("OPTIMAL", one.get("status").stringValue());
        assertEquals(both.get("cost").doubleValue() + 2, one.get("cost").doubleValue(), 1e-9);
        Run none = replan(scenario("", ""), exchanged, "--max-moves", "0", "--budget", "10s");
        assertTrue(none.out().contains("no move within the limit pays\nmoves        0, limit 0\n"), none.out());
    }

    @Test
    void forcedMovesDoNotCount() throws IOException {
        String failed = scenario(", \"status\": \"down\"", "");
        Run run = replan(failed, EVERYWHERE, "--max-moves", "0", "--budget", "10s");
        assertTrue(run.out().contains("moves        1, 1 of them forced, limit 0\n"), run.out());
        Run full = replan(
                scenario("", ", \"allowedServers\": [\"paris\"]"),
                "{\"b\": \"paris\"}",
                "--max-moves",
                "0",
                "--budget",
                "10s");
        assertEquals(0, full.status(), full.err());
        Run over = replan(
                scenario("", ", \"demands\": {\"workloadMB\": 40}, \"allowedServers\": [\"paris\"]"),
                "{\"b\": \"paris\"}",
                "--max-moves",
                "0",
                "--budget",
                "10s");
        assertEquals(3, over.status(), over.out() + over.err());
        assertTrue(
                over.out().contains("no placement with at most 0 moves, without forced ones, respects all rules\n"),
                over.out());
    }

    private static String start(JsonNode move) {
        String text = move.toString();
        return text.substring(0, text.indexOf(",\"saves\""));
    }

    @Test
    void aFailedServerLosesItsTwinsAtNoCost() throws IOException {
        String failed = scenario(", \"status\": \"down\"", "");
        JsonNode answer = json(replan(failed, EVERYWHERE, "--move-cost", "100", "--format", "json"));
        JsonNode move = answer.get("moves").get(0);
        assertEquals(
                "{\"twin\":\"a\",\"from\":\"paris\",\"to\":\"lyon\",\"forced\":true", start(move), move.toString());
        assertTrue(move.get("saves").isNull());
        assertEquals(0, move.get("costs").doubleValue());
        assertEquals("paris is down", move.get("reason").stringValue());
        String table = replan(failed, EVERYWHERE).out();
        assertTrue(table.contains("forced: paris is down"), table);
        assertTrue(table.contains("moves        1, 1 of them forced"), table);
    }

    @Test
    void aTwinThatStaysWaitsOnItsFailedServer() throws IOException {
        String failed = scenario(", \"status\": \"down\"", ", \"onFailure\": \"stay\"");
        JsonNode answer = json(replan(failed, EVERYWHERE, "--format", "json"));
        assertEquals(0, answer.get("moves").size());
        assertEquals("[\"a\"]", answer.get("replan").get("waitingTwins").toString());
        assertEquals("paris", answer.get("placement").get("a").stringValue());
        assertEquals(0, answer.get("twins").get(0).get("cost").doubleValue());
        assertEquals(
                0, answer.get("servers").get(0).get("load").get("workloadMB").doubleValue());
    }

    @Test
    void aDrainingServerKeepsItsTwinsAndTakesNoOthers() throws IOException {
        String draining = scenario(", \"status\": \"drain\"", "");
        assertEquals(
                0,
                json(replan(draining, EVERYWHERE, "--format", "json"))
                        .get("moves")
                        .size());
        JsonNode fromLyon = json(replan(draining, "{\"a\": \"lyon\", \"b\": \"lyon\"}", "--format", "json"));
        assertEquals(0, fromLyon.get("moves").size(), fromLyon.toString());
    }

    @Test
    void whatCameAndWentIsSaid() throws IOException {
        JsonNode answer = json(replan(scenario("", ""), "{\"a\": \"rome\", \"old\": \"paris\"}", "--format", "json"));
        JsonNode replan = answer.get("replan");
        assertEquals("[\"b\"]", replan.get("newTwins").toString());
        assertEquals("[\"old\"]", replan.get("goneTwins").toString());
        assertEquals("[\"rome\"]", replan.get("goneServers").toString());
        assertEquals(2, answer.get("moves").size());
        for (JsonNode move : answer.get("moves")) {
            boolean isNew = move.get("twin").stringValue().equals("b");
            assertEquals(isNew, move.get("from").isNull());
            assertEquals(isNew ? "is new" : "rome is gone", move.get("reason").stringValue());
        }
        String table = replan(scenario("", ""), "{\"a\": \"rome\", \"old\": \"paris\"}")
                .out();
        assertTrue(table.contains("new: b\ngone: old\nservers that are gone: rome\n"), table);
    }

    /** Both fill the other's server; there is no third. */
    @Test
    void twinsThatBlockOneAnotherAreNamed() throws IOException {
        String full = Files.readString(Path.of(scenario("", "")))
                .replace("\"workloadMB\": 50", "\"workloadMB\": 40")
                .replace("\"workloadMB\": 20", "\"workloadMB\": 30");
        String file = Files.writeString(folder.resolve("full.json"), full).toString();
        Run run = replan(file, "{\"a\": \"lyon\", \"b\": \"paris\"}");
        assertTrue(run.out().contains("no order of the moves keeps all rules: a, b wait for one another"), run.out());
        JsonNode blocked = json(replan(file, "{\"a\": \"lyon\", \"b\": \"paris\"}", "--format", "json"))
                .get("replan")
                .get("blocked");
        assertEquals("[\"a\",\"b\"]", blocked.get("cycle").toString());
        assertEquals(0, blocked.get("first").intValue());
    }

    /** Moving costs far more than it saves, but the placement before breaks a rule. */
    @Test
    void aMoveThatRepairsARuleSaysWhich() throws IOException {
        String plain = Files.readString(Path.of(scenario("", "")));
        String separate = plain.replace("\"bandwidthMbps\": 1}]}", """
                "bandwidthMbps": 1}], "groups": [{"kind": "separate", "twins": ["a", "b"]}]}""");
        String memory = plain.replace("\"capacities\": {", "\"capacities\": {\"memoryGB\": 5, ")
                .replace("{\"id\": \"a\"}, \"b\"", """
                        {"id": "a", "demands": {"memoryGB": 4}}, {"id": "b", "demands": {"memoryGB": 3}}""");
        assertEquals("must be separate from a, which was on paris too", repair(separate, "separate.json"));
        assertEquals("paris has too little memoryGB", repair(memory, "memory.json"));
    }

    /** Why b leaves paris, without what that saves and costs. */
    private String repair(String text, String name) throws IOException {
        String file = Files.writeString(folder.resolve(name), text).toString();
        JsonNode moves = json(replan(
                        file, "{\"a\": \"paris\", \"b\": \"paris\"}", "--move-cost", "100", "--format", "json"))
                .get("moves");
        assertEquals(1, moves.size(), moves::toString);
        assertEquals("b", moves.get(0).get("twin").stringValue());
        return moves.get(0).get("reason").stringValue().replaceFirst(";.*", "");
    }

    /** b keeps its latency limit on paris; that a requires a label is why they cannot be there together. */
    @Test
    void aGroupThatCannotStayIsNotCalledSlow() throws IOException {
        String grouped = Files.readString(Path.of(scenario("", ", \"requiredLabels\": [\"eu\"]")))
                .replace("\"b\"]", "{\"id\": \"b\", \"maxLatencySeconds\": 100}]")
                .replace("\"id\": \"lyon\"", "\"id\": \"lyon\", \"labels\": [\"eu\"]")
                .replace("\"bandwidthMbps\": 1}]}", """
                        "bandwidthMbps": 1}], "groups": [{"kind": "together", "twins": ["a", "b"]}]}""");
        String file = Files.writeString(folder.resolve("g.json"), grouped).toString();
        JsonNode moves = json(replan(file, "{\"a\": \"lyon\", \"b\": \"paris\"}", "--format", "json"))
                .get("moves");
        assertEquals(1, moves.size(), moves.toString());
        assertEquals("its group cannot be on paris", moves.get(0).get("reason").stringValue());
        Files.writeString(folder.resolve("g.json"), grouped.replace("Seconds\": 100", "Seconds\": 1.9"));
        JsonNode slow = json(replan(file, "{\"a\": \"lyon\", \"b\": \"paris\"}", "--format", "json"))
                .get("moves");
        assertEquals(
                "tolerates a latency of 1.900 s, and would have 2.200 s",
                slow.get(0).get("reason").stringValue());
    }

    @Test
    void noPlacementIsStatus3() throws IOException {
        Run run = replan(scenario(", \"status\": \"down\"", ", \"pinned\": \"paris\""), EVERYWHERE);
        assertEquals(3, run.status(), run.err());
        assertTrue(run.out().contains("status       INFEASIBLE"), run.out());
        assertFalse(run.out().contains("no move"), run.out());
    }

    @Test
    void badInputIsOneLineAndStatus2() throws IOException {
        String good = scenario("", "");
        String file = folder.resolve("p.json").toString();
        assertBadInput(
                replan(good, "{\"z\": \"paris\"}"),
                file + ": placement: must have a twin of scenario two, but has none");
        assertBadInput(
                replan(good, "{\"a\": \"paris\", \"a\": \"lyon\"}"),
                file + ": placement.a: must be there once, but is there twice");
        assertBadInput(replan(good, "null"), file + ": placement: must be an object, but was null");
        assertBadInput(replan(good, "{\"a\": 1}"), file + ": placement.a: must be a string, but was 1");
        assertBadInput(
                replan(good, "{\"a\": \"ro\\nme\"}"),
                file + ": placement.a: must have printable ids only, but has ro\\u000ame");
        assertBadInput(replan(good, "{\"a\": \" \"}"), "must have printable ids only, but has a blank one");
        assertBadInput(replan(good, "{\"a\": \"paris\", \"o\\nld\": \"rome\"}"), "must have printable ids only");
        assertBadInput(replan(good, "{"), file + ": line 1, column");
        assertBadInput(replan(good, EVERYWHERE, "--max-moves", "-1"), "--max-moves: must be at least 0, but was -1");
        assertBadInput(
                replan(good, EVERYWHERE, "--move-cost", "-1"), "--move-cost: must be finite and >= 0, but was -1.0");
        assertBadInput(replan(good, EVERYWHERE, "--format", "csv"), "--format: must be table or json, but was csv");
        assertBadInput(Run.of("replan", good), "--previous");
        assertBadInput(Run.of("replan", "-", "--previous", "-"), "--previous: must be another file than SCENARIO");
    }

    private static void assertBadInput(Run run, String complaint) {
        assertEquals(2, run.status(), run.out());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
