package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.function.Executable;

/** What the tests of readers share: input from text, a small scenario, and how a complaint is asserted. */
final class Documents {
    /** Every field once, and a server of each kind. */
    static final String SCENARIO = """
            {"format": "twinplace/scenario/1", "name": "small", "alpha": 0.5, "coupling": "capacity",
             "parameters": {"instructionsPerByte": 10, "networkDiscount": 0.15, "radioConstant": 10000.0},
             "servers": [
               {"id": "edge-1", "kind": "edge", "x": 200, "y": 200.0, "clockGHz": 1.8, "transmitMilliJoulePerMB": 0.125,
                "computeMilliJoulePerGigaInstruction": 0.125, "capacityMB": 75},
               {"id": "cloud", "kind": "cloud", "clockGHz": 3.5, "transmitMilliJoulePerMB": 0.15,
                "computeMilliJoulePerGigaInstruction": 0.1}],
             "twins": ["twin-1", "twin-2"],
             "devices": [
               {"id": "device-1", "twin": "twin-2", "x": 12.5, "y": 700.0, "workloadMB": 31.0, "bandwidthMbps": 1000},
               {"id": "device-2", "twin": "twin-1", "x": 1e2, "y": 0, "workloadMB": 10.25, "bandwidthMbps": 1000}]}
            """;

    private Documents() {}

    static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static void assertComplaint(String message, Executable reading) {
        assertEquals(message, assertThrows(InvalidInputException.class, reading).getMessage());
    }
}
