package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.problem.PlacementProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not a certificate is one line of complaint that names the line, the field, the value and the rule. */
class CertificateReaderTest {
    private static final Schema SCHEMA = load();

    private static final PlacementProblem PROBLEM =
            PlacementProblem.builder(2, 2).cost(0, 1, 1).cost(1, 1, 1).build();

    private static final String HEADER = "{\"format\":\"twinplace/certificate/1\",\"problem\":\""
            + ProblemHash.of(PROBLEM)
            + "\",\"status\":\"OPTIMAL\",\"placement\":[0,0],\"cost\":0,\"bound\":0,\"nodes\":3}";
    private static final String ROOT = "{\"node\":0,\"exclude\":[{\"by\":\"free-server\",\"pairs\":[0,1]},"
            + "{\"by\":\"prices\",\"prices\":[0,0.5],\"pairs\":[]}],\"close\":\"branch\",\"on\":1}";
    private static final String FIRST = "{\"node\":1,\"parent\":0,\"twin\":1,\"server\":0,\"close\":\"placement\"}";
    private static final String SECOND =
            "{\"node\":2,\"parent\":0,\"twin\":1,\"server\":1,\"close\":\"bound\",\"prices\":[0,0]}";
    private static final List<String> LINES = List.of(HEADER, ROOT, FIRST, SECOND);

