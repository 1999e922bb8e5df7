package dev.twinplace.io;

import static dev.twinplace.io.Documents.SCENARIO;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema and the reader are two descriptions of one format: they must agree on every document. */
class ScenarioSchemaTest {
    private static final Schema SCHEMA = load();

    private static Schema load() {
        try (InputStream text = ScenarioReader.class.getResourceAsStream("scenario-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean schemaAccepts(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).isEmpty();
    }

    private static boolean readerAccepts(String document) {
        try {
            ScenarioReader.read("s.json", utf8(document));
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private static String replace(String part, String replacement) {
        assertTrue(SCENARIO.contains(part), part);
        return SCENARIO.replace(part, replacement);
    }

    @Test
    void isValidItself() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        try (InputStream text = ScenarioReader.class.getResourceAsStream("scenario-1.schema.json")) {
            String schema = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("[]", meta.validate(schema, InputFormat.JSON).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void acceptsWhatTheWriterWrites(Coupling coupling) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ScenarioWriter.write(
                ScenarioGenerator.table2(Profile.CLUSTERED, coupling).generate(1), written);
        assertTrue(schemaAccepts(written.toString(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "alpha": 0.5           | "alpha": 0
            "alpha": 0.5           | "alpha": 1
            "alpha": 0.5           | "alpha": 5e-1
            "alpha": 0.5           | "alpha": 1.0
            "twin-1", "twin-2"     | "twin-2", "lonely", "twin-1"
            "name": "small"        | "name": " a "
            "name": "small"        | "name": "\uD83D\uDE80"
            "instructionsPerByte": 10 | "instructionsPerByte": 0
            capacity"              | independent"
            capacity"              | contention"
            "capacityMB": 75       | "capacityMB": 0
            , "capacityMB": 75     | ``
            "x": 12.5              | "x": -12.5
            "x": 12.5              | "x": 1.7976931348623157e308
            "name": "small"        | "name": "Straße 東京"
            {"id": "cloud",        | {"capacityMB": 3, "id": "cloud",
            """)
    void bothAccept(String part, String replacement) {
        String document = replace(part, replacement);
        assertTrue(readerAccepts(document), "reader");
        assertTrue(schemaAccepts(document), "schema");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scenario/1             | scenario/2
            "twinplace/scenario/1" | 1
            "name": "small"        | "name": ["small"]
            "alpha": 0.5           | "alpha": true
            "alpha": 0.5           | "Alpha": 0.5
            "coupling": "capacity" | "coupling": ["capacity"]
            "networkDiscount": 0.15 | "networkDiscount": null
            "edge-1"               | 1
            "edge-1"               | ""
            "clockGHz": 1.8        | "clockGHz": 1e309
            {"id": "cloud",        | {"id": "cloud", "x": 1,
            {"id": "cloud",        | {"id": "cloud", "y": 1,
            {"id": "cloud",        | 7, {"id": "cloud",
            "twin": "twin-1"       | "twin": 1
            "twin": "twin-1",      | ``
            "id": "device-2",      | ``
            "device-2"             | " "
            "format": "twinplace/scenario/1", | ``
            "name": "small"        | "name": ""
            "name": "small"        | "name": " "
            "name": "small"        | "name": null
            "name": "small",       | ``
            "alpha": 0.5           | "alpha": -0.1
            "alpha": 0.5           | "alpha": 1.1
            "alpha": 0.5           | "alpha": "0.5"
            "alpha": 0.5           | "alpha": 0.5, "beta": 1
            capacity"              | none"
            "networkDiscount": 0.15 | "networkDiscount": 0
            "instructionsPerByte": 10 | "instructionsPerByte": -1
            , "radioConstant": 10000.0 | ``
            , "radioConstant": 10000.0 | , "radioConstant": 1, "more": 1
            "kind": "edge"         | "kind": "fog"
            "kind": "edge"         | "kind": "cloud"
            "kind": "edge",        | ``
            "x": 200,              | ``
            "kind": "cloud"        | "kind": "edge"
            "clockGHz": 1.8        | "clockGHz": 0
            "clockGHz": 1.8        | "clockGHz": [1.8]
            "transmitMilliJoulePerMB": 0.15 | "transmitMilliJoulePerMB": -0.15
            "capacityMB": 75       | "capacityMB": -1
            "capacityMB": 75       | "capacityMB": null
            "capacityMB": 75       | "capacity": 75
            "twin-1", "twin-2"     | "twin-1", "twin-2", "twin-1"
            "twin-1", "twin-2"     | "twin-1", "twin-2", 3
            "twin-1", "twin-2"     | "twin-1", "twin-2", ""
            "x": 12.5              | "x": 1e309
            "x": 12.5              | "z": 12.5
            "workloadMB": 31.0     | "workloadMB": 0
            "workloadMB": 31.0,    | ``
            "bandwidthMbps": 1000} | "bandwidthMbps": -1}
            "bandwidthMbps": 1000} | "bandwidthMbps": 1000, "more": {}}
            "devices": [           | "devices": [1,
            """)
    void bothRefuse(String part, String replacement) {
        String document = replace(part, replacement);
        assertFalse(readerAccepts(document), "reader");
        assertFalse(schemaAccepts(document), "schema");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            servers    | []   | false
            servers    | {}   | false
            servers    | null | false
            twins      | []   | false
            twins      | "a"  | false
            devices    | {}   | false
            devices    | null | false
            parameters | []   | false
            parameters | {}   | false
            devices    | []   | true
            """)
    void bothJudgeWholeFields(String field, String value, boolean accepted) {
        String noDevices = SCENARIO.replaceFirst("(?s)(\"devices\": )\\[.*]", "$1[]");
        String document = noDevices.replaceFirst("(\"" + field + "\": )(\\[[^]]*]|\\{[^}]*})", "$1" + value);
        assertTrue(document.contains("\"" + field + "\": " + value), document);
        assertEquals(accepted, readerAccepts(document), "reader");
        assertEquals(accepted, schemaAccepts(document), "schema");
    }

    /**
     * Rules that a schema cannot state: unique ids, known twins, printable ids, blanks that are not ASCII, fields that
     * repeat, numbers that are positive only until they are rounded.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "edge-1"               | "cloud"
            "device-2"             | "device-1"
            "twin": "twin-1"       | "twin": "twin-99"
            "name": "small"        | "name": "a\\tb"
            "name": "small"        | "name": "a\\u202eb"
            "name": "small"        | "name": "\\u3000"
            "workloadMB": 31.0     | "workloadMB": 1e-999
            "alpha": 0.5           | "alpha": 0.5, "alpha": 0.5
            """)
    void onlyTheReaderRefuses(String part, String replacement) {
        String document = replace(part, replacement);
        assertFalse(readerAccepts(document), "reader");
        assertTrue(schemaAccepts(document), "schema");
    }

    @Test
    void bothMeasureIdsButTheSchemaInCodePoints() {
        assertTrue(bothAgreeOn("a".repeat(256)));
        assertFalse(bothAgreeOn("a".repeat(257)));
        String rockets = replace("small", "\uD83D\uDE80".repeat(129));
        assertFalse(readerAccepts(rockets));
        assertTrue(schemaAccepts(rockets));
    }

    private static boolean bothAgreeOn(String name) {
        String document = replace("small", name);
        assertEquals(readerAccepts(document), schemaAccepts(document), name);
        return readerAccepts(document);
    }
}
