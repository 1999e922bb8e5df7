package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sites, real sensors, one real hour: from the published files to a proven placement. */
class MelbourneTest {
    @TempDir
    private Path folder;

    @Test
    void sensorsArePlacedOnSitesAndTheirPlacementIsProven() throws IOException {
        String counts =
                SharedData.require("melbourne-sensors/pedestrian_03_2017.csv").toString();
        String[] more = {"--twins", "12", "--coupling", "independent", "--counts", counts, "--at", "2017-03-15T08"};
        Run imported = importDevices("melbourne-sensors/sensor_locations.csv", "sensors.json", more);
        assertTrue(imported.err().contains("10 of 43 devices have no count"), imported.err());
        importDevices("melbourne-sensors/sensor_locations.csv", "again.json", more);
        Path scenario = folder.resolve("sensors.json");
        assertEquals(-1, Files.mismatch(scenario, folder.resolve("again.json")));
        Run solved = Run.of("solve", scenario.toString(), "--solver", "decomposition");
        assertEquals(0, solved.status(), solved.err());
        assertTrue(solved.out().startsWith("import-1: 12 twins with 43 devices on 126 servers"), solved.out());
        assertTrue(solved.out().contains("OPTIMAL by decomposition"), solved.out());
    }

    @Test
    void usersArePlacedUnderCapacities() {
        importDevices("eua/users-melbcbd-generated.csv", "users.json", "--twins", "60", "--coupling", "capacity");
        Run solved = Run.of("solve", folder.resolve("users.json").toString(), "--solver", "local-search");
        assertEquals(0, solved.status(), solved.err());
        assertTrue(solved.out().contains("60 twins with 816 devices on 126 servers"), solved.out());
    }

    private Run importDevices(String devices, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                "--sites",
                SharedData.require("eua/site-optus-melbCBD.csv").toString(),
                "--devices",
                SharedData.require(devices).toString(),
                "--output",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        Run imported = Run.of(arguments.toArray(String[]::new));
        assertEquals(0, imported.status(), imported.err());
        return imported;
    }
}