    private static Schema load() {
        try (InputStream text = CertificateReader.class.getResourceAsStream("certificate-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Verification verify(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CertificateVerifier.verify(PROBLEM, "proof.jsonl", new ByteArrayInputStream(bytes));
    }

    private static void assertDamaged(String text, String complaint) {
        InvalidInputException damaged = assertThrows(InvalidInputException.class, () -> verify(text));
        assertTrue(damaged.getMessage().startsWith("proof.jsonl: " + complaint), damaged.getMessage());
        assertEquals(1, damaged.getMessage().lines().count());
        assertTrue(damaged.getMessage().length() < 1100, damaged.getMessage());
    }

    @Test
    void theCertificateHoldsBeforeItIsDamaged() {
        assertInstanceOf(Verification.Holds.class, verify(String.join("\n", LINES)));
        assertInstanceOf(Verification.Holds.class, verify(String.join("\r\n\r\n", LINES) + "\n \n"));
        LINES.forEach(line -> assertTrue(schemaAccepts(line), line));
    }

    @Test
    void theSchemaIsValidItself() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        try (InputStream text = CertificateReader.class.getResourceAsStream("certificate-1.schema.json")) {
            String schema = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("[]", meta.validate(schema, InputFormat.JSON).toString());
        }
    }

    private static boolean schemaAccepts(String line) {
        return SCHEMA.validate(line, InputFormat.JSON).isEmpty();
    }

    /** The last column: whether the schema, which knows one line and not the problem, refuses it as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | certificate/1    | certificate/2     | line 1: format: must be "twinplace/certificate/1", but was "twinplace/certificate/2" | true
            1 | "format":"twinplace/certificate/1", | `` | line 1: format: must be there, but is missing | true
            1 | "cost":0         | "costs":0         | line 1: costs: must be one of the fields format, problem, status | true
            1 | "cost":0,        | ``                | line 1: cost: must be there, but is missing | true
            1 | "cost":0         | "cost":0,"cost":0 | line 1: Duplicate | false
            1 | "cost":0         | "cost":"0"        | line 1: cost: must be a number, but was the string "0" | true
            1 | "cost":0         | "cost":NaN        | line 1: Non-standard token 'NaN' | false
            1 | "cost":0         | "cost":1e309      | line 1: cost: must be finite in double precision | true
            1 | "cost":0         | "cost":1e-999999999 | line 1: cost: must be finite in double precision and have at most | false
            1 | "cost":0         | "cost":1e2147483647 | line 1: | false
            1 | OPTIMAL          | optimal           | line 1: status: must be one of OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN, but was "optimal" | true
            1 | "placement":[0,0] | "placement":[0,-1] | line 1: placement[1]: must be from 0 to 2147483647, but was -1 | true
            1 | "placement":[0,0] | "placement":0    | line 1: placement: must be an array, but was 0 | true
            1 | "problem":"      | "problem":"0      | line 1: problem: must be 64 hexadecimal digits | true
            1 | "nodes":3        | "nodes":0         | line 1: nodes: must be at least 1, but was 0 | true
            1 | "nodes":3        | "nodes":3.0       | line 1: nodes: must be an integer, but was 3.0 | false
            1 | "nodes":3        | "nodes":2         | line 4: node: must be from 0 to 1, but was 2 | false
            1 | "nodes":3        | "nodes":99999999999 | line 1: nodes: must be from 0 to 2147483647 | true
            2 | "node":0,        | ``                | line 2: node: must be there, but is missing | true
            2 | "node":0         | "node":0,"parent":0 | line 2: parent: must not be here, but is | true
            2 | "node":0         | "node":true       | line 2: node: must be an integer, but was true | true
            2 | "pairs":[0,1]    | "pairs":[0]       | line 2: exclude[0].pairs: must have a server for each twin | false
            2 | "pairs":[0,1]    | "pairs":[2,1]     | line 2: exclude[0].pairs: must be pairs of a twin and a server, but number 0 was 2 | false
            2 | "pairs":[0,1]    | "pairs":[0,2]     | line 2: exclude[0].pairs: must be pairs of a twin and a server, but number 1 was 2 | false
            2 | "pairs":[0,1]    | "pairs":[0,null]  | line 2: exclude[0].pairs[1]: must be an integer, but was null | true
            2 | free-server      | magic             | line 2: exclude[0].by: must be one of prices, free-server, alike, limits, but was "magic" | true
            2 | "by":"free-server", | ``             | line 2: by: must be there, but is missing | true
            2 | "prices":[0,0.5],| ``                | line 2: prices: must be there, but is missing | true
            2 | [0,0.5]          | [0]               | line 2: exclude[1].prices: must have a price for each of 2 twins, but had 1 | false
            2 | [0,0.5]          | [0,0.5,0]         | line 2: exclude[1].prices[2]: must be absent after a price for each of 2 twins | false
            2 | [0,0.5]          | [0,-1e400]        | line 2: exclude[1].prices[1]: must be finite in double precision, but was -1e400 | true
            2 | [0,0.5]          | [0,Infinity]      | line 2: Non-standard token 'Infinity' | false
            2 | ,"on":1          | ``                | line 2: on: must be there, but is missing | true
            2 | "on":1           | "on":2            | line 2: on: must be from 0 to 1, but was 2 | false
            3 | "node":1         | "node":0          | line 3: parent: must not be here, but is | true
            3 | "node":1         | "node":2          | line 4: node: must be there once, but 2 was before | false
            3 | "parent":0,      | ``                | line 3: parent: must be there, but is missing | true
            3 | "parent":0       | "parent":3        | line 3: parent: must be from 0 to 2, but was 3 | false
            3 | "server":0       | "server":2        | line 3: server: must be from 0 to 1, but was 2 | false
            3 | placement        | bound             | line 3: prices: must be there, but is missing | true
            3 | "close"          | "prices":[0,0],"close" | line 3: prices: must not be here, but is | true
            3 | }                | ,}                | line 3: Unexpected character | false
            3 | {"node":1        | [{"node":1        | line 3: must be an object, but was an array | false
            """)
    void damagedLines(int line, String truth, String damage, String complaint, boolean schemaRefuses) {
        String old = LINES.get(line - 1);
        assertTrue(old.contains(truth), old);
        String damaged = old.replace(truth, damage);
        assertDamaged(String.join("\n", LINES).replace(old, damaged), complaint);
        if (schemaRefuses) {
            assertFalse(schemaAccepts(damaged), damaged);
        }
    }

    @Test
    void damagedFiles() {
        String text = String.join("\n", LINES);
        assertDamaged("", "must be a certificate, but is empty");
        assertDamaged(text.substring(0, text.length() - 5), "line 4: Unexpected end-of-input");
        assertDamaged(text.substring(0, HEADER.length() / 2), "line 1: Unexpected end-of-input");
        assertDamaged(text + "\n" + SECOND, "line 5: must be absent after 3 nodes");
        assertDamaged(text.replace("\n", " "), "line 1: must begin on a line of its own");
        assertDamaged(
                text.replace(",\"close\":\"placement\"", ",\n\"close\":\"placement\""), "line 4: must end on the line");
        assertDamaged("7", "line 1: must be an object, but was 7");
        assertDamaged("{\"format\":\"twinplace/scenario/1\"}", "line 1: format: must be \"twinplace/certificate/1\"");
        byte[] notUtf8 = text.getBytes(StandardCharsets.UTF_8);
        notUtf8[20] = (byte) 0xff;
        InvalidInputException damaged = assertThrows(
                InvalidInputException.class,
                () -> CertificateVerifier.verify(PROBLEM, "p", new ByteArrayInputStream(notUtf8)));
        assertEquals("p: must be UTF-8, but is not", damaged.getMessage());
    }

    @Test
    void hugeLinesDoNoHarm() {
        String zeros = String.join(",", Collections.nCopies(300_000, "0"));
        String text = String.join("\n", LINES);
        assertDamaged(text.replace("[0,0.5]", "[" + zeros + "]"), "line 2: exclude[1].prices[2]: must be absent");
        Verification placement = verify(text.replace("[0,0]", "[" + zeros + "]"));
        assertEquals("refuted: header: the placement has 300000 servers for 2 twins", placement.message());
        assertDamaged(text.replace("\"cost\":0", "\"cost\":" + "1".repeat(5_000)), "line 1: ");
        assertDamaged(text.replace("[0,0.5]", "[".repeat(50_000)), "line 2: exclude[1].prices[0]: must be a number");
        assertDamaged(text.replace("free-server", "x".repeat(1_000_000)), "line 2: exclude[0].by: must be one of");
        assertDamaged(
                text.replace("\"nodes\":3", "\"nodes\":2147483647").replace("\"node\":2", "\"node\":2147483647"),
                "line 4: node: must be from 0 to 2147483646");
    }

    /** The exact sum of a double and a bound next to 0 has more than a thousand digits. */
    @Test
    void decimalsMayBeAsLongAsExactSumsOfDoublesAre() {
        String bound = "0." + "1".repeat(1050);
        String header = "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + "0".repeat(64)
                + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":" + bound + ",\"nodes\":1}\n";
        InputStream bytes = new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                new BigDecimal(bound),
                new CertificateReader("proof", bytes, 2, 2, 0).header().bound());
    }
}
