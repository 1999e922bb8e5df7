package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.TwinConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of tables that tell more than places. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private String sites;
    private String devices;
    private String output;

    @BeforeEach
    void writeTables() throws IOException {
        sites = write("sites.csv", "id;lat;lon;GHz;Room\nnorth;51,50;-0,12;2,4;60\nsouth;51,40;-0,10;2,0;50\n");
        devices = write(
                "devices.csv",
                "id,lat,lon,Load,Asset\nd1,51.49,-0.12,10,pump\nd2,51.48,-0.11,12,fan\nd3,95,-0.1,12,fan\n");
        output = folder.resolve("scenario.json").toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run run(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "import", "--sites", sites, "--devices", devices, "--coupling", "capacity", "--output", output));
        all.addAll(List.of(more));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void allThatIsKnownIsTakenAndTheRestIsNamed() throws IOException {
        String latencies = write("latencies.csv", "device,server,seconds\nd1,north,0.25\n");
        Run run = run(
                "--column",
                "clockGHz=GHz",
                "--column",
                "capacityMB=Room",
                "--column",
                "workloadMB=Load",
                "--column",
                "twin=Asset",
                "--latencies",
                latencies,
                "--skip-bad-rows");
        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of(
                        "warning: " + devices + ": rows skipped: 1; the first reasons:",
                        "warning: " + devices + ": line 4: lat: must be in [-90, 90], but was 95"),
                run.err().lines().toList());
        Scenario scenario = ScenarioReader.read(Path.of(output));
        assertEquals(List.of("pump", "fan"), scenario.twins());
        assertEquals(2.4, scenario.servers().get(0).clockGHz());
        assertEquals(50, scenario.servers().get(1).capacityMB());
        assertEquals(12, scenario.devices().get(1).workloadMB());
        assertEquals(0.25, scenario.constraints().transmissions().get(0).seconds());
        assertEquals(0, Run.of("solve", output).status());
    }

    /** Two devices of one twin demand together; the cloud has any amount of memory. */
    @Test
    void furtherResourcesComeFromColumns() throws IOException {
        sites = write("sites.csv", "id;lat;lon;RAM\nnorth;51,50;-0,12;4,5\nsouth;51,40;-0,10;\n");
        devices = write(
                "devices.csv",
                "id,lat,lon,Load,Asset,Mem\nd1,51.49,-0.12,10,pump,2.5\nd2,51.48,-0.11,12,fan,1\nd3,51.5,-0.1,12,pump,2.5\n");
        Run run = run(
                "--column",
                "workloadMB=Load",
                "--column",
                "twin=Asset",
                "--column",
                "capacity.memoryGB=RAM",
                "--column",
                "demand.memoryGB=Mem");
        assertEquals(0, run.status(), run.err());
        Scenario scenario = ScenarioReader.read(Path.of(output));
        assertEquals(
                List.of(Map.of("memoryGB", 4.5), Map.of(), Map.of()),
                scenario.constraints().servers().stream()
                        .map(ServerConstraints::capacities)
                        .toList());
        assertEquals(
                List.of(Map.of("memoryGB", 5.0), Map.of("memoryGB", 1.0)),
                scenario.constraints().twins().stream()
                        .map(TwinConstraints::demands)
                        .toList());
        assertTrue(
                scenario.servers().stream().allMatch(server -> server.capacityMB() == Double.POSITIVE_INFINITY),
                "capacities are stated, so none is drawn");
        Run solved = Run.of("solve", output);
        assertEquals(0, solved.status(), solved.err());
        assertTrue(solved.out().contains("memoryGB"), solved.out());
    }

    @Test
    void whatIsDrawnIsSaid() {
        Run run = run("--twins", "2", "--skip-bad-rows");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains("drawn by seed 1: clocks of all 2 edge servers"), run.err());
        assertTrue(run.err().contains("drawn by seed 1: workloads of all 2 devices"), run.err());
        assertTrue(run.err().contains("drawn by seed 1: twins, as groups by place, of all 2 devices"), run.err());
    }

    @Test
    void aBadRowIsOneLine() {
        Run run = run("--twins", "2");
        assertEquals(2, run.status());
        assertEquals("twinplace: " + devices + ": line 4: lat: must be in [-90, 90], but was 95\n", run.err());
    }

    @Test
    void farDevicesAreNamedWithTheirDistance() throws IOException {
        devices = write("far.csv", "id,lat,lon\nd1,51.49,-0.12\nd2,37.7749,-122.4194\n");
        Run run = run("--twins", "2");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains(devices + ": d2: should be within 1000 km of a site, but is 86"), run.err());
        assertTrue(run.err().contains("along great circles"), run.err());
    }

    @Test
    void optionsGoTogether() {
        assertEquals(2, run().status());
        assertEquals(2, run("--twins", "2", "--column", "twin=Asset").status());
        Run unknown = run("--twins", "2", "--column", "load=Load");
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("--column: must be one of siteId"), unknown.err());
        Run absent = run("--twins", "2", "--column", "workloadMB=Weight");
        assertEquals(2, absent.status());
        assertTrue(absent.err().contains("must have a column weight, but has id, lat, lon, Load, Asset"), absent.err());
    }
}
