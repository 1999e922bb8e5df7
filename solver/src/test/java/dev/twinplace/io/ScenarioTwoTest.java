package dev.twinplace.io;

import static dev.twinplace.io.Documents.SCENARIO;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twinplace/scenario/2}: what it adds to the first format, and what it refuses, in reader, writer and schema. */
class ScenarioTwoTest {
    private static final String PARAMETERS =
            "\"parameters\": {\"instructionsPerByte\": 10, \"networkDiscount\": 0.15, \"radioConstant\": 10000}";

    private static final String DOCUMENT = """
            {"format": "twinplace/scenario/2", "name": "operator", "alpha": 0.5, "contention": true, %s, "servers": [
              {"id": "eu", "kind": "edge", "x": 1, "y": 2, "clockGHz": 2, "transmitMilliJoulePerMB": 0.1, \
            "computeMilliJoulePerGigaInstruction": 0.1, "capacities": {"workloadMB": 75, "memoryGB": 64}, \
            "labels": ["eu", "gpu"], "status": "drain"},
              {"id": "us", "kind": "edge", "x": 3, "y": 4, "clockGHz": 2, "transmitMilliJoulePerMB": 0.1, \
            "computeMilliJoulePerGigaInstruction": 0.1},
              {"id": "cloud", "kind": "cloud", "clockGHz": 3.5, "transmitMilliJoulePerMB": 0.1, \
            "computeMilliJoulePerGigaInstruction": 0.1}
            ], "twins": [
              "plain",
              {"id": "a", "demands": {"memoryGB": 4, "workloadMB": 3}, "pinned": "eu", "allowedServers": ["eu", "us"], \
            "forbiddenServers": ["cloud"], "requiredLabels": ["gpu"], "maxLatencySeconds": 1.5, "unplacedPenalty": 9, \
            "moveCost": 0.25, "onFailure": "stay"},
              {"id": "b"}
            ], "devices": [
              {"id": "d", "twin": "a", "x": 1, "y": 1, "workloadMB": 10, "bandwidthMbps": 100}
            ], "groups": [{"kind": "separate", "twins": ["plain", "b"]}, {"kind": "together", "twins": ["a", "b"]}], \
            "transmissionSeconds": [{"device": "d", "server": "us", "seconds": 0.5}]}
            """.formatted(PARAMETERS);

    private static Scenario read(String text) {
        return ScenarioReader.read("s.json", utf8(text));
    }

    private static String replace(String part, String replacement) {
        assertTrue(DOCUMENT.contains(part), part);
        return DOCUMENT.replace(part, replacement);
    }

