package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.decision.AnswerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code solve --explain}, as a table and as JSON of the published schema. */
class ExplainTest {
    @TempDir
    private Path folder;

    private static JsonNode json(int status, String... arguments) throws IOException {
        Run run = Run.of(arguments);
        assertEquals(status, run.status(), run.err());
        String text;
        try (InputStream bytes = AnswerJson.class.getResourceAsStream("solution-2.schema.json")) {
            text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        assertEquals("[]", schema.validate(run.out(), InputFormat.JSON).toString(), run.out());
        return JsonMapper.shared().readTree(run.out());
    }

    private String generate() {
        String file = folder.resolve("operator.json").toString();
        Run run =
                Run.of("generate", "--profile", "operator", "--coupling", "capacity", "--seed", "1", "--output", file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    /** All capacities a tenth of what they are. */
    private String generateInfeasible() throws IOException {
        String text = Files.readString(Path.of(generate()));
        return Files.writeString(
                        folder.resolve("infeasible.json"),
                        text.replaceAll("\"workloadMB\": ([0-9]+)[0-9]\\.0\\}", "\"workloadMB\": $1.0}"))
                .toString();
    }

    @Test
    void aPlacementIsExplained() throws IOException {
        JsonNode answer = json(0, "solve", generate(), "--explain", "--format", "json");
        JsonNode explanation = answer.get("explanation");
        assertEquals(15, explanation.get("twins").size());
        for (JsonNode twin : explanation.get("twins")) {
            assertEquals(
                    answer.get("placement").get(twin.get("twin").stringValue()), twin.get("server"), twin::toString);
            assertTrue(
                    answer.get("status").stringValue().equals("OPTIMAL")
                            && !twin.get("keeper").stringValue().equals("nothing"),
                    twin::toString);
        }
        assertFalse(explanation.get("scarce").isEmpty());
        assertFalse(answer.has("conflict"));
    }

    @Test
    void aConflictIsNamedWithAChange() throws IOException {
        JsonNode answer = json(3, "solve", generateInfeasible(), "--explain", "--format", "json");
        JsonNode conflict = answer.get("conflict");
        assertTrue(conflict.get("minimal").booleanValue(), conflict::toString);
        assertFalse(conflict.get("rules").isEmpty());
        assertFalse(answer.has("explanation"));
    }

    @Test
    void tablesSayTheSameInWords() throws IOException {
        Run placed = Run.of("solve", generate(), "--explain");
        assertEquals(0, placed.status(), placed.err());
        assertTrue(placed.out().contains("next best"), placed.out());
        Run infeasible = Run.of("solve", generateInfeasible(), "--explain");
        assertEquals(3, infeasible.status(), infeasible.err());
        assertTrue(infeasible.out().contains("conflict     "), infeasible.out());
        assertTrue(infeasible.out().contains("the others can be kept"), infeasible.out());
    }

    @Test
    void withoutTheOptionNothingIsExplained() throws IOException {
        JsonNode answer = json(0, "solve", generate(), "--format", "json");
        assertFalse(answer.has("explanation"));
    }

    @Test
    void instancesOfNoScenarioAreExplained() throws IOException {
        String file = Files.writeString(folder.resolve("jobs.gap"), "2 3  1 2 3  3 2 1  3 3 3  3 3 3  3 3")
                .toString();
        JsonNode answer = json(3, "solve", file, "--input", "orlib-gap", "--explain", "--format", "json");
        assertEquals(
                "3 twins need 9 demand on agent 0, agent 1, where there is 6",
                answer.get("conflict").get("summary").stringValue());
    }

    @Test
    void csvHasNoPlaceForIt() {
        Run run = Run.of("solve", generate(), "--explain", "--format", "csv");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--explain: must be used with --format table or json"), run.err());
        assertEquals("", run.out());
    }
}
