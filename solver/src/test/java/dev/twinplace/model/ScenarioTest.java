package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final CloudServer CLOUD = PaperDefaults.cloud();

    private static Device device(String id, int twin) {
        return new Device(id, twin, 0, 0, 1, 1);
    }

    private static Scenario scenario(
            String name, double alpha, List<Server> servers, List<String> twins, List<Device> devices) {
        return new Scenario(name, alpha, Coupling.INDEPENDENT, PaperDefaults.PARAMETERS, servers, twins, devices);
    }

    private static void requireRefused(String message, List<Server> servers, List<String> twins, Device... devices) {
        List<Device> listed = List.of(devices);
        Exception e = assertThrows(InvalidValueException.class, () -> scenario("name", 0.5, servers, twins, listed));
        assertEquals(message, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void alphaIsAShare(double alpha) {
        assertEquals(
                alpha,
                scenario("name", alpha, List.of(CLOUD), List.of("A"), List.of()).alpha());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
    void alphaOutsideZeroToOneIsRefused(double alpha) {
        Exception e = assertThrows(
                InvalidValueException.class, () -> scenario("name", alpha, List.of(CLOUD), List.of("A"), List.of()));
        assertEquals("alpha: must be in [0, 1], but was " + alpha, e.getMessage());
    }

    @Test
    void theNameObeysTheRulesOfIds() {
        Exception e = assertThrows(
                InvalidValueException.class, () -> scenario(" ", 0.5, List.of(CLOUD), List.of("A"), List.of()));
        assertEquals("name: must not be blank", e.getMessage());
    }

    @Test
    void thereMustBeAServerAndATwinButNoDevice() {
        requireRefused("servers: must have at least one server, but was empty", List.of(), List.of("A"));
        requireRefused("twins: must have at least one twin, but was empty", List.of(CLOUD), List.of());
        assertEquals(
                0,
                scenario("name", 0.5, List.of(CLOUD), List.of("A"), List.of())
                        .devices()
                        .size());
    }

    @Test
    void idsAreUniqueWithinTheirList() {
        Server edge = PaperDefaults.edge("cloud", 0, 0, 1, 1);
        requireRefused(
                "servers[1].id: must be unique, but cloud stands there twice", List.of(CLOUD, edge), List.of("A"));
        requireRefused("twins[2]: must be unique, but A stands there twice", List.of(CLOUD), List.of("A", "B", "A"));
        requireRefused(
                "devices[1].id: must be unique, but d stands there twice",
                List.of(CLOUD),
                List.of("A", "B"),
                device("d", 0),
                device("d", 1));
    }

    @Test
    void oneIdMayStandInSeveralLists() {
        Scenario scenario = scenario("same", 0.5, List.of(CLOUD), List.of("cloud"), List.of(device("cloud", 0)));
        assertEquals("cloud", scenario.twins().get(0));
    }

    @Test
    void twinIdsObeyTheRulesOfIds() {
        requireRefused("twins[1]: must not be blank", List.of(CLOUD), List.of("A", ""));
        requireRefused("twins[0]: must have printable characters only", List.of(CLOUD), List.of("A\n"));
    }

    @Test
    void everyDeviceBelongsToATwinThatExists() {
        requireRefused(
                "devices[1].twin: must be the index of a twin, but was 2",
                List.of(CLOUD),
                List.of("A", "B"),
                device("d", 1),
                device("e", 2));
    }

    @Test
    void aScenarioDoesNotChangeWithTheListsItWasMadeFrom() {
        List<Server> servers = new ArrayList<>(List.of(CLOUD));
        List<String> twins = new ArrayList<>(List.of("A"));
        List<Device> devices = new ArrayList<>(List.of(device("d", 0)));
        Scenario scenario = scenario("name", 0.5, servers, twins, devices);
        servers.clear();
        twins.clear();
        devices.clear();
        assertEquals(List.of(CLOUD), scenario.servers());
        assertEquals(List.of("A"), scenario.twins());
        assertEquals(List.of(device("d", 0)), scenario.devices());
        assertThrows(
                UnsupportedOperationException.class, () -> scenario.devices().clear());
    }
}
