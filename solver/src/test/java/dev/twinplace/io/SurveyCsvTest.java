package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.model.MeasuredTransmission;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people's tables have beyond places: other names of columns, more columns, other separators, bad rows. */
class SurveyCsvTest {
    private static final SurveyColumns ALL = new SurveyColumns(Map.of(
            "siteId",
            "Mast",
            "clockGHz",
            "Clock GHz",
            "capacityMB",
            "Room",
            "labels",
            "Tags",
            "deviceId",
            "Sensor",
            "twin",
            "Asset",
            "workloadMB",
            "Load",
            "bandwidthMbps",
            "Band",
            "demandMB",
            "Need"));

    private static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Site> sites(String text, BadRows bad) {
        return SiteCsvReader.read("sites.csv", utf8(text), ALL, bad);
    }

    private static List<SurveyedDevice> devices(String text, BadRows bad) {
        return DeviceCsvReader.read("devices.csv", utf8(text), Optional.empty(), ALL, bad);
    }

    @Test
    void columnsAreFoundByTheNamesThatAreGiven() {
        String sites = "mast,Lat,Lon,clock_ghz,ROOM,tags\nA,1,2,2.5,100,eu gpu\nB,1,2,,,\n";
        assertEquals(
                List.of(
                        new Site(
                                "A",
                                new GeoPoint(1, 2),
                                OptionalDouble.of(2.5),
                                OptionalDouble.of(100),
                                Set.of("eu", "gpu"),
                                Map.of()),
                        new Site("B", new GeoPoint(1, 2))),
                sites(sites, BadRows.refused()));
        assertEquals(
                List.of(new SurveyedDevice(
                        "d",
                        new GeoPoint(1, 2),
                        OptionalDouble.empty(),
                        OptionalDouble.of(7),
                        OptionalDouble.of(50),
                        OptionalDouble.of(9),
                        Map.of(),
                        Optional.of("pump"))),
                devices("Sensor,lat,lon,Load,Band,Need,Asset\nd,1,2,7,50,9,pump\n", BadRows.refused()));
    }

