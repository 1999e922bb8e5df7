package dev.twinplace.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TransmissionTimes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Surveys wider than a plane, and surveys that tell more than places. */
class WideSurveyTest {
    private static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);
    private static final GeoPoint SAN_FRANCISCO = new GeoPoint(37.7749, -122.4194);

    private static SurveyedDevice device(String id, GeoPoint place, String twin, double workloadMB, double demandMB) {
        return new SurveyedDevice(
                id,
                place,
                OptionalDouble.empty(),
                OptionalDouble.of(workloadMB),
                OptionalDouble.empty(),
                demandMB < 0 ? OptionalDouble.empty() : OptionalDouble.of(demandMB),
                demandMB < 0 ? Map.of() : Map.of("memoryGB", workloadMB / 10),
                Optional.of(twin));
    }

    @Test
    void londonToSanFranciscoIs8600Kilometres() {
        assertEquals(8_616_000, LONDON.metresTo(SAN_FRANCISCO), 1000);
        assertEquals(0, LONDON.metresTo(LONDON));
        double antipodes = LONDON.metresTo(new GeoPoint(-51.5074, 180 - 0.1278));
        assertEquals(Math.PI * LocalProjection.EARTH_RADIUS_METRES, antipodes, 1);
    }

    @Test
    void transmissionsOfWideSurveysAreAlongGreatCircles() {
        List<Site> sites = List.of(new Site("london", LONDON));
        List<SurveyedDevice> devices =
                List.of(device("here", LONDON, "a", 20, -1), device("far", SAN_FRANCISCO, "b", 10, -1));
        Scenario scenario = new GeoScenario("wide", Coupling.CAPACITY, 1, 0.5).build(sites, devices, List.of(), 1);
        TransmissionTimes times = TransmissionTimes.of(scenario);
        double radioConstant = PaperDefaults.PARAMETERS.radioConstant();
        assertEquals(10 * LONDON.metresTo(SAN_FRANCISCO) / radioConstant, times.seconds(1, 0), 1e-9);
        assertEquals(0, times.seconds(0, 0));
        assertEquals(
                Optional.of("far: should be within 1000 km of a site, but is 8616 km away"),
                GreatCircles.warning(sites, devices));
        assertTrue(scenario.isCapacitated());
    }

    @Test
    void measuredLatenciesGoFirst() {
        List<Site> sites = List.of(new Site("london", LONDON));
        List<SurveyedDevice> devices = List.of(device("far", SAN_FRANCISCO, "b", 10, -1));
        Scenario scenario = new GeoScenario("wide", Coupling.CONTENTION, 1, 0.5)
                .build(sites, devices, List.of(new MeasuredTransmission("far", "london", 3)), 1);
        assertEquals(3, TransmissionTimes.of(scenario).seconds(0, 0));
    }

    @Test
    void aCityIsFlat() {
        List<Site> sites = List.of(new Site("a", LONDON));
        List<SurveyedDevice> devices = List.of(device("d", new GeoPoint(51.45, -0.2), "t", 10, -1));
        Scenario scenario = new GeoScenario("city", Coupling.CAPACITY, 1, 0.5).build(sites, devices, 1);
        assertTrue(scenario.constraints().transmissions().isEmpty());
        assertEquals(Coupling.CAPACITY, scenario.coupling());
        assertTrue(GreatCircles.warning(sites, devices).isEmpty());
    }

    @Test
    void whatIsKnownIsNotDrawn() {
        Site site = new Site(
                "a", LONDON, OptionalDouble.of(2.2), OptionalDouble.of(77), Set.of("eu"), Map.of("memoryGB", 32.0));
        List<SurveyedDevice> devices = List.of(
                device("d", LONDON, "pump", 10, 4),
                device("e", LONDON, "fan", 20, -1),
                device("f", LONDON, "pump", 5, -1));
        Scenario scenario = new GeoScenario("known", Coupling.CAPACITY, 1, 0.5).build(List.of(site), devices, 1);
        assertEquals(List.of("pump", "fan"), scenario.twins());
        assertEquals(2.2, scenario.servers().get(0).clockGHz());
        assertEquals(77, scenario.servers().get(0).capacityMB());
        assertEquals(Set.of("eu"), scenario.constraints().server(0).labels());
        assertEquals(9.0, scenario.constraints().twin(0).demands().get("workloadMB"));
        assertTrue(scenario.constraints().twin(1).demands().isEmpty());
        assertEquals(1.0, scenario.constraints().twin(0).demands().get("memoryGB"));
        assertEquals(Map.of("memoryGB", 32.0), scenario.constraints().server(0).capacities());
        assertEquals(10, scenario.devices().get(0).workloadMB());
    }

    @Test
    void allDevicesHaveATwinOrNone() {
        List<SurveyedDevice> devices =
                List.of(device("d", LONDON, "pump", 10, 4), new SurveyedDevice("e", LONDON, OptionalDouble.empty()));
        assertThrows(
                InvalidValueException.class,
                () -> new GeoScenario("mixed", Coupling.CAPACITY, 1, 0.5)
                        .build(List.of(new Site("a", LONDON)), devices, 1));
    }
}
