package dev.twinplace.io;

import static dev.twinplace.io.Documents.SCENARIO;
import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderTest {
    private static final Scenario SMALL = new Scenario(
            "small",
            0.5,
            Coupling.CAPACITY,
            new ModelParameters(10, 0.15, 10_000),
            List.of(
                    new EdgeServer("edge-1", 200, 200, 1.8, 0.125, 0.125, 75),
                    new CloudServer("cloud", 3.5, 0.15, 0.1, Double.POSITIVE_INFINITY)),
            List.of("twin-1", "twin-2"),
            List.of(new Device("device-1", 1, 12.5, 700, 31, 1000), new Device("device-2", 0, 100, 0, 10.25, 1000)));

    @TempDir
    Path directory;

    private static Scenario read(String text) {
        return ScenarioReader.read("s.json", utf8(text));
    }

    @Test
    void readsEveryField() {
        assertEquals(SMALL, read(SCENARIO));
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("s.json"), SCENARIO);
        assertEquals(SMALL, ScenarioReader.read(file));
    }

    /** Devices before twins, and servers with their kind last. */
    @Test
    void readsFieldsInAnyOrder() {
        int servers = SCENARIO.indexOf("\"servers\"");
        int twins = SCENARIO.indexOf("\"twins\"");
        int devices = SCENARIO.indexOf("\"devices\"");
        String end = SCENARIO.substring(devices, SCENARIO.lastIndexOf('}'));
        String reordered = "{" + end + "," + SCENARIO.substring(twins, devices) + SCENARIO.substring(servers, twins)
                + SCENARIO.substring(1, servers).stripTrailing().replaceAll(",$", "}");
        assertEquals(
                SMALL,
                read(reordered.replace("\"kind\": \"cloud\", ", "").replace(": 0.1}", ": 0.1, \"kind\": \"cloud\"}")));
    }

    @Test
    void readsAnyUnicode() {
        assertEquals(
                "Straße 東京 \uD83D\uDE80",
                read(SCENARIO.replace("small", "Straße 東京 \uD83D\uDE80")).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            twinplace/scenario/1   | twinplace/scenario/3     | format: must be twinplace/scenario/1 or twinplace/scenario/2, but was twinplace/scenario/3
            "twinplace/scenario/1" | 1                        | format: must be a string, but was 1
            "name": "small",       | ``                       | name: must be there, but is missing
            "small"                | null                     | name: must be a string, but was null
            small                  | `  `                     | name: must not be blank
            small                  | \\ud800                  | name: must have printable characters only
            small                  | a\\nb                    | name: must have printable characters only
            "alpha": 0.5           | "alpha": 1.5             | alpha: must be in [0, 1], but was 1.5
            "alpha": 0.5           | "alpha": "0.5"           | alpha: must be a number, but was the string "0.5"
            "alpha": 0.5           | "alpha": true            | alpha: must be a number, but was true
            "alpha": 0.5           | "alpha": 1e999           | alpha: must be finite, but was 1e999
            "alpha": 0.5           | "alpha": 0.5, "alpha": 1 | alpha: must be there once, but is there twice
            "alpha": 0.5           | "alpha": {}              | alpha: must be a number, but was an object
            "alpha"                | "beta"                   | beta: must be one of the fields format, name, alpha, coupling, contention, parameters, servers, twins, devices, groups, transmissionSeconds, but is unknown
            capacity"              | none"                    | coupling: must be independent, capacity or contention, but was none
            capacity"              | Capacity"                | coupling: must be independent, capacity or contention, but was Capacity
            "networkDiscount": 0.15 | "networkDiscount": 0    | parameters.networkDiscount: must be > 0, but was 0.0
            "radioConstant": 10000.0 | "radio": 1             | parameters.radio: must be one of the fields instructionsPerByte, networkDiscount, radioConstant, but is unknown
            , "radioConstant": 10000.0 | ``                   | parameters.radioConstant: must be there, but is missing
            "edge-1"               | 1                        | servers[0].id: must be a string, but was 1
            "edge-1"               | "cloud"                  | servers[1].id: must be unique, but cloud stands there twice
            "id": "edge-1",        | ``                       | servers[0].id: must be there, but is missing
            "kind": "edge"         | "kind": "fog"            | servers[0].kind: must be edge or cloud, but was fog
            "kind": "edge"         | "kind": "cloud"          | servers[0].x: must be absent from a cloud, which has no place, but was 200.0
            "x": 200, "y": 200.0,  | "x": 200,                | servers[0].y: must be there, but is missing
            "clockGHz": 1.8        | "clockGHz": 0            | servers[0].clockGHz: must be > 0, but was 0.0
            "clockGHz": 1.8        | "clockGHz": -1e999       | servers[0].clockGHz: must be finite, but was -1e999
            "capacityMB": 75       | "capacityMB": -75        | servers[0].capacityMB: must be >= 0, but was -75.0
            "capacityMB": 75       | "capacityMB": null       | servers[0].capacityMB: must be a number, but was null
            "capacityMB": 75       | "capacity": 75           | servers[0].capacity: must be one of the fields id, kind, status, x, y, clockGHz, transmitMilliJoulePerMB, computeMilliJoulePerGigaInstruction, capacityMB, capacities, labels, but is unknown
            "capacityMB": 75       | "capacityMB": 7, "capacityMB": 7 | servers[0].capacityMB: must be there once, but is there twice
            "twin-1", "twin-2"     | "twin-1", "twin-2", "twin-1" | twins[2]: must be unique, but twin-1 stands there twice
            "twin-1", "twin-2"     | ``                       | devices[0].twin: must be one of the twins, but was twin-2
            "twin-1", "twin-2"     | "twin-1", 2              | twins[1]: must be a string, but was 2
            "twin-1", "twin-2"     | "twin-1", "twin-2", ""   | twins[2]: must not be blank
            "twin": "twin-1"       | "twin": "twin-99"        | devices[1].twin: must be one of the twins, but was twin-99
            "twin": "twin-1"       | "twin": 0                | devices[1].twin: must be a string, but was 0
            "device-2"             | "device-1"               | devices[1].id: must be unique, but device-1 stands there twice
            "workloadMB": 10.25    | "workloadMB": -1         | devices[1].workloadMB: must be > 0, but was -1.0
            "workloadMB": 10.25    | "workloadMB": 1e-999     | devices[1].workloadMB: must be > 0, but was 0.0
            "workloadMB": 10.25, "bandwidthMbps" | "bandwidthMbps" | devices[1].workloadMB: must be there, but is missing
            "workloadMB": 10.25    | "workloadMb": 1          | devices[1].workloadMb: must be one of the fields id, twin, x, y, workloadMB, bandwidthMbps, but is unknown
            "workloadMB": 10.25    | "x": 1, "workloadMB": 1  | devices[1].x: must be there once, but is there twice
            "devices": [           | "devices": [1,           | devices[0]: must be an object, but was 1
            "devices": [           | "devices": [[[[[         | devices[0]: must be an object, but was an array
            """)
    void namesFieldRuleAndValue(String part, String replacement, String complaint) {
        assertComplaint(
                "s.json: " + complaint,
                () -> read(SCENARIO.replaceFirst("\\Q" + part + "\\E", replacement.replace("\\", "\\\\"))));
    }

    static Stream<Arguments> notJson() {
        return Stream.of(
                arguments("", "must be JSON, but is empty"),
                arguments(" \n", "must be JSON, but is empty"),
                arguments("[]", "line 1, column 1: must be an object, but was an array"),
                arguments("3", "line 1, column 1: must be an object, but was 3"),
                arguments("{", "line 1, column 2: Unexpected end-of-input: expected close marker for Object"),
                arguments("{}", "format: must be there, but is missing"),
                arguments(
                        "{\"alpha\":\n 0.5,}",
                        "line 2, column 6: Unexpected character ('}' (code 125)): was expecting double-quote to start property name"),
                arguments("{\"alpha\": NaN}", "line 1, column 14: Non-standard token 'NaN'"),
                arguments("{\"alpha\": -Infinity}", "line 1, column 20: Non-standard token '-Infinity'"),
                arguments("{\"alpha\": 01}", "line 1, column 12: Invalid numeric value: Leading zeroes not allowed"),
                arguments("{\"alpha\": 0x1}", "line 1, column 12: Unexpected character ('x' (code 120))"),
                arguments(
                        "{\"alpha\": " + "1".repeat(2000) + "}",
                        "line 1, column 2011: Number value length (2000) exceeds the maximum allowed (1000)"),
                arguments(
                        "// {}",
                        "line 1, column 1: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?"),
                arguments("{\"twins\": [}", "line 1, column 12: Unexpected close marker '}': expected ']'"),
                arguments(
                        "{\"name\": \"a\tb\"}",
                        "line 1, column 12: Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in string value"),
                arguments(SCENARIO + "{}", "line 12, column 1: must end after the first value, but goes on"),
                arguments("{\"name\": " + "[".repeat(100_000), "name: must be a string, but was an array"),
                arguments(
                        "{\"a\\u0000\\nb\\u202e\": 1}",
                        "a\\u0000\\u000ab\\u202e: must be one of the fields format, name,"
                                + " alpha, coupling, contention, parameters, servers, twins, devices, groups, transmissionSeconds,"
                                + " but is unknown"),
                arguments(
                        "{\"alpha\": \"" + "x".repeat(1000) + "\"}",
                        "alpha: must be a number, but was the string \"" + "x".repeat(80) + "...\""));
    }

    @ParameterizedTest
    @MethodSource
    void notJson(String text, String complaint) {
        assertComplaint("s.json: " + complaint, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-16     | must be UTF-8, but is not
            UTF-16LE   | must be UTF-8, but is not
            ISO-8859-1 | must be UTF-8, but is not
            """)
    void refusesOtherEncodings(String encoding, String complaint) {
        InputStream bytes =
                new ByteArrayInputStream(SCENARIO.replace("small", "Straße").getBytes(Charset.forName(encoding)));
        assertComplaint("s.json: " + complaint, () -> ScenarioReader.read("s.json", bytes));
    }

    @Test
    void refusesATruncatedCharacter() {
        byte[] bytes = SCENARIO.replace("small", "東").getBytes(StandardCharsets.UTF_8);
        InputStream cut = new ByteArrayInputStream(
                bytes, 0, new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u00E6') + 2);
        assertComplaint("s.json: must be UTF-8, but is not", () -> ScenarioReader.read("s.json", cut));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        Path absent = directory.resolve("absent.json");
        assertComplaint(absent + ": must be readable, but there is no such file", () -> ScenarioReader.read(absent));
        assertComplaint(directory + ": must be a file, but is a directory", () -> ScenarioReader.read(directory));
        Path within = directory.resolve("s.json").resolve("t.json");
        assertThrows(InvalidInputException.class, () -> ScenarioReader.read(within));
    }

    @Test
    void saysThatReadingFailed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cable\nunplugged");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertComplaint(
                "s.json: must be readable, but there was an error: cable\\u000aunplugged",
                () -> ScenarioReader.read("s.json", broken));
    }

    @Test
    void sharesTheNamesOfTwinsAmongManyDevices() {
        StringBuilder devices = new StringBuilder();
        for (int n = 3; n <= 20_000; n++) {
            devices.append(", {\"id\": \"device-")
                    .append(n)
                    .append("\", \"twin\": \"twin-1\", \"x\": 0, \"y\": 0, ")
                    .append("\"workloadMB\": 1, \"bandwidthMbps\": 1}");
        }
        assertEquals(
                20_000, read(SCENARIO.replace("]}\n", devices + "]}")).devices().size());
    }
}