    private static boolean schemaAccepts(String document) {
        try (InputStream text = ScenarioReader.class.getResourceAsStream("scenario-2.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            return schema.validate(document, InputFormat.JSON).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsEveryField() {
        TwinConstraints a = new TwinConstraints(
                Map.of("memoryGB", 4.0, "workloadMB", 3.0),
                Optional.of("eu"),
                List.of("eu", "us"),
                List.of("cloud"),
                List.of("gpu"),
                1.5,
                9,
                OptionalDouble.of(0.25),
                FailurePolicy.STAY);
        Scenario scenario = read(DOCUMENT);
        assertEquals(
                new Constraints(
                        true,
                        List.of(
                                new ServerConstraints(
                                        Set.of("eu", "gpu"), ServerStatus.DRAIN, Map.of("memoryGB", 64.0)),
                                ServerConstraints.NONE,
                                ServerConstraints.NONE),
                        List.of(TwinConstraints.NONE, a, TwinConstraints.NONE),
                        List.of(
                                new TwinGroup(TwinGroup.Kind.SEPARATE, List.of("plain", "b")),
                                new TwinGroup(TwinGroup.Kind.TOGETHER, List.of("a", "b"))),
                        List.of(new MeasuredTransmission("d", "us", 0.5))),
                scenario.constraints());
        assertEquals(75, scenario.servers().get(0).capacityMB());
        assertEquals(Coupling.CONTENTION, scenario.coupling());
        assertTrue(scenario.isCapacitated());
        assertTrue(schemaAccepts(DOCUMENT));
    }

    @Test
    void readsBackWhatIsWritten() {
        Scenario scenario = read(DOCUMENT);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ScenarioWriter.write(scenario, written);
        String text = written.toString(StandardCharsets.UTF_8);
        assertEquals(scenario, read(text));
        assertTrue(schemaAccepts(text));
    }

    /** The first format says with its coupling what counts, the second with what it contains. */
    @Test
    void theFormatsDifferInNothingElse() {
        Scenario first = read(SCENARIO);
        Scenario second = read(SCENARIO.replace("scenario/1", "scenario/2")
                .replace("\"coupling\": \"capacity\"", "\"contention\": false")
                .replace("\"capacityMB\": 75", "\"capacities\": {\"workloadMB\": 75}"));
        assertEquals(first.servers(), second.servers());
        assertEquals(first.devices(), second.devices());
        assertTrue(second.isCapacitated());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "contention": true, | `` | contention: must be there, but is missing
            {"workloadMB": 75, "memoryGB": 64} | [75, 64] | servers[0].capacities: must be an object, but was an array
            {"workloadMB": 75, "memoryGB": 64} | {"workloadMB": 75, "memoryGB": null} | servers[0].capacities.memoryGB: must be a number, but was null
            {"workloadMB": 75, "memoryGB": 64} | {"workloadMB": -75, "memoryGB": 64} | servers[0].capacityMB: must be >= 0, but was -75.0
            {"memoryGB": 4, "workloadMB": 3} | 4 | twins[1].demands: must be an object, but was 4
            {"memoryGB": 4, "workloadMB": 3} | {"memoryGB": "4"} | twins[1].demands.memoryGB: must be a number, but was the string "4"
            {"memoryGB": 4, "workloadMB": 3} | {"": 4} | twins[1].demands: must not be blank
            {"memoryGB": 4, "workloadMB": 3} | {"memoryGB": 1e999} | twins[1].demands.memoryGB: must be finite, but was 1e999
            "maxLatencySeconds": 1.5 | "maxLatencySeconds": "1.5" | twins[1].maxLatencySeconds: must be a number, but was the string "1.5"
            "maxLatencySeconds": 1.5 | "maxLatencySeconds": -1 | twins[1].maxLatencySeconds: must be > 0, but was -1.0
            "unplacedPenalty": 9 | "unplacedPenalty": true | twins[1].unplacedPenalty: must be a number, but was true
            [{"kind": "separate" | {"kind": "separate" | groups: must be an array, but was an object
            "twins": ["plain", "b"]} | "twins": "plain"} | groups[0].twins: must be an array, but was the string "plain"
            "twins": ["plain", "b"]} | "twins": [1, 2]} | groups[0].twins[0]: must be a string, but was 1
            "kind": "separate", | `` | groups[0].kind: must be there, but is missing
            "contention": true | "contention": 1 | contention: must be true or false, but was 1
            "contention": true | "coupling": "capacity", "contention": true | coupling: must be absent from twinplace/scenario/2
            scenario/2 | scenario/1 | coupling: must be there, but is missing
            "capacities": {"workloadMB": 75, "memoryGB": 64} | "capacityMB": 75, "capacities": {"memoryGB": 64} | servers[0].capacityMB: must be absent from twinplace/scenario/2
            "memoryGB": 64 | "memoryGB": -64 | servers[0].capacities.memoryGB: must be >= 0, but was -64.0
            "memoryGB": 64 | "memoryGB": 64, "memoryGB": 6 | servers[0].capacities.memoryGB: must be there once, but is there twice
            "memoryGB": 64 | "memoryGB": "64" | servers[0].capacities.memoryGB: must be a number, but was the string "64"
            "memoryGB": 64 | "memory": 64 | twins[1].demands.memoryGB: must be a resource that some server has a capacity of
            ["eu", "gpu"] | ["eu", "eu"] | servers[0].labels[1]: must be unique, but is there twice
            ["eu", "gpu"] | ["eu", " "] | servers[0].labels[1]: must not be blank
            ["eu", "gpu"] | "eu" | servers[0].labels: must be an array, but was the string "eu"
            "drain" | "off" | servers[0].status: must be up or drain or down, but was off
            "memoryGB": 4 | "memoryGB": -4 | twins[1].demands.memoryGB: must be >= 0, but was -4.0
            "pinned": "eu" | "pinned": "asia" | twins[1].pinned: must be the id of a server, but was asia
            "pinned": "eu" | "pinned": "us" | twins[1].pinned: must be a server that the twin may run on, but was us
            "pinned": "eu" | "pinned": "cloud" | twins[1].pinned: must be a server that the twin may run on, but was cloud
            "pinned": "eu" | "pin": "eu" | twins[1].pin: must be one of the fields id, pinned, onFailure, maxLatencySeconds, unplacedPenalty, moveCost, demands, allowedServers, forbiddenServers, requiredLabels, but is unknown
            ["eu", "us"] | ["eu", "mars"] | twins[1].allowedServers[1]: must be the id of a server, but was mars
            ["eu", "us"] | [] | twins[1].allowedServers: must name at least one, but is empty
            ["eu", "us"] | ["eu", "eu"] | twins[1].allowedServers[1]: must be unique, but eu stands there twice
            ["cloud"] | ["mars"] | twins[1].forbiddenServers[0]: must be the id of a server, but was mars
            ["gpu"] | ["tpu"] | twins[1].pinned: must be a server that the twin may run on, but was eu
            "maxLatencySeconds": 1.5 | "maxLatencySeconds": 0 | twins[1].maxLatencySeconds: must be > 0, but was 0.0
            "unplacedPenalty": 9 | "unplacedPenalty": -9 | twins[1].unplacedPenalty: must be >= 0, but was -9.0
            "moveCost": 0.25 | "moveCost": -1 | twins[1].moveCost: must be >= 0, but was -1.0
            "stay" | "leave" | twins[1].onFailure: must be move or stay, but was leave
            {"id": "b"} | {} | twins[2].id: must be there, but is missing
            {"id": "b"} | {"id": "a"} | twins[2]: must be unique, but a stands there twice
            {"id": "b"} | 7 | twins[2]: must be a string, but was 7
            "separate" | "apart" | groups[0].kind: must be separate or together, but was apart
            ["plain", "b"] | ["plain"] | groups[0].twins: must name at least two twins, but names 1
            ["plain", "b"] | ["plain", "plain"] | groups[0].twins[1]: must be unique, but plain stands there twice
            ["plain", "b"] | ["plain", "c"] | groups[0].twins[1]: must be one of the twins, but was c
            ["plain", "b"] | ["a", "b"] | groups[0].twins: must not be together, but groups[1] has a and b
            "separate" | "together" | groups[1].twins[1]: must be in one together group, but b is in two
            {"id": "b"} | {"id": "b", "pinned": "us"} | groups[1].twins: must be able to share a server, but no server admits them all
            "device": "d" | "device": "e" | transmissionSeconds[0].device: must be the id of a device, but was e
            "server": "us" | "server": "mars" | transmissionSeconds[0].server: must be the id of a server, but was mars
            "seconds": 0.5 | "seconds": -0.5 | transmissionSeconds[0].seconds: must be >= 0, but was -0.5
            "seconds": 0.5}] | "seconds": 0.5}, {"device": "d", "server": "us", "seconds": 1}] | transmissionSeconds[1]: must be there once, but d to us is there twice
            """)
    void refusesWithOneLine(String part, String replacement, String complaint) {
        String document = replace(part, replacement);
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> read(document));
        assertEquals("s.json: " + complaint, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "contention": true | "contention": 1
            "contention": true | "coupling": "capacity", "contention": true
            "memoryGB": 64 | "memoryGB": -64
            "drain" | "off"
            ["eu", "us"] | []
            "maxLatencySeconds": 1.5 | "maxLatencySeconds": 0
            {"id": "b"} | {}
            ["plain", "b"] | ["plain"]
            "seconds": 0.5 | "seconds": -0.5
            """)
    void theSchemaRefusesTheSame(String part, String replacement) {
        assertFalse(schemaAccepts(replace(part, replacement)));
    }

    /** What the second format adds is refused where the file says that it is of the first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "capacityMB": 75 | "labels": ["a"] | servers[0].labels
            "capacityMB": 75 | "status": "up" | servers[0].status
            "capacityMB": 75 | "capacities": {} | servers[0].capacities
            "twin-1", "twin-2" | "twin-1", {"id": "twin-2"} | twins[1]
            "devices": [ | "groups": [], "devices": [ | groups
            "devices": [ | "contention": true, "devices": [ | contention
            """)
    void theFirstFormatStaysAsItWas(String part, String replacement, String path) {
        assertTrue(SCENARIO.contains(part), part);
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> read(SCENARIO.replace(part, replacement)));
        assertEquals("s.json: " + path + ": must be absent from twinplace/scenario/1", e.getMessage());
    }
}
