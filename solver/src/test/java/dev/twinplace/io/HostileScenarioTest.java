package dev.twinplace.io;

import static dev.twinplace.io.Documents.SCENARIO;
import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.model.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are damaged, far too large, or made to do harm to the terminal that shows the complaint. */
class HostileScenarioTest {
    private static final String FIELDS =
            "format, name, alpha, coupling, contention, parameters, servers, twins, devices, groups, transmissionSeconds";
    private static final String NO_OTHER = ": must be one of the fields " + FIELDS + ", but is unknown";

    private static Scenario read(byte[] bytes, int length) {
        return ScenarioReader.read("s.json", new ByteArrayInputStream(bytes, 0, length));
    }

    private static String replace(String part, String replacement) {
        assertTrue(SCENARIO.contains(part), part);
        return SCENARIO.replace(part, replacement);
    }

    /** What replaces a list of the scenario that no line break follows. */
    private static String withList(String name, String list) {
        int begin = SCENARIO.indexOf("\"" + name + "\": [");
        int end = name.equals("devices") ? SCENARIO.lastIndexOf('}') : SCENARIO.indexOf("],", begin) + 1;
        return SCENARIO.substring(0, begin) + "\"" + name + "\": " + list + SCENARIO.substring(end);
    }

    private static void assertHarmless(InvalidInputException e) {
        assertTrue(e.getMessage().startsWith("s.json: "), e.getMessage());
        assertFalse(e.getMessage().chars().anyMatch(Character::isISOControl), e.getMessage());
    }

