package dev.twinplace.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.CountsCsvReader;
import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeoScenarioTest {
    private static final GeoScenario TWO_TWINS = new GeoScenario("test", Coupling.CAPACITY, 2, 0.5);
    private static final List<Site> SITES =
            List.of(new Site("north", new GeoPoint(1, 1)), new Site("south", new GeoPoint(0.9, 1)));

    private static List<SurveyedDevice> devices(double... counts) {
        List<SurveyedDevice> devices = new ArrayList<>();
        for (int n = 0; n < counts.length; n++) {
            devices.add(new SurveyedDevice(
                    "device-" + n,
                    new GeoPoint(1, 1 + 0.001 * n),
                    counts[n] < 0 ? OptionalDouble.empty() : OptionalDouble.of(counts[n])));
        }
        return devices;
    }

    private static List<Double> workloads(Scenario scenario) {
        return scenario.devices().stream().map(Device::workloadMB).toList();
    }

    private static List<Double> clocks(Scenario scenario) {
        return scenario.servers().stream().map(Server::clockGHz).toList();
    }

    @Test
    void scalesCountsToWorkloadsAndDrawsTheOthers() {
        List<Double> workloads = workloads(TWO_TWINS.build(SITES, devices(100, 500, 300, -1), 1));
        assertEquals(List.of(10.0, 40.0, 25.0), workloads.subList(0, 3));
        assertTrue(workloads.get(3) >= 10 && workloads.get(3) <= 40);
        assertEquals(List.of(25.0, 25.0), workloads(TWO_TWINS.build(SITES, devices(7, 7), 1)));
    }

    @Test
    void addsTheCloudLastAndClocksFromTable2() {
        Scenario scenario = TWO_TWINS.build(SITES, devices(1, 2), 1);
        assertEquals(
                List.of("north", "south", "cloud"),
                scenario.servers().stream().map(Server::id).toList());
        assertEquals(PaperDefaults.cloud(), scenario.servers().get(2));
        assertTrue(clocks(scenario).subList(0, 2).stream().allMatch(clock -> clock >= 1.8 && clock < 3.0));
        assertEquals(List.of("twin-1", "twin-2"), scenario.twins());
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void dividesThreeQuartersOfTheWorkloadAmongEdgesUnderCapacity(Coupling coupling) {
        Scenario scenario = new GeoScenario("test", coupling, 1, 0.5).build(SITES, devices(1, 2), 1);
        double expected = coupling == Coupling.CAPACITY ? 0.75 / 2 * 50 : Double.POSITIVE_INFINITY;
        assertEquals(expected, scenario.servers().get(0).capacityMB());
        assertEquals(expected, scenario.servers().get(1).capacityMB());
    }

    @Test
    void drawsFromSeparateStreams() {
        Scenario scenario = TWO_TWINS.build(SITES, devices(-1, -1, -1), 5);
        assertEquals(scenario, TWO_TWINS.build(SITES, devices(-1, -1, -1), 5));
        assertNotEquals(workloads(scenario), workloads(TWO_TWINS.build(SITES, devices(-1, -1, -1), 6)));
        List<Site> more = new ArrayList<>(SITES);
        more.add(new Site("far", new GeoPoint(2, 2)));
        Scenario withSite = TWO_TWINS.build(more, devices(-1, -1, -1), 5);
        assertEquals(workloads(scenario), workloads(withSite));
        assertEquals(
                scenario.devices().stream().map(Device::twin).toList(),
                withSite.devices().stream().map(Device::twin).toList());
        Scenario withDevice = TWO_TWINS.build(SITES, devices(-1, -1, -1, -1), 5);
        assertEquals(clocks(scenario), clocks(withDevice));
        assertEquals(workloads(scenario), workloads(withDevice).subList(0, 3));
        assertEquals(
                workloads(scenario).get(2),
                workloads(TWO_TWINS.build(SITES, devices(3, 8, -1), 5)).get(2));
    }

    @Test
    void refusesWhatCannotBeAScenario() {
        List<Site> clash = List.of(SITES.get(0), new Site("cloud", new GeoPoint(0, 0)));
        assertComplaint("sites[1].id: must not be the id of the cloud, but was cloud", clash, devices(1, 2));
        assertComplaint("twins: must be in [1, 1], the number of devices, but was 2", SITES, devices(1));
        assertEquals(
                "count: must be >= 0 and finite, but was -2.0",
                assertThrows(
                                InvalidValueException.class,
                                () -> new SurveyedDevice("d", new GeoPoint(0, 0), OptionalDouble.of(-2)))
                        .getMessage());
    }

    private static void assertComplaint(String message, List<Site> sites, List<SurveyedDevice> devices) {
        assertEquals(
                message,
                assertThrows(InvalidValueException.class, () -> TWO_TWINS.build(sites, devices, 1))
                        .getMessage());
    }

    @Test
    void buildsMelbourneWithItsPedestrians() {
        List<Site> sites = SiteCsvReader.read(SharedData.require("eua/site-optus-melbCBD.csv"));
        List<SurveyedDevice> sensors = DeviceCsvReader.read(
                SharedData.require("melbourne-sensors/sensor_locations.csv"),
                CountsCsvReader.read(
                        SharedData.require("melbourne-sensors/pedestrian_03_2017.csv"),
                        LocalDateTime.of(2017, 3, 15, 8, 0)));
        Scenario scenario = new GeoScenario("melbourne", Coupling.CONTENTION, 15, 0.5).build(sites, sensors, 1);
        assertEquals(126, scenario.servers().size());
        assertEquals(43, scenario.devices().size());
        assertEquals(10, workloads(scenario).stream().mapToDouble(w -> w).min().orElseThrow());
        assertEquals(40, workloads(scenario).stream().mapToDouble(w -> w).max().orElseThrow());
        assertReadsBack(scenario);
    }

    @Test
    void buildsMelbourneWithItsUsers() {
        List<Site> sites = SiteCsvReader.read(SharedData.require("eua/site-optus-melbCBD.csv"));
        List<SurveyedDevice> users = DeviceCsvReader.read(SharedData.require("eua/users-melbcbd-generated.csv"));
        Scenario scenario = new GeoScenario("melbourne", Coupling.CAPACITY, 100, 0.5).build(sites, users, 1);
        assertEquals(126, scenario.servers().size());
        assertEquals(816, scenario.devices().size());
        assertEquals(
                100, scenario.devices().stream().map(Device::twin).distinct().count());
        assertTrue(scenario.devices().stream().allMatch(d -> d.x() < 2500 && d.y() < 2500));
        assertReadsBack(scenario);
    }

    private static void assertReadsBack(Scenario scenario) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(scenario, bytes);
        assertEquals(scenario, ScenarioReader.read("s.json", new ByteArrayInputStream(bytes.toByteArray())));
    }
}
