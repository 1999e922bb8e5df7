package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sites, real sensors, one real hour: from the published files to a proven placement. */
class MelbourneTest {
    @TempDir
    private Path folder;

    @Test
    void sensorsArePlacedOnSitesAndTheirPlacementIsProven() throws IOException {
        Path scenario = importSensors("sensors.json", "independent");
        assertEquals(-1, Files.mismatch(scenario, importSensors("again.json", "independent")));
        Run solved = Run.of("solve", scenario.toString(), "--solver", "decomposition");
        assertEquals(0, solved.status(), solved.err());
        assertTrue(solved.out().startsWith("import-1: 12 twins with 43 devices on 126 servers"), solved.out());
        assertTrue(solved.out().contains("OPTIMAL by decomposition"), solved.out());
    }

    @Test
    void usersArePlacedUnderCapacities() {
        Path scenario = folder.resolve("users.json");
        Run imported = Run.of(
                "import",
                "--sites",
                SharedData.require("eua/site-optus-melbCBD.csv").toString(),
                "--devices",
                SharedData.require("eua/users-melbcbd-generated.csv").toString(),
                "--twins",
                "60",
                "--coupling",
                "capacity",
                "--output",
                scenario.toString());
        assertEquals(0, imported.status(), imported.err());
        Run solved = Run.of("solve", scenario.toString(), "--solver", "local-search", "--format", "json");
        assertEquals(0, solved.status(), solved.err());
    }

    private Path importSensors(String name, String coupling) {
        Path scenario = folder.resolve(name);
        Run imported = Run.of(
                "import",
                "--sites",
                SharedData.require("eua/site-optus-melbCBD.csv").toString(),
                "--devices",
                SharedData.require("melbourne-sensors/sensor_locations.csv").toString(),
                "--counts",
                SharedData.require("melbourne-sensors/pedestrian_03_2017.csv").toString(),
                "--at",
                "2017-03-15T08",
                "--twins",
                "12",
                "--coupling",
                coupling,
                "--output",
                scenario.toString());
        assertEquals(0, imported.status(), imported.err());
        assertTrue(imported.err().contains("10 of 43 devices have no count"), imported.err());
        return scenario;
    }
}
