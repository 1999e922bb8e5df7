package dev.twinplace.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioGeneratorTest {
    @Test
    void theSameSeedGivesTheSameScenarioOnEveryJdk() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY);
        Scenario scenario = generator.generate(7);
        assertEquals(scenario, generator.generate(7));
        assertNotEquals(scenario, generator.generate(8));
        assertEquals("clustered-7", scenario.name());
        Device device = scenario.devices().get(119);
        assertEquals(GOLDEN_DEVICE, device);
    }

    /** As drawn by JDK 17. */
    private static final Device GOLDEN_DEVICE =
            new Device("device-120", 10, 491.9695951704487, 307.86669104526294, 12.755591997251436, 1000);

    @Test
    void table2HasTheSizesAndServersOfThePaper() {
        Scenario scenario =
                ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT).generate(1);
        assertEquals(15, scenario.twins().size());
        assertEquals(120, scenario.devices().size());
        assertEquals(0.5, scenario.alpha());
        List<EdgeServer> edges = edges(scenario);
        assertEquals(
                List.of(1.8, 2.4, 3.0), edges.stream().map(EdgeServer::clockGHz).toList());
        assertEquals(
                List.of(200.0, 500.0, 800.0), edges.stream().map(EdgeServer::x).toList());
        assertEquals(
                List.of(200.0, 600.0, 250.0), edges.stream().map(EdgeServer::y).toList());
        assertTrue(scenario.servers().get(3) instanceof CloudServer);
        assertTrue(edges.stream().allMatch(edge -> edge.capacityMB() == Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource
    void valuesStayInTheirRanges(Profile profile) {
        Scenario scenario = new ScenarioGenerator(profile, Coupling.CONTENTION, 40, 4000, 9, 1).generate(2);
        for (Device device : scenario.devices()) {
            assertTrue(device.x() >= 0 && device.x() <= 1000 && device.y() >= 0 && device.y() <= 800);
            assertTrue(device.workloadMB() >= 10 && device.workloadMB() < 40);
        }
        for (EdgeServer edge : edges(scenario)) {
            assertTrue(edge.clockGHz() >= 1.8 && edge.clockGHz() < 3.0);
            assertTrue(edge.x() >= 0 && edge.x() < 1000 && edge.y() >= 0 && edge.y() < 800);
        }
        double mean = scenario.devices().stream()
                .mapToDouble(Device::workloadMB)
                .average()
                .orElseThrow();
        assertEquals(25, mean, 0.5);
        assertEquals(
                40, scenario.devices().stream().map(Device::twin).distinct().count());
    }

    @Test
    void withoutClustersDevicesLieAnywhereWhateverTheirTwin() {
        Scenario scenario = new ScenarioGenerator(Profile.TABLE2, Coupling.CONTENTION, 2, 40_000, 3, 0.5).generate(3);
        int[] counts = new int[2 * 4 * 4];
        for (Device device : scenario.devices()) {
            int column = (int) (device.x() / 250);
            int row = (int) (device.y() / 200);
            counts[(device.twin() * 4 + column) * 4 + row]++;
        }
        for (int count : counts) {
            assertEquals(1250, count, 5 * Math.sqrt(1250), "of 40,000 devices in 32 equal cells");
        }
    }

    @Test
    void devicesOfATwinAreClusteredAroundItsCentre() {
        Scenario scenario =
                new ScenarioGenerator(Profile.CLUSTERED, Coupling.CONTENTION, 50, 20_000, 3, 0.5).generate(3);
        double variance = 0;
        int inner = 0;
        for (int m = 0; m < 50; m++) {
            int twin = m;
            List<Device> own = scenario.devices().stream()
                    .filter(device -> device.twin() == twin)
                    .toList();
            double centre = own.stream().mapToDouble(Device::x).average().orElseThrow();
            if (centre > 300 && centre < 700) { // far from the border, where devices pile up
                variance += own.stream()
                        .mapToDouble(device -> square(device.x() - centre))
                        .average()
                        .orElseThrow();
                inner++;
            }
        }
        assertEquals(80, Math.sqrt(variance / inner), 2);
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void moreEdgesDoNotMoveADevice() {
        Scenario few = new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 5, 30, 2, 0.5).generate(9);
        Scenario many = new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 5, 30, 8, 0.5).generate(9);
        assertEquals(few.devices(), many.devices());
    }

    @Test
    void edgesTogetherTakeThreeQuartersOfTheWorkload() {
        Scenario scenario =
                ScenarioGenerator.table2(Profile.TABLE2, Coupling.CAPACITY).generate(4);
        double total =
                scenario.devices().stream().mapToDouble(Device::workloadMB).sum();
        for (EdgeServer edge : edges(scenario)) {
            assertEquals(0.75 * total / 3, edge.capacityMB(), 1e-9);
        }
        assertEquals(Double.POSITIVE_INFINITY, scenario.servers().get(3).capacityMB());
    }

    @Test
    void twelveHundredThousandDevicesAreNoTrouble() {
        Scenario scenario =
                new ScenarioGenerator(Profile.CLUSTERED, Coupling.CONTENTION, 100, 1_200_000, 3, 0.5).generate(1);
        assertEquals(1_200_000, scenario.devices().size());
        assertEquals("device-1200000", scenario.devices().get(1_199_999).id());
    }

    @Test
    void otherNumbersOfEdgesAreDrawnAsOnEveryJdk() {
        Scenario scenario = new ScenarioGenerator(Profile.TABLE2, Coupling.CONTENTION, 2, 3, 4, 0.5).generate(7);
        EdgeServer last = edges(scenario).get(3);
        assertEquals("edge-4", last.id());
        assertEquals(
                List.of(453.7709130079005, 132.71056691133234, 2.3026271531861013),
                List.of(last.x(), last.y(), last.clockGHz()));
    }

    @Test
    void aCloudAloneWillDo() {
        Scenario scenario = new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 1, 0, 0, 0).generate(1);
        assertEquals(1, scenario.servers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0.5, twins: must be >= 1",
        "1, -1, 1, 0.5, devices: must be >= 0",
        "1, 1, -1, 0.5, edges",
        "1, 1, 1, 2, alpha"
    })
    void badSettingsAreRefused(int twins, int devices, int edges, double alpha, String message) {
        String actual = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, twins, devices, edges, alpha))
                .getMessage();
        assertTrue(actual.startsWith(message), actual);
    }

    private static List<EdgeServer> edges(Scenario scenario) {
        return scenario.servers().stream()
                .filter(EdgeServer.class::isInstance)
                .map(EdgeServer.class::cast)
                .toList();
    }
}
