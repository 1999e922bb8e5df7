package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.decision.Evaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private String scenario;

    /** Memory is what no solver takes yet; the checker knows it. */
    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("s.json"), """
                        {"format": "twinplace/scenario/2", "name": "two", "alpha": 1, "contention": false, "parameters": \
                        {"instructionsPerByte": 10, "networkDiscount": 0.15, "radioConstant": 10000}, "servers": [
                        {"id": "eu", "kind": "edge", "x": 0, "y": 0, "clockGHz": 1, "transmitMilliJoulePerMB": 0, \
                        "computeMilliJoulePerGigaInstruction": 0, "capacities": {"memoryGB": 0.3}, "labels": ["eu"]},
                        {"id": "us", "kind": "edge", "x": 0, "y": 0, "clockGHz": 2, "transmitMilliJoulePerMB": 0, \
                        "computeMilliJoulePerGigaInstruction": 0}], "twins": [
                        {"id": "a", "demands": {"memoryGB": 0.1}, "requiredLabels": ["eu"]},
                        {"id": "b", "demands": {"memoryGB": 0.2}, "maxLatencySeconds": 0.7},
                        {"id": "c", "demands": {"memoryGB": 0.1}, "unplacedPenalty": 3}], "devices": [
                        {"id": "da", "twin": "a", "x": 0, "y": 0, "workloadMB": 100, "bandwidthMbps": 1},
                        {"id": "db", "twin": "b", "x": 0, "y": 0, "workloadMB": 100, "bandwidthMbps": 1}],
                        "groups": [{"kind": "separate", "twins": ["a", "c"]}]}
                        """).toString();
    }

    private Run evaluate(String placement, String... options) throws IOException {
        Path solution = Files.writeString(
                folder.resolve("p.json"), "{\"format\": \"twinplace/solution/2\", \"placement\": " + placement + "}");
        String[] all = new String[3 + options.length];
        all[0] = "evaluate";
        all[1] = scenario;
        all[2] = solution.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return Run.of(all);
    }

    @Test
    void aPlacementThatKeepsAllRulesIsStatus0() throws IOException {
        Run run = evaluate("{\"a\": \"eu\", \"b\": \"us\", \"c\": null}");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("rules        all kept"), run.out());
    }

    @Test
    void everyBrokenRuleIsNamed() throws IOException {
        Run run = evaluate("{\"a\": \"us\", \"b\": \"eu\", \"c\": \"us\"}");
        assertEquals(3, run.status(), run.err());
        assertTrue(run.out().contains("""
                a: requires the label eu, which us does not have
                b: may have a latency of 0.7 s, but has 1.0 s on eu
                groups[0]: a and c must be separate, but both are on us
                """), run.out());
        Run unplaced = evaluate("{\"a\": \"eu\", \"b\": null, \"c\": \"eu\"}");
        assertEquals(3, unplaced.status());
        assertTrue(unplaced.out().contains("b: must be placed, but is not"), unplaced.out());
    }

    /** 0.1 + 0.2 is within 0.3, although the sum of the doubles is larger; 0.1 more is not. */
    @Test
    void loadsAreSumsOfDecimals() throws IOException {
        assertTrue(
                !evaluate("{\"a\": \"eu\", \"b\": \"eu\", \"c\": null}").out().contains("memoryGB, but"));
        String out = evaluate("{\"a\": \"eu\", \"b\": \"eu\", \"c\": \"eu\"}").out();
        assertTrue(out.contains("eu: has 0.3 of memoryGB, but its twins demand 0.4"), out);
    }

    @Test
    void aGroupThatIsNotAllPlacedIsOnNoCountOfServers() throws IOException {
        String together = Files.readString(Path.of(scenario)).replace("separate", "together");
        Files.writeString(folder.resolve("s.json"), together);
        String unplaced =
                evaluate("{\"a\": \"eu\", \"b\": \"us\", \"c\": null}").out();
        assertTrue(unplaced.contains("groups[0]: a, c must be together, but not all are placed\n"), unplaced);
        String apart = evaluate("{\"a\": \"eu\", \"b\": \"us\", \"c\": \"us\"}").out();
        assertTrue(apart.contains("groups[0]: a, c must be together, but are on 2 servers\n"), apart);
    }

    @Test
    void labelsThatCannotBePrintedAreRefused() throws IOException {
        String label = Files.readString(Path.of(scenario)).replace("Labels\": [\"eu", "Labels\": [\"e\\nu");
        Files.writeString(folder.resolve("s.json"), label);
        assertBadInput(
                evaluate("{\"a\": \"eu\", \"b\": \"us\", \"c\": null}"),
                "twins[0].requiredLabels[0]: must have printable characters only");
    }

    @Test
    void jsonFollowsItsSchema() throws IOException {
        String line = evaluate("{\"a\": \"eu\", \"b\": \"us\", \"c\": \"us\"}", "--format", "json")
                .out();
        try (InputStream text = Evaluation.class.getResourceAsStream("evaluation-1.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            assertEquals("[]", schema.validate(line, InputFormat.JSON).toString(), line);
        }
        assertTrue(line.contains("\"feasible\":true"), line);
        assertTrue(line.contains("\"memoryGB\":0.1"), line);
    }

    @Test
    void badInputIsOneLineAndStatus2() throws IOException {
        String file = folder.resolve("p.json").toString();
        assertBadInput(evaluate("{\"a\": \"eu\"}"), file + ": placement: must say where b is, but does not");
        assertBadInput(evaluate("{\"a\": \"mars\"}"), file + ": placement.a: must be the id of a server, but was mars");
        assertBadInput(evaluate("{\"z\": \"eu\"}"), file + ": placement.z: must be one of the scenario's twins");
        assertBadInput(
                evaluate("{\"a\": \"eu\", \"a\": \"eu\"}"),
                file + ": placement.a: must be there once, but is there twice");
        assertBadInput(evaluate("null"), file + ": placement: must be an object, but was null");
        assertBadInput(evaluate("{", "--format", "csv"), "--format: must be table or json, but was csv");
    }

    private static void assertBadInput(Run run, String complaint) {
        assertEquals(2, run.status(), run.out());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals(1, run.err().lines().limit(1).count());
    }
}
