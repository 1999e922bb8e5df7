package dev.twinplace.io;

import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceCsvTest {
    private static final LocalDateTime MARCH_15_AT_8 = LocalDateTime.of(2017, 3, 15, 8, 0);

    @TempDir
    Path directory;

    private static List<Site> sites(String text) {
        return SiteCsvReader.read("sites.csv", utf8(text));
    }

    private static List<SurveyedDevice> devices(String text) {
        return DeviceCsvReader.read("devices.csv", utf8(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Site ID,LATITUDE,longitude\na,1.5,-2\nb,3,4\n",
                "SITE_ID,Lat,LNG\na,1.5,-2\nb,3,4",
                "lon,lat,id,name\n-2,1.5,a,x\n4,3,b,y\n",
                "\uFEFFid;,id,lat,long\r\nx,a,+1.5,-2.0e0\r\n\r\ny,b,3.,4\r\n",
                "latitude,alt,longitude,id\n1.5,9,\" -2 \",\"a\"\n3,9,4,\" b\"\n"
            })
    void findsColumnsByName(String text) {
        assertEquals(List.of(new Site("a", new GeoPoint(1.5, -2)), new Site("b", new GeoPoint(3, 4))), sites(text));
    }

    @Test
    void numbersRowsWithoutIds() {
        assertEquals(
                List.of(new Site("site-1", new GeoPoint(1, 2)), new Site("site-2", new GeoPoint(1, 2))),
                sites("lat,lon\n1,2\n1,2\n"));
        assertEquals(
                List.of(new SurveyedDevice("device-1", new GeoPoint(1, 2), OptionalDouble.empty())),
                devices("site_id,lat,lon\n7,1,2\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sensor ID", "sensor_id", "ID", "device_id", "User ID"})
    void findsIdsOfDevices(String header) {
        assertEquals("7", devices(header + ",lat,lon\n7,1,2\n").get(0).id());
    }

    @Test
    void twoColumnsOfIdsAreAnErrorThatNamesBoth() {
        assertComplaint(
                "sites.csv: line 1: id: must be one column, but is id and Site ID",
                () -> sites("id,lat,lon,Site ID\n7,1,2,8\n"));
        assertComplaint(
                "devices.csv: line 1: sensor_id: must be one column, but is sensor_id and device_id",
                () -> devices("sensor_id,lat,lon,device_id\n7,1,2,8\n"));
    }

    static Stream<Arguments> notPlaces() {
        return Stream.of(
                arguments("", "must have a header and at least one row, but had 0 lines"),
                arguments("lat,lon\n", "must have a header and at least one row, but had 1 lines"),
                arguments("lat,x\n1,2\n", "line 1: must have a column longitude or lon or lng or long, but has lat, x"),
                arguments(
                        "lat|lon\n1|2\n",
                        "line 1: must have a column latitude or lat, but has lat|lon; separator is '|'?"),
                arguments("lat,lat\n1,2\n", "line 1: lat: must be one column, but is two"),
                arguments(
                        "\n\nlat,x\n1,2\n",
                        "line 3: must have a column longitude or lon or lng or long, but has lat, x"),
                arguments("\n\nlat,lat,lon\n1,2,3\n", "line 3: lat: must be one column, but is two"),
                arguments("\nlat,LAT,lon\n1,2,3\n", "line 2: lat: must be one column, but is lat and LAT"),
                arguments("lat,LAT,lon\n1,2,3\n", "line 1: lat: must be one column, but is lat and LAT"),
                arguments("lat,latitude,lon\n1,2,3\n", "line 1: lat: must be one column, but is lat and latitude"),
                arguments("id,lat,lon,ID\n1,2,3,4\n", "line 1: id: must be one column, but is id and ID"),
                arguments("lat,lng,x,LON\n1,2,3,4\n", "line 1: lng: must be one column, but is lng and LON"),
                arguments("lat,lon\n1\n", "line 2: must have 2 fields as the header has, but had 1"),
                arguments("lat,lon\n1,2\n\n1,2,3\n", "line 4: must have 2 fields as the header has, but had 3"),
                arguments("lat,lon\nx,2\n", "line 2: lat: must be a finite number, but was x"),
                arguments("lat,lon\n1,\n", "line 2: lon: must be a finite number, but was empty"),
                arguments("lat,lon\n1,NaN\n", "line 2: lon: must be a finite number, but was NaN"),
                arguments("lat,lon\n1,-1e999\n", "line 2: lon: must be a finite number, but was -1e999"),
                arguments("lat,lon\n1,2\n90.5,2\n", "line 3: lat: must be in [-90, 90], but was 90.5"),
                arguments(
                        "id,lat,lon\r\"a\rb\",1,2\rc,91,2\r",
                        "line 2: id: must have 1 to 256 printable characters, but was a\\u000db"),
                arguments("note,lat,lon\n\"a\n\nb\",1,2\nc,-91,2\n", "line 5: lat: must be in [-90, 90], but was -91"),
                arguments("lat,lon\n\u001b[31m1,2\n", "line 2: lat: must be a finite number, but was \\u001b[31m1"),
                arguments(
                        "\u001b[2Jlat,lon\n1,2\n",
                        "line 1: must have a column latitude or lat, but has \\u001b[2Jlat, lon"),
                arguments(
                        "lat,lon\n\"1,5\",2\n",
                        "line 2: lat: must have a decimal point, for the separator is ',', but was 1,5"),
                arguments("lat,lon\n\u0661,2\n", "line 2: lat: must be a finite number, but was \u0661"),
                arguments("lat,lon\n1,2\n \n", "line 3: must have 2 fields as the header has, but had 1"),
                arguments(
                        "lat,lon" + ",".repeat(20_000) + "\n1,2\n",
                        "Record starting at line 1 has surpassed the maximum limit of 16384 fields"),
                arguments(
                        "lat,lon\n1,2\n1,\"" + "2".repeat(17_000_000),
                        "line 3: The maximum buffer size of 16777216 is insufficient to read the data of a single field. This issue typically arises when a quotation begins but does not conclude within the confines of this buffer's maximum limit."),
                arguments("lat,lon\n1,-181\n", "line 2: lon: must be in [-180, 180], but was -181"),
                arguments("id,lat,lon\na,1,2\na,1,2\n", "line 3: id: must be unique, but was a"),
                arguments("id,lat,lon\n ,1,2\n", "line 2: id: must have 1 to 256 printable characters, but was empty"),
                arguments(
                        "id,lat,lon\n\"a\nb\",1,2\n",
                        "line 2: id: must have 1 to 256 printable characters, but was a\\u000ab"),
                arguments(
                        "id,lat,lon\n" + "a".repeat(257) + ",1,2\n",
                        "line 2: id: must have 1 to 256 printable characters, but was " + "a".repeat(80) + "..."),
                arguments("lat,lon\n1,2\n\"1,2\n3,4\n", "line 3: Unclosed quoted field at end of input"),
                arguments("lat,lon\n\"1\"2,2\n", "line 2: Unexpected character after closing quote: '2' (0x32)"),
                arguments("lat,lon\n1,2\u0000\n", "line 2: lon: must be text without NUL characters, but was 2\\u0000"),
                arguments(
                        "\u0000,lat,lon\n1,2,3\n",
                        "line 1: \\u0000: must be text without NUL characters, but has one"));
    }

    @ParameterizedTest
    @MethodSource
    void notPlaces(String text, String complaint) {
        assertComplaint("sites.csv: " + complaint, () -> sites(text));
        assertComplaint("devices.csv: " + complaint, () -> devices(text));
    }

    @Test
    void refusesOtherEncodings() {
        InputStream bytes = new ByteArrayInputStream("lat,lon\n1,2\n".getBytes(StandardCharsets.UTF_16));
        assertComplaint("sites.csv: must be UTF-8, but is not", () -> SiteCsvReader.read("sites.csv", bytes));
    }

    @Test
    void refusesInvalidBytesFarFromTheBeginning() {
        String text = "id,lat,lon\n" + "a,1,2\n".repeat(50_000) + "\u00E9,1,2\n";
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        assertComplaint("sites.csv: must be UTF-8, but is not", () -> SiteCsvReader.read("sites.csv", bytes));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        Path absent = directory.resolve("absent.csv");
        assertComplaint(absent + ": must be readable, but there is no such file", () -> SiteCsvReader.read(absent));
        assertComplaint(directory + ": must be a file, but is a directory", () -> DeviceCsvReader.read(directory));
    }

    /** Column {@code name} knows two of the sensors, {@code note} one. */
    @Test
    void takesCountsByTheColumnThatNamesMostSensors() {
        Counts counts =
                CountsCsvReader.read("counts.csv", utf8("Date,Hour,A,B,C\n2017-03-15,8,10,,30\n"), MARCH_15_AT_8);
        List<SurveyedDevice> devices = DeviceCsvReader.read(
                "devices.csv", utf8("id,note,name,lat,lon\n1,A,C,1,2\n2,x,B,1,2\n3,y,a,1,2\n"), counts);
        assertEquals(
                List.of(OptionalDouble.of(30), OptionalDouble.empty(), OptionalDouble.empty()),
                devices.stream().map(SurveyedDevice::count).toList());
    }

    @Test
    void refusesCountsOfOtherDevices() {
        Counts counts = CountsCsvReader.read("counts.csv", utf8("Date,Hour,A\n2017-03-15,8,10\n"), MARCH_15_AT_8);
        assertComplaint(
                "devices.csv: must have a column with names of sensors in counts.csv, but has id, lat, lon",
                () -> DeviceCsvReader.read("devices.csv", utf8("id,lat,lon\n1,1,2\n"), counts));
    }

    @Test
    void readsMelbourne() {
        List<Site> sites = SiteCsvReader.read(SharedData.require("eua/site-optus-melbCBD.csv"));
        assertEquals(125, sites.size());
        assertEquals(new Site("10003026", new GeoPoint(-37.81517, 144.97476)), sites.get(0));
        List<SurveyedDevice> users = DeviceCsvReader.read(SharedData.require("eua/users-melbcbd-generated.csv"));
        assertEquals(816, users.size());
        assertEquals("device-816", users.get(815).id());
    }

    /** Of 43 sensors, nine have no column of exactly their name, and one did not count at that hour. */
    @Test
    void readsMelbournesCounts() {
        Counts counts =
                CountsCsvReader.read(SharedData.require("melbourne-sensors/pedestrian_03_2017.csv"), MARCH_15_AT_8);
        List<SurveyedDevice> sensors =
                DeviceCsvReader.read(SharedData.require("melbourne-sensors/sensor_locations.csv"), counts);
        assertEquals(43, sensors.size());
        assertEquals("22", sensors.get(0).id());
        assertEquals(
                counts.of("State Library"),
                sensors.stream()
                        .filter(sensor -> sensor.id().equals("15"))
                        .findFirst()
                        .orElseThrow()
                        .count());
        assertEquals(34, namedIn(counts));
        assertEquals(
                33,
                sensors.stream().filter(sensor -> sensor.count().isPresent()).count());
    }

    private static long namedIn(Counts counts) {
        CsvTable table = CsvTable.read(SharedData.require("melbourne-sensors/sensor_locations.csv"));
        int name = table.column(List.of("sensor_description"));
        return IntStream.range(0, table.rows())
                .filter(row -> counts.has(table.text(row, name)))
                .count();
    }
}