    @Test
    void anyResourceHasColumns() {
        SurveyColumns names = new SurveyColumns(
                Map.of("capacity.memoryGB", "RAM", "demand.memoryGB", "Mem", "capacity.gpu units", "GPU"));
        List<Site> sites =
                SiteCsvReader.read("sites.csv", utf8("lat,lon,RAM,GPU\n1,2,64,\n1,2,,0\n"), names, BadRows.refused());
        assertEquals(Map.of("memoryGB", 64.0), sites.get(0).capacities());
        assertEquals(Map.of("gpu units", 0.0), sites.get(1).capacities());
        List<SurveyedDevice> devices = DeviceCsvReader.read(
                "devices.csv", utf8("lat,lon,Mem\n1,2,1.5\n1,2,\n"), Optional.empty(), names, BadRows.refused());
        assertEquals(Map.of("memoryGB", 1.5), devices.get(0).demands());
        assertEquals(Map.of(), devices.get(1).demands());
        InvalidInputException e = assertThrows(
                InvalidInputException.class,
                () -> SiteCsvReader.read("s.csv", utf8("lat,lon,RAM,GPU\n1,2,-1,\n"), names, BadRows.refused()));
        assertEquals("s.csv: line 2: RAM: must be >= 0, but was -1", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demand.memoryGB    | column: demand.memoryGB must come with capacity.memoryGB, but is alone
            capacity.workloadMB | column: capacity.workloadMB must be written capacityMB
            demand.workloadMB  | column: demand.workloadMB must be written demandMB
            """)
    void columnsOfResourcesAreChecked(String field, String complaint) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new SurveyColumns(Map.of(field, "X")));
        assertEquals(complaint, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sensor;lat;lon;Load;Band;Need;Asset\nd;1,5;2;7,25;50;;pump\n",
                "Sensor\tlat\tlon\tLoad\tBand\tNeed\tAsset\nd\t1.5\t2\t7.25\t50\t\tpump\n",
            })
    void separatorsAndDecimalCommasAreUnderstood(String text) {
        SurveyedDevice device = devices(text, BadRows.refused()).get(0);
        assertEquals(new GeoPoint(1.5, 2), device.place());
        assertEquals(OptionalDouble.of(7.25), device.workloadMB());
        assertEquals(OptionalDouble.empty(), device.demandMB());
    }

    static Stream<Arguments> wrongTables() {
        return Stream.of(
                arguments(
                        "Sensor,lat,lon,Load,Band,Need,Asset\nd,\"1,5\",2,7,50,9,p\n",
                        "line 2: lat: must have a decimal point, for the separator is ',', but was 1,5"),
                arguments(
                        "Sensor,lat,lon,Load,Band,Need,Asset\nd,1,2,0,50,9,p\n",
                        "line 2: Load: must be > 0, but was 0"),
                arguments(
                        "Sensor,lat,lon,Load,Band,Need,Asset\nd,1,2,1,50,-9,p\n",
                        "line 2: Need: must be >= 0, but was -9"),
                arguments(
                        "Sensor,lat,lon,Load,Band,Need,Asset\nd,1,2,1,50,9,\n",
                        "line 2: Asset: must have 1 to 256 printable characters, but was empty"),
                arguments(
                        "Sensor,lat,lon,Band,Need,Asset\nd,1,2,1,50,9\n",
                        "line 1: must have a column load, but has Sensor, lat, lon, Band, Need, Asset"));
    }

    @ParameterizedTest
    @MethodSource("wrongTables")
    void aWrongTableIsOneLine(String text, String complaint) {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> devices(text, BadRows.refused()));
        assertEquals("devices.csv: " + complaint, e.getMessage());
    }

    @Test
    void badRowsAreSkippedAndCounted() {
        BadRows bad = BadRows.skipped();
        String header = "mast,lat,lon,clock ghz,room,tags\n";
        List<Site> sites = sites(header + "A,1,2,2,1,\nB,91,2,2,1,\nC,1\nA,3,4,2,1,\nD,1,2,x,1,\nB,5,6,2,1,\n", bad);
        assertEquals(List.of("A", "B"), sites.stream().map(Site::id).toList());
        assertEquals(4, bad.count());
        assertEquals(
                List.of(
                        "sites.csv: line 4: must have 6 fields as the header has, but had 2",
                        "sites.csv: line 3: lat: must be in [-90, 90], but was 91",
                        "sites.csv: line 5: mast: must be unique, but was A"),
                bad.reasons());
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> sites(header + "A,91,2,2,1,\n", BadRows.skipped()));
        assertEquals("sites.csv: must have a row that can be read, but all are skipped", e.getMessage());
    }

    private static List<MeasuredTransmission> latencies(String text, BadRows bad) {
        return LatencyCsvReader.read("latencies.csv", utf8(text), Set.of("d", "e"), Set.of("A", "cloud"), bad);
    }

    @Test
    void latenciesNameDevicesAndServers() {
        BadRows bad = BadRows.skipped();
        assertEquals(
                List.of(new MeasuredTransmission("d", "A", 0.5), new MeasuredTransmission("e", "cloud", 0)),
                latencies("device;server;seconds\nd;A;0,5\ne;cloud;0\nx;A;1\nd;B;1\nd;cloud;-1\nd;A;1\n", bad));
        assertEquals(4, bad.count());
        InvalidInputException e = assertThrows(
                InvalidInputException.class, () -> latencies("device,server,seconds\nd,B,1\n", BadRows.refused()));
        assertEquals("latencies.csv: line 2: server: must be the id of a server, but was B", e.getMessage());
    }

    @Test
    void fieldsOfColumnsAreKnown() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new SurveyColumns(Map.of("load", "x")));
        assertEquals(
                "column: must be one of " + String.join(", ", SurveyColumns.FIELDS)
                        + ", capacity.RESOURCE, demand.RESOURCE, but was load",
                e.getMessage());
    }

    @Test
    void aByteOrderMarkIsSkippedInJson() {
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> ScenarioReader.read("s.json", utf8("\uFEFF{}")));
        assertEquals("s.json: format: must be there, but is missing", e.getMessage());
    }
}