    @Test
    void refusesADocumentCutAnywhere() {
        byte[] bytes = replace("small", "Straße \uD83D\uDE80").stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            int kept = length;
            assertHarmless(assertThrows(InvalidInputException.class, () -> read(bytes, kept), () -> "cut at " + kept));
        }
        assertEquals("Straße \uD83D\uDE80", read(bytes, bytes.length).name());
    }

    /** A byte of an id or a number may become another that is as good; what is read then must survive being written. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, ' ', '"', ',', '-', '9', '[', '\\', '}', 0xff})
    void readsOrRefusesADocumentWithAnyByteReplaced(int replacement) {
        byte[] bytes = SCENARIO.getBytes(StandardCharsets.UTF_8);
        for (int place = 0; place < bytes.length; place++) {
            byte original = bytes[place];
            bytes[place] = (byte) replacement;
            readAgainOrRefuse(bytes);
            bytes[place] = original;
        }
    }

    private static void readAgainOrRefuse(byte[] bytes) {
        try {
            Scenario scenario = read(bytes, bytes.length);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ScenarioWriter.write(scenario, written);
            assertEquals(scenario, read(written.toByteArray(), written.size()));
        } catch (InvalidInputException e) {
            assertHarmless(e);
        }
    }

    static Stream<Arguments> tooLarge() {
        String long2MB = "x".repeat(2_000_000);
        String cut = "x".repeat(80) + "...";
        return Stream.of(
                arguments(replace("small", long2MB), "name: must have at most 256 characters, but had 2000000"),
                arguments(
                        replace("device-1", long2MB),
                        "devices[0].id: must have at most 256 characters, but had 2000000"),
                arguments(
                        replace("\"twin\": \"twin-1\"", "\"twin\": \"" + long2MB + "\""),
                        "devices[1].twin: must be one of the twins, but was " + cut),
                arguments(
                        replace("\"kind\": \"cloud\"", "\"kind\": \"" + long2MB + "\""),
                        "servers[1].kind: must be edge or cloud, but was " + cut),
                arguments(
                        "{\"" + long2MB + "\": 1}",
                        "line 1, column 65539: Name length (65536) exceeds the maximum allowed (50000)"),
                arguments("{\"" + "x".repeat(50_000) + "\": 1}", cut + NO_OTHER),
                arguments(
                        "{\"alpha\": " + "1".repeat(10_000) + "}",
                        "line 1, column 10011: Number value length (10000) exceeds the maximum allowed (1000)"),
                arguments(
                        "{\"alpha\": 0." + "1".repeat(10_000) + "}",
                        "line 1, column 10013: Number value length (10000) exceeds the maximum allowed (1000)"),
                arguments(
                        "{\"alpha\": 1" + "0".repeat(400) + "}",
                        "alpha: must be finite, but was 1" + "0".repeat(79) + "..."),
                arguments(
                        "{\"alpha\": 1e" + "9".repeat(20) + "}", "alpha: must be finite, but was 1e" + "9".repeat(20)));
    }

    @ParameterizedTest
    @MethodSource
    void tooLarge(String text, String complaint) {
        assertComplaint("s.json: " + complaint, () -> ScenarioReader.read("s.json", utf8(text)));
    }

    static Stream<Arguments> tooDeep() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                arguments(deep, "line 1, column 1: must be an object, but was an array"),
                arguments("{\"alpha\": " + deep, "alpha: must be a number, but was an array"),
                arguments("{\"twins\": " + deep, "twins[0]: must be a string, but was an array"),
                arguments("{\"devices\": " + deep, "devices[0]: must be an object, but was an array"),
                arguments("{\"parameters\": " + deep, "parameters: must be an object, but was an array"),
                arguments("{\"a\": ".repeat(100_000), "a" + NO_OTHER));
    }

    @ParameterizedTest
    @MethodSource
    void tooDeep(String text, String complaint) {
        assertComplaint("s.json: " + complaint, () -> ScenarioReader.read("s.json", utf8(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "small"            | "\\u001b[2J"  | name: must have printable characters only
            "edge-1"           | "\\u001b[31m" | servers[0].id: must have printable characters only
            "cloud", "kind"    | "\\u202e", "kind" | servers[1].id: must have printable characters only
            "twin-1", "twin-2" | "twin-1", "twin-2", "\\u0007" | twins[2]: must have printable characters only
            "device-2"         | "a\\nb"       | devices[1].id: must have printable characters only
            "twin": "twin-1"   | "twin": "\\u001b]0;x\\u0007" | devices[1].twin: must be one of the twins, but was \\u001b]0;x\\u0007
            "kind": "edge"     | "kind": "\\r\\n"  | servers[0].kind: must be edge or cloud, but was \\u000d\\u000a
            capacity"          | \\u009b2J"    | coupling: must be independent, capacity or contention, but was \\u009b2J
            scenario/1         | \\u2028       | format: must be twinplace/scenario/1 or twinplace/scenario/2, but was twinplace/\\u2028
            "alpha": 0.5       | "alpha": "\\u001b[31m" | alpha: must be a number, but was the string "\\u001b[31m"
            "edge-1"           | "  "         | servers[0].id: must not be blank
            "device-2"         | ""           | devices[1].id: must not be blank
            """)
    void showsNothingThatATerminalObeys(String part, String replacement, String complaint) {
        assertComplaint("s.json: " + complaint, () -> ScenarioReader.read("s.json", utf8(replace(part, replacement))));
    }

    @Test
    void showsNothingThatATerminalObeysOutsideOfStrings() {
        String noValue =
                ": expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        assertComplaint(
                "s.json: line 1, column 11: Unexpected character ((CTRL-CHAR, code 155))" + noValue,
                () -> ScenarioReader.read("s.json", utf8("{\"alpha\": \u009b1}")));
        assertComplaint(
                "\\u001b[31m.json: must be JSON, but is empty", () -> ScenarioReader.read("\u001b[31m.json", utf8("")));
    }

    @Test
    void refusesListsThatMustNotBeEmptyOrAreNone() {
        String nothing = withList("twins", "[]").replaceAll("(?s)\"devices\": \\[.*\\]", "\"devices\": []");
        assertComplaint(
                "s.json: twins: must have at least one twin, but was empty",
                () -> ScenarioReader.read("s.json", utf8(nothing)));
        assertComplaint(
                "s.json: servers: must have at least one server, but was empty",
                () -> ScenarioReader.read("s.json", utf8(withList("servers", "[]"))));
        assertComplaint(
                "s.json: servers: must be an array, but was an object",
                () -> ScenarioReader.read("s.json", utf8(withList("servers", "{}"))));
        assertComplaint(
                "s.json: devices: must be an array, but was null",
                () -> ScenarioReader.read("s.json", utf8(withList("devices", "null"))));
    }

    /** ASCII in UTF-16 is valid UTF-8 if there is no byte order mark: every second byte is NUL. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE, 2", "UTF-16BE, 1", "UTF-32LE, 2"})
    void refusesWideCharactersWithoutAByteOrderMark(String encoding, int column) {
        byte[] bytes = SCENARIO.getBytes(Charset.forName(encoding));
        assertComplaint(
                "s.json: line 1, column " + column
                        + ": Illegal character ((CTRL-CHAR, code 0)): only regular white space"
                        + " (\\r, \\n, \\t) is allowed between tokens",
                () -> read(bytes, bytes.length));
    }
}
