package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioWarningsTest {
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;
    private static final double LIMIT = ScenarioWarnings.MAX_PLAUSIBLE_METRES;

    private static Server edge(String id, double x, double capacity) {
        return new EdgeServer(id, x, 0, 1, 0, 0, capacity);
    }

    private static Server cloud(double capacity) {
        return new CloudServer("cloud", 1, 0, 0, capacity);
    }

    private static List<String> warnings(Coupling coupling, List<Server> servers, double... devicesNorth) {
        List<Device> devices = new ArrayList<>();
        for (double y : devicesNorth) {
            devices.add(new Device("d" + devices.size(), 0, 0, y, 1, 1));
        }
        ModelParameters parameters = new ModelParameters(1, 1, 1);
        return ScenarioWarnings.of(new Scenario("s", 0.5, coupling, parameters, servers, List.of("t"), devices));
    }

    @ParameterizedTest
    @EnumSource
    void aPlainScenarioHasNone(Coupling coupling) {
        double capacity = coupling == Coupling.CAPACITY ? 9 : UNLIMITED;
        assertEquals(List.of(), warnings(coupling, List.of(edge("e", 0, capacity), cloud(UNLIMITED)), 0, 5000));
    }

    @Test
    void aCapacityThatTheCouplingIgnores() {
        List<Server> servers = List.of(edge("e", 0, UNLIMITED), edge("f", 0, 9), cloud(9));
        assertEquals(
                List.of("servers[1].capacityMB: has no effect, for the coupling is independent; 1 more server"),
                warnings(Coupling.INDEPENDENT, servers));
        assertEquals(
                List.of("servers[0].capacityMB: has no effect, for the coupling is contention"),
                warnings(Coupling.CONTENTION, List.of(edge("e", 0, 0), cloud(UNLIMITED))));
        assertEquals(List.of(), warnings(Coupling.CAPACITY, servers));
    }

    @Test
    void aCouplingThatCouplesNothing() {
        assertEquals(
                List.of("coupling: has no effect, for it is capacity and no server has a capacityMB"),
                warnings(Coupling.CAPACITY, List.of(edge("e", 0, UNLIMITED), cloud(UNLIMITED))));
        assertEquals(
                List.of("coupling: has no effect, for it is contention and no server is an edge"),
                warnings(Coupling.CONTENTION, List.of(cloud(UNLIMITED))));
        Constraints second = new Constraints(true, List.of(), List.of(), List.of(), List.of());
        assertEquals(
                List.of("contention: has no effect, for it is true and no server is an edge"),
                ScenarioWarnings.of(new Scenario(
                        "s",
                        0.5,
                        Coupling.CONTENTION,
                        new ModelParameters(1, 1, 1),
                        List.of(cloud(UNLIMITED)),
                        List.of("t"),
                        List.of(),
                        second)));
    }

    private static TwinConstraints twin(Map<String, Double> demands, double maxLatencySeconds) {
        return new TwinConstraints(
                demands,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                maxLatencySeconds,
                UNLIMITED,
                OptionalDouble.empty(),
                FailurePolicy.MOVE);
    }

    private static List<String> warnings(TwinConstraints twin) {
        ServerConstraints limited = new ServerConstraints(Set.of(), ServerStatus.UP, Map.of("memoryGB", 4.0));
        Constraints constraints = new Constraints(true, List.of(limited, limited), List.of(twin), List.of(), List.of());
        return ScenarioWarnings.of(new Scenario(
                "s",
                0.5,
                Coupling.INDEPENDENT,
                new ModelParameters(1, 1, 1),
                List.of(edge("e", 0, 1), edge("f", 0, 1)),
                List.of("t"),
                List.of(),
                constraints));
    }

    @Test
    void aCapacityOfWhatNoTwinDemands() {
        assertEquals(List.of(), warnings(twin(Map.of("memoryGB", 1.0), UNLIMITED)));
        assertEquals(
                List.of("servers[0].capacities.memoryGB: has no effect, for no twin demands any; 1 more server"),
                warnings(twin(Map.of("memoryGB", 0.0), UNLIMITED)));
    }

    @Test
    void aLatencyLimitOfATwinWithoutDevices() {
        assertEquals(
                List.of("twins[0].maxLatencySeconds: has no effect, for the twin has no devices"),
                warnings(twin(Map.of("memoryGB", 1.0), 2)));
    }

    @Test
    void aDeviceFarFromEveryEdge() {
        List<Server> servers = List.of(edge("e", -3 * LIMIT, UNLIMITED), edge("f", 0, UNLIMITED));
        assertEquals(List.of(), warnings(Coupling.INDEPENDENT, servers, 0, LIMIT, -LIMIT));
        assertEquals(
                List.of("devices[1]: should be within 1000 km of an edge server, but is 15000 km away"),
                warnings(Coupling.INDEPENDENT, servers, 0, 15 * LIMIT));
        assertEquals(
                List.of(
                        "devices[0]: should be within 1000 km of an edge server, but is 1.0e+97 km away; 2 more devices"),
                warnings(Coupling.INDEPENDENT, servers, 1e100, 0, Math.nextUp(LIMIT) + 1, -1e300));
    }

    @Test
    void whereThereIsNoEdgePlacesDoNotMatter() {
        assertEquals(List.of(), warnings(Coupling.INDEPENDENT, List.of(cloud(UNLIMITED)), 9 * LIMIT));
    }
}
