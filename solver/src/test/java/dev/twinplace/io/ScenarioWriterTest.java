package dev.twinplace.io;

import static dev.twinplace.io.Documents.SCENARIO;
import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioWriterTest {
    private static String write(Scenario scenario) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(scenario, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Scenario read(String text) {
        return ScenarioReader.read("s.json", utf8(text));
    }

    @Test
    void writesServersTwinsAndDevicesOneToALine() {
        assertEquals("""
                {"format": "twinplace/scenario/1", "name": "small", "alpha": 0.5, "coupling": "capacity", \
                "parameters": {"instructionsPerByte": 10.0, "networkDiscount": 0.15, "radioConstant": 10000.0}, "servers": [
                  {"id": "edge-1", "kind": "edge", "x": 200.0, "y": 200.0, "clockGHz": 1.8, \
                "transmitMilliJoulePerMB": 0.125, "computeMilliJoulePerGigaInstruction": 0.125, "capacityMB": 75.0},
                  {"id": "cloud", "kind": "cloud", "clockGHz": 3.5, "transmitMilliJoulePerMB": 0.15, \
                "computeMilliJoulePerGigaInstruction": 0.1}
                ], "twins": [
                  "twin-1",
                  "twin-2"
                ], "devices": [
                  {"id": "device-1", "twin": "twin-2", "x": 12.5, "y": 700.0, "workloadMB": 31.0, "bandwidthMbps": 1000.0},
                  {"id": "device-2", "twin": "twin-1", "x": 100.0, "y": 0.0, "workloadMB": 10.25, "bandwidthMbps": 1000.0}
                ]}
                """, write(read(SCENARIO)));
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void readsBackWhatItWrote(Coupling coupling) {
        for (Profile profile : Profile.values()) {
            if (profile == Profile.OPERATOR && coupling == Coupling.INDEPENDENT) {
                continue; // its servers have capacities
            }
            for (long seed = 0; seed < 10; seed++) {
                Scenario scenario = ScenarioGenerator.table2(profile, coupling).generate(seed);
                String text = write(scenario);
                assertEquals(scenario, read(text));
                assertEquals(text, write(read(text)));
            }
        }
    }

    /** The file of the design document, which has more white space. */
    @Test
    void readsBackTheDocumentedExample() {
        String documented = """
                {"format": "twinplace/scenario/1", "name": "table2-7", "alpha": 0.5, "coupling": "capacity",
                 "parameters": {"instructionsPerByte": 10.0, "networkDiscount": 0.15, "radioConstant": 10000.0},
                 "servers": [
                   {"id": "edge-1", "kind": "edge", "x": 200.0, "y": 200.0, "clockGHz": 1.8, "transmitMilliJoulePerMB": 0.125,
                    "computeMilliJoulePerGigaInstruction": 0.125, "capacityMB": 750.0},
                   {"id": "cloud", "kind": "cloud", "clockGHz": 3.5, "transmitMilliJoulePerMB": 0.15, "computeMilliJoulePerGigaInstruction": 0.1}],
                 "twins": ["twin-1", "twin-2"],
                 "devices": [{"id": "device-1", "twin": "twin-1", "x": 12.5, "y": 700.0, "workloadMB": 31.0, "bandwidthMbps": 1000.0}]}
                """;
        Scenario scenario = read(documented);
        assertEquals(750, scenario.servers().get(0).capacityMB());
        assertEquals(List.of(new Device("device-1", 0, 12.5, 700, 31, 1000)), scenario.devices());
        assertEquals(scenario, read(write(scenario)));
        assertEquals(documented.replaceAll("\\s", ""), write(scenario).replaceAll("\\s", ""));
    }

    @Test
    void keepsEveryBitOfANumber() {
        Scenario scenario = new Scenario(
                "extremes \"quoted\" \\ Straße 東京 \uD83D\uDE80",
                Math.nextDown(1.0),
                Coupling.CONTENTION,
                new ModelParameters(0, Double.MIN_VALUE, Double.MAX_VALUE),
                List.of(new EdgeServer(
                        "e", -0.0, -Double.MAX_VALUE, 0.1 + 0.2, 0x1.52d02c7e14af6p76, Math.nextUp(9e15), 0)),
                List.of("t"),
                List.of(new Device("d", 0, Math.PI, -Math.E, Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL))));
        assertEquals(scenario, read(write(scenario)));
    }

    @Test
    void writesNoDevices() {
        Scenario empty = new Scenario(
                "empty",
                0,
                Coupling.INDEPENDENT,
                new ModelParameters(1, 1, 1),
                List.of(new EdgeServer("e", 0, 0, 1, 0, 0, Double.POSITIVE_INFINITY)),
                List.of("t"),
                List.of());
        assertTrue(write(empty).endsWith("\"devices\": []}\n"));
        assertEquals(empty, read(write(empty)));
    }

    @Test
    void leavesTheStreamOpen() {
        boolean[] closed = {false};
        OutputStream out = new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void close() throws IOException {
                closed[0] = true;
                super.close();
            }
        };
        ScenarioWriter.write(read(SCENARIO), out);
        assertFalse(closed[0]);
    }

    @Test
    void passesOnThatTheStreamFailed() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> ScenarioWriter.write(read(SCENARIO), full));
        assertEquals("no space left", failure.getCause().getMessage());
    }

    @Test
    void complainsAboutAFullDevice() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        assertComplaint(
                "/dev/full: must be writable, but there was an error: No space left on device",
                () -> ScenarioWriter.write(read(SCENARIO), full));
        assertTrue(Files.exists(full) && !Files.isRegularFile(full), "must still be a device");
    }
}
