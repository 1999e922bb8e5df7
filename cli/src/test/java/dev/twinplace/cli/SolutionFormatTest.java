package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.decision.AnswerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of answer of {@code solve --format json} against its published schema. */
class SolutionFormatTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String SCHEMA = text();

    @TempDir
    private Path folder;

    private static String text() {
        try (InputStream bytes = AnswerJson.class.getResourceAsStream("solution-2.schema.json")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The only line of this run, which the schema accepts. */
    private static JsonNode solve(int status, String... arguments) {
        List<String> all = new ArrayList<>(List.of("solve", "--format", "json"));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray(String[]::new));
        assertEquals(status, run.status(), run.err());
        assertEquals(1, run.out().lines().count(), run.out());
        assertEquals("[]", complaints(run.out()), run.out());
        return JsonMapper.shared().readTree(run.out());
    }

    private static String complaints(String line) {
        Schema schema = REGISTRY.getSchema(SCHEMA, InputFormat.JSON);
        return schema.validate(line, InputFormat.JSON).toString();
    }

    private String generate(String coupling) {
        String file = folder.resolve(coupling + ".json").toString();
        Run run = Run.of("generate", "--profile", "table2", "--coupling", coupling, "--twins", "6", "--output", file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theSchemaIsValidItself() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertEquals("[]", meta.validate(SCHEMA, InputFormat.JSON).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "independent, decomposition, OPTIMAL",
        "capacity, branch-and-bound, OPTIMAL",
        "capacity, greedy, FEASIBLE",
        "contention, cp-sat, OPTIMAL",
    })
    void aPlacementOfAScenario(String coupling, String solver, String status) {
        String file = generate(coupling);
        JsonNode answer = solve(0, file, "--solver", solver);
        assertEquals("twinplace/solution/2", answer.get("format").stringValue());
        assertEquals(file, answer.get("file").stringValue());
        assertEquals("table2-1", answer.get("scenario").stringValue());
        assertEquals(solver, answer.get("solver").stringValue());
        assertEquals(status, answer.get("status").stringValue());
        assertEquals(solver.equals("cp-sat"), answer.has("resolution"));
        assertEquals(status.equals("OPTIMAL"), answer.get("gap").doubleValue() == 0);
        assertEquals(6, answer.get("twins").size());
        double cost = 0;
        for (JsonNode twin : answer.get("twins")) {
            String id = twin.get("twin").stringValue();
            assertEquals(answer.get("placement").get(id), twin.get("server"));
            assertTrue(twin.get("latencySeconds").doubleValue() > 0, id);
            cost += twin.get("cost").doubleValue();
        }
        assertEquals(answer.get("cost").doubleValue(), cost, 1e-9 * cost);
    }

    @Test
    void serversHaveLoadAndCapacity() {
        JsonNode servers = solve(0, generate("capacity"), "--solver", "greedy").get("servers");
        assertEquals(4, servers.size());
        int twins = 0;
        for (JsonNode server : servers) {
            twins += server.get("twins").intValue();
            JsonNode capacity = server.get("capacity").get("workloadMB");
            assertEquals(server.get("server").stringValue().equals("cloud"), capacity.isNull());
            double load = server.get("load").get("workloadMB").doubleValue();
            assertTrue(capacity.isNull() || load <= capacity.doubleValue(), server::toString);
        }
        assertEquals(6, twins);
        for (JsonNode server :
                solve(0, generate("contention"), "--solver", "greedy").get("servers")) {
            assertTrue(server.get("capacity").get("workloadMB").isNull(), server::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"min, 8, '[0,1]'", "max, 10, '[1,0]'"})
    void anOrLibraryInstance(String sense, double cost, String placement) throws IOException {
        String file = write("gap", "2 2\n 3 6\n 4 5\n 1 1\n 1 1\n 2 2\n");
        JsonNode answer = solve(0, file, "--input", "orlib-gap", "--sense", sense, "--solver", "branch-and-bound");
        assertEquals(file, answer.get("scenario").stringValue());
        assertEquals(sense, answer.get("sense").stringValue());
        assertEquals(cost, answer.get("cost").doubleValue());
        assertEquals(cost, answer.get("lowerBound").doubleValue());
        assertEquals(placement, answer.get("placement").toString());
        assertTrue(answer.get("latency").isNull() && answer.get("energy").isNull());
        JsonNode second = answer.get("twins").get(1);
        assertEquals(1, second.get("twin").intValue());
        assertEquals(answer.get("placement").get(1), second.get("server"));
        assertTrue(second.get("latencySeconds").isNull());
        assertEquals(
                "{\"demand\":2.0}", answer.get("servers").get(0).get("capacity").toString());
    }

    @Test
    void everyInstanceOfAFileHasALine() throws IOException {
        String file = write("gap1.txt", "\uFEFF2\n2 2\n 3 6\n 4 5\n 1 1\n 1 1\n 2 2\n1 1\n 1\n 2\n 1\n");
        Run run = Run.of("solve", file, "--input", "orlib-gap", "--solver", "branch-and-bound", "--format", "json");
        assertEquals(3, run.status(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        lines.forEach(line -> assertEquals("[]", complaints(line), line));
        JsonNode first = JsonMapper.shared().readTree(lines.get(0));
        assertEquals(file, first.get("file").stringValue());
        assertEquals(file + "#1", first.get("scenario").stringValue());
        assertEquals(8.0, first.get("cost").doubleValue());
        JsonNode second = JsonMapper.shared().readTree(lines.get(1));
        assertEquals(file + "#2", second.get("scenario").stringValue());
        assertEquals("INFEASIBLE", second.get("status").stringValue());
    }

    @Test
    void whatNeedsOneProblemRefusesAFileOfSeveral() throws IOException {
        String file = write("gap1.txt", "2\n1 1\n 1\n 1\n 1\n1 1\n 1\n 2\n 3\n");
        Run export = Run.of("export", file, "--input", "orlib-gap", "--format", "lp");
        assertEquals(2, export.status());
        assertEquals(
                "twinplace: " + file + ": must hold one problem here, but holds 2",
                export.err().strip());
        Path proof = folder.resolve("proof.jsonl");
        Run certified = Run.of(
                "solve",
                file,
                "--input",
                "orlib-gap",
                "--solver",
                "branch-and-bound",
                "--certificate",
                proof.toString());
        assertEquals(2, certified.status());
        assertTrue(Files.notExists(proof));
    }

    @Test
    void noPlacementExists() throws IOException {
        String file = write("gap", "1 1\n 1\n 2\n 1\n");
        JsonNode answer = solve(3, file, "--input", "orlib-gap", "--solver", "decomposition");
        assertEquals("INFEASIBLE", answer.get("status").stringValue());
        for (String field : List.of("cost", "lowerBound", "gap", "placement")) {
            assertTrue(answer.get(field).isNull(), field);
        }
        assertTrue(answer.get("twins").isEmpty() && answer.get("servers").isEmpty());
    }

    @Test
    void noPlacementIsFound() throws IOException {
        String end = "\"computeMilliJoulePerGigaInstruction\": 0.1}";
        String scenario = Files.readString(Path.of(generate("capacity")));
        assertTrue(scenario.contains(end), scenario);
        scenario = scenario.replace(end, end.replace("}", ", \"capacityMB\": 1}"));
        JsonNode answer = solve(4, write("tight.json", scenario), "--solver", "cloud-only");
        assertEquals("UNKNOWN", answer.get("status").stringValue());
        assertTrue(answer.get("lowerBound").doubleValue() > 0);
        assertTrue(answer.get("gap").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent.json", "damaged.json", "unsupported.json"})
    void aFileThatFailsIsOneLineToo(String name) throws IOException {
        write("damaged.json", "{\"format\": \"twin\nplace\"");
        String many = folder.resolve("unsupported.json").toString(); // more twins than ddl-paper was trained for
        assertEquals(
                0,
                Run.of("generate", "--profile", "table2", "--coupling", "capacity", "--twins", "16", "--output", many)
                        .status());
        String file = folder.resolve(name).toString();
        boolean isUnsupported = name.startsWith("unsupported");
        String solver = isUnsupported ? "ddl-paper" : "greedy";
        Run run = Run.of("solve", file, "--solver", solver, "--format", "json");
        assertEquals(2, run.status(), run.err());
        JsonNode line = solve(2, file, "--solver", solver);
        assertEquals(file, line.get("file").stringValue());
        assertEquals(
                "twinplace: " + line.get("error").stringValue() + System.lineSeparator(),
                run.err(),
                "the same is said on standard error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "\"status\":\"FEASIBLE\" \"status\":\"INFEASIBLE\"",
                "\"status\":\"FEASIBLE\" \"status\":\"GOOD\"",
                "solution/2 solution/1",
                "\"warnings\":[] \"warnings\":[1]",
                "\"nodes\" \"n0des\"",
            })
    void theSchemaRefusesOtherThings(String part, String replacement) {
        String line = Run.of("solve", generate("capacity"), "--solver", "greedy", "--format", "json")
                .out();
        assertTrue(line.contains(part), line);
        assertNotEquals("[]", complaints(line.replace(part, replacement)), replacement);
    }
}
