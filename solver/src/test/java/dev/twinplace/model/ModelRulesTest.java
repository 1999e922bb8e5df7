package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values at and beyond the borders of what devices, servers and parameters may hold, with the exact messages. */
class ModelRulesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double TINY = Double.MIN_VALUE;
    private static final double HUGE = Double.MAX_VALUE;

    /** A component of a record, by a constructor that lets it vary. */
    private record Component(String name, DoubleFunction<Object> constructor) {
        @Override
        public String toString() {
            return name;
        }

        Arguments with(double value) {
            return arguments(this, value);
        }
    }

    private static Stream<Component> positive() {
        return Stream.of(
                new Component("workloadMB", v -> new Device("d", 0, 0, 0, v, 1)),
                new Component("bandwidthMbps", v -> new Device("d", 0, 0, 0, 1, v)),
                new Component("clockGHz", v -> new EdgeServer("e", 0, 0, v, 1, 1, 1)),
                new Component("clockGHz", v -> new CloudServer("c", v, 1, 1, 1)),
                new Component("networkDiscount", v -> new ModelParameters(1, v, 1)),
                new Component("radioConstant", v -> new ModelParameters(1, 1, v)));
    }

    private static Stream<Component> notNegative() {
        return Stream.of(
                new Component("transmitMilliJoulePerMB", v -> new EdgeServer("e", 0, 0, 1, v, 1, 1)),
                new Component("computeMilliJoulePerGigaInstruction", v -> new EdgeServer("e", 0, 0, 1, 1, v, 1)),
                new Component("transmitMilliJoulePerMB", v -> new CloudServer("c", 1, v, 1, 1)),
                new Component("computeMilliJoulePerGigaInstruction", v -> new CloudServer("c", 1, 1, v, 1)),
                new Component("instructionsPerByte", v -> new ModelParameters(v, 1, 1)));
    }

    private static Stream<Component> capacities() {
        return Stream.of(
                new Component("capacityMB", v -> new EdgeServer("e", 0, 0, 1, 1, 1, v)),
                new Component("capacityMB", v -> new CloudServer("c", 1, 1, 1, v)));
    }

    private static Stream<Component> finite() {
        return Stream.of(
                new Component("x", v -> new Device("d", 0, v, 0, 1, 1)),
                new Component("y", v -> new Device("d", 0, 0, v, 1, 1)),
                new Component("x", v -> new EdgeServer("e", v, 0, 1, 1, 1, 1)),
                new Component("y", v -> new EdgeServer("e", 0, v, 1, 1, 1, 1)));
    }

    private static Stream<Arguments> each(Stream<Component> components, double... values) {
        return components.flatMap(component -> DoubleStream.of(values).mapToObj(component::with));
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                        each(positive(), TINY, 1, HUGE),
                        each(notNegative(), 0, TINY, HUGE),
                        each(capacities(), 0, TINY, HUGE, INFINITE),
                        each(finite(), -HUGE, 0, HUGE))
                .flatMap(arguments -> arguments);
    }

    static Stream<Arguments> notPositive() {
        return each(positive(), 0, -TINY, -1, INFINITE, -INFINITE, Double.NaN);
    }

    static Stream<Arguments> negative() {
        return Stream.concat(
                each(notNegative(), -TINY, -1, INFINITE, -INFINITE, Double.NaN),
                each(capacities(), -TINY, -1, -INFINITE, Double.NaN));
    }

    static Stream<Arguments> notFinite() {
        return each(finite(), INFINITE, -INFINITE, Double.NaN);
    }

    private static void requireRefused(String message, Executable construction) {
        Exception e = assertThrows(InvalidValueException.class, construction);
        assertEquals(message, e.getMessage());
    }

    @ParameterizedTest
    @MethodSource
    void accepted(Component component, double value) {
        assertDoesNotThrow(() -> component.constructor.apply(value));
    }

    @ParameterizedTest
    @MethodSource
    void notPositive(Component component, double value) {
        requireRefused(
                component.name + ": must be " + (value == INFINITE ? "finite" : "> 0") + ", but was " + value,
                () -> component.constructor.apply(value));
    }

    @ParameterizedTest
    @MethodSource
    void negative(Component component, double value) {
        requireRefused(
                component.name + ": must be " + (value == INFINITE ? "finite" : ">= 0") + ", but was " + value,
                () -> component.constructor.apply(value));
    }

    @ParameterizedTest
    @MethodSource
    void notFinite(Component component, double value) {
        requireRefused(component.name + ": must be finite, but was " + value, () -> component.constructor.apply(value));
    }

    @Test
    void aDevicesTwinIsAnIndex() {
        assertEquals(0, new Device("d", 0, 0, 0, 1, 1).twin());
        requireRefused("twin: must be an index >= 0, but was -1", () -> new Device("d", -1, 0, 0, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Zürich Süd 3", "孪生-1", "😀", "#/[0]\"'"})
    void idsMayHaveAnyPrintableCharacters(String id) {
        assertEquals(id, new Device(id, 0, 0, 0, 1, 1).id());
        assertEquals(id, new EdgeServer(id, 0, 0, 1, 1, 1, 1).id());
        assertEquals(id, new CloudServer(id, 1, 1, 1, 1).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void anIdIsNotBlank(String id) {
        requireRefused("id: must not be blank", () -> new Device(id, 0, 0, 0, 1, 1));
        requireRefused("id: must not be blank", () -> new EdgeServer(id, 0, 0, 1, 1, 1, 1));
        requireRefused("id: must not be blank", () -> new CloudServer(id, 1, 1, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\0", "\u001b[31mred", "a\u202eb", "a\ud800", "a\u2028b", "a\u2029b", "a\u0378"})
    void anIdHasPrintableCharactersOnly(String id) {
        requireRefused("id: must have printable characters only", () -> new Device(id, 0, 0, 0, 1, 1));
    }

    @Test
    void anIdHasAtMost256Characters() {
        assertDoesNotThrow(() -> new Device("x".repeat(256), 0, 0, 0, 1, 1));
        requireRefused(
                "id: must have at most 256 characters, but had 257", () -> new Device("x".repeat(257), 0, 0, 0, 1, 1));
    }

    @Test
    void aComplaintCanBePutWithinSomethingLarger() {
        InvalidValueException inner =
                assertThrows(InvalidValueException.class, () -> new Device("d", 0, 0, 0, -1.0, 1));
        assertEquals(
                "devices[3].workloadMB: must be > 0, but was -1.0",
                inner.within("devices[3]").getMessage());
    }
}
