package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What values the model refuses, and in which words. */
class RulesTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(() -> device("d", 0, 0, 0, -1, 1), "workloadMB: must be > 0 and finite, but was -1.0"),
                refused(() -> device("d", 0, 0, 0, 0, 1), "workloadMB: must be > 0 and finite, but was 0.0"),
                refused(() -> device("d", 0, 0, 0, NONE, 1), "workloadMB: must be > 0 and finite, but was Infinity"),
                refused(
                        () -> device("d", 0, 0, 0, 1, Double.NaN),
                        "bandwidthMbps: must be > 0 and finite, but was NaN"),
                refused(() -> device("d", 0, NONE, 0, 1, 1), "x: must be finite, but was Infinity"),
                refused(() -> device("d", 0, 0, Double.NaN, 1, 1), "y: must be finite, but was NaN"),
                refused(() -> device("d", -1, 0, 0, 1, 1), "twin: must be an index >= 0, but was -1"),
                refused(() -> device(" ", 0, 0, 0, 1, 1), "id: must not be blank"),
                refused(() -> device("a\u001b[31m", 0, 0, 0, 1, 1), "id: must have printable characters only"),
                refused(() -> device("a\nb", 0, 0, 0, 1, 1), "id: must have printable characters only"),
                refused(() -> device("\u202e", 0, 0, 0, 1, 1), "id: must have printable characters only"),
                refused(
                        () -> device("x".repeat(257), 0, 0, 0, 1, 1),
                        "id: must have at most 256 characters, but had 257"),
                refused(() -> edge(0, 0, 0, NONE), "clockGHz: must be > 0 and finite, but was 0.0"),
                refused(() -> edge(1, -1, 0, NONE), "transmitMilliJoulePerMB: must be >= 0 and finite, but was -1.0"),
                refused(
                        () -> edge(1, 0, NONE, NONE),
                        "computeMilliJoulePerGigaInstruction: must be >= 0 and finite, but was Infinity"),
                refused(() -> edge(1, 0, 0, -5), "capacityMB: must be >= 0 and finite, but was -5.0"),
                refused(() -> edge(1, 0, 0, Double.NaN), "capacityMB: must be >= 0 and finite, but was NaN"),
                refused(
                        () -> new ModelParameters(-1, 1, 1),
                        "instructionsPerByte: must be >= 0 and finite, but was -1.0"),
                refused(() -> new ModelParameters(1, 0, 1), "networkDiscount: must be > 0 and finite, but was 0.0"),
                refused(() -> new ModelParameters(1, 1, 0), "radioConstant: must be > 0 and finite, but was 0.0"),
                refused(() -> scenario(1.5, List.of("a"), 0), "alpha: must be in [0, 1], but was 1.5"),
                refused(() -> scenario(Double.NaN, List.of("a"), 0), "alpha: must be in [0, 1], but was NaN"),
                refused(() -> scenario(1, List.of(), 0), "twins: must have at least one twin, but was empty"),
                refused(() -> scenario(1, List.of("a", "a"), 0), "twins[1]: must be unique, but a stands there twice"),
                refused(() -> scenario(1, List.of("a"), 1), "devices[0].twin: must be the index of a twin, but was 1"));
    }

    private static Arguments refused(Executable maker, String message) {
        return Arguments.of(maker, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void refused(Executable maker, CharSequence message) {
        assertEquals(message, assertThrows(InvalidValueException.class, maker).getMessage());
    }

    @Test
    void borderValuesAreFine() {
        assertDoesNotThrow(() -> edge(Double.MIN_VALUE, 0, 0, 0));
        assertDoesNotThrow(() -> edge(1, 0, 0, NONE));
        assertDoesNotThrow(() -> new ModelParameters(0, 1e-300, 1e300));
        assertDoesNotThrow(() -> scenario(0, List.of("a"), 0));
        assertDoesNotThrow(() -> device("Zürich 東京 😀", 0, -1e9, 1e9, 1, 1));
    }

    @Test
    void complaintsCanBePlaced() {
        assertEquals(
                "devices[3].x: must be finite",
                new InvalidValueException("x", "must be finite")
                        .within("devices[3]")
                        .getMessage());
    }

    @Test
    void couplingsGoByTheirIds() {
        for (Coupling coupling : Coupling.values()) {
            assertEquals(coupling, Coupling.ofId(coupling.id()));
        }
        assertThrows(IllegalArgumentException.class, () -> Coupling.ofId("CAPACITY"));
    }

    private static Device device(String id, int twin, double x, double y, double workload, double bandwidth) {
        return new Device(id, twin, x, y, workload, bandwidth);
    }

    private static Server edge(double clock, double transmit, double compute, double capacity) {
        return new EdgeServer("edge", 0, 0, clock, transmit, compute, capacity);
    }

    private static Scenario scenario(double alpha, List<String> twins, int twinOfDevice) {
        return new Scenario(
                "name",
                alpha,
                Coupling.CAPACITY,
                PaperDefaults.PARAMETERS,
                List.of(PaperDefaults.cloud()),
                twins,
                List.of(device("d", twinOfDevice, 0, 0, 1, 1)));
    }
}
