package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioChangesTest {
    private static final Scenario BEFORE =
            ScenarioGenerator.table2(Profile.TABLE2, Coupling.CAPACITY).generate(1);

    @Test
    void onlyWhatIsNamedChanges() {
        String device = BEFORE.devices().get(3).id();
        Scenario after = new ScenarioChanges(Map.of(device, 77.0), Map.of("cloud", ServerStatus.DRAIN)).applyTo(BEFORE);
        assertEquals(77, after.devices().get(3).workloadMB());
        assertEquals(BEFORE.devices().get(2), after.devices().get(2));
        int cloud = BEFORE.servers().size() - 1;
        assertEquals(ServerStatus.DRAIN, after.constraints().server(cloud).status());
        assertEquals(ServerStatus.UP, after.constraints().server(0).status());
        assertEquals(BEFORE.isCapacitated(), after.isCapacitated());
    }

    @Test
    void nothingChangesWithoutChanges() {
        assertEquals(BEFORE, new ScenarioChanges(Map.of(), Map.of()).applyTo(BEFORE));
    }

    @Test
    void whatIsNotThereCannotChange() {
        InvalidValueException device = assertThrows(
                InvalidValueException.class, () -> new ScenarioChanges(Map.of("x", 1.0), Map.of()).applyTo(BEFORE));
        assertEquals("devices: must be in the scenario, but x is not", device.getMessage());
        assertThrows(
                InvalidValueException.class,
                () -> new ScenarioChanges(Map.of(), Map.of("x", ServerStatus.UP)).applyTo(BEFORE));
        InvalidValueException negative = assertThrows(
                InvalidValueException.class,
                () -> new ScenarioChanges(Map.of(BEFORE.devices().get(0).id(), -1.0), Map.of()).applyTo(BEFORE));
        assertEquals(
                "devices[" + BEFORE.devices().get(0).id() + "].workloadMB: must be > 0, but was -1.0",
                negative.getMessage());
    }
}
