package dev.twinplace.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.testing.SharedData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProjectionTest {
    /** Mean radius of WGS 84, (2a + b)/3, which IUGG rounds to a tenth of a metre. */
    @Test
    void knowsTheMeanRadiusOfTheEarth() {
        double equatorial = 6_378_137.0;
        double polar = equatorial * (1 - 1 / 298.257223563);
        assertEquals((2 * equatorial + polar) / 3, LocalProjection.EARTH_RADIUS_METRES, 0.05);
    }

    /** The great circle, which is what the projection approximates. */
    private static double haversineMetres(GeoPoint from, GeoPoint to) {
        double latitudes = Math.toRadians(to.latitude() - from.latitude());
        double longitudes = Math.toRadians(to.longitude() - from.longitude());
        double h = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * LocalProjection.EARTH_RADIUS_METRES * Math.asin(Math.sqrt(h));
    }

    private static double distanceMetres(LocalProjection projection, GeoPoint from, GeoPoint to) {
        return Math.hypot(projection.x(to) - projection.x(from), projection.y(to) - projection.y(from));
    }

    private static void assertFaithful(List<GeoPoint> places, double tolerance) {
        LocalProjection projection = new LocalProjection(places);
        for (GeoPoint from : places) {
            assertTrue(projection.x(from) >= 0 && projection.y(from) >= 0, from::toString);
            for (GeoPoint to : places) {
                double metres = haversineMetres(from, to);
                assertEquals(metres, distanceMetres(projection, from, to), tolerance * metres + 1e-6);
            }
        }
    }

    @Test
    void keepsDistancesInMelbourne() {
        Stream<GeoPoint> sites = SiteCsvReader.read(SharedData.require("eua/site-optus-melbCBD.csv")).stream()
                .map(Site::place);
        Stream<GeoPoint> sensors =
                DeviceCsvReader.read(SharedData.require("melbourne-sensors/sensor_locations.csv")).stream()
                        .map(SurveyedDevice::place);
        assertFaithful(Stream.concat(sites, sensors).toList(), 1e-3);
    }

    /** A box of 10 km at 38° errs by at most tan(38°)·10/(2·6371) = 0.06 %. */
    @ParameterizedTest
    @ValueSource(doubles = {144.9, 179.95, -180, -0.05})
    void keepsDistancesAsDocumentedAlsoAcrossTheDateLine(double west) {
        double east = west + 0.1 > 180 ? west + 0.1 - 360 : west + 0.1;
        double north = -37.955;
        double south = north - Math.toDegrees(10_000 / LocalProjection.EARTH_RADIUS_METRES);
        List<GeoPoint> corners = List.of(
                new GeoPoint(south, east),
                new GeoPoint(south, west),
                new GeoPoint(north, east),
                new GeoPoint(north, west));
        assertFaithful(corners, Math.tan(Math.toRadians(-south)) * 10_000 / (2 * LocalProjection.EARTH_RADIUS_METRES));
    }

    @Test
    void putsTheOriginInTheSouthWest() {
        LocalProjection projection = new LocalProjection(List.of(new GeoPoint(2, 10), new GeoPoint(1, 11)));
        assertEquals(0, projection.x(new GeoPoint(1, 10)));
        assertEquals(0, projection.y(new GeoPoint(1, 10)));
        assertEquals(111_195, projection.y(new GeoPoint(2, 10)), 1);
    }

    @Test
    void refusesPlacesThatAreNotOnEarth() {
        assertEquals(
                "latitude: must be in [-90, 90], but was 90.5",
                assertThrows(InvalidValueException.class, () -> new GeoPoint(90.5, 0))
                        .getMessage());
        assertEquals(
                "longitude: must be in [-180, 180], but was NaN",
                assertThrows(InvalidValueException.class, () -> new GeoPoint(0, Double.NaN))
                        .getMessage());
    }
}
