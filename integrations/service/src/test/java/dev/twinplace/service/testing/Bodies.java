package dev.twinplace.service.testing;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What clients send. */
public final class Bodies {
    /** Two twins, an edge server with room for one of them, and a cloud. */
    public static final String STREET = """
            {"format": "twinplace/scenario/1", "name": "street", "alpha": 0.5, "coupling": "capacity",
             "parameters": {"instructionsPerByte": 10.0, "networkDiscount": 0.15, "radioConstant": 10000.0}, "servers": [
              {"id": "edge", "kind": "edge", "x": 100.0, "y": 50.0, "clockGHz": 2.4, "transmitMilliJoulePerMB": 0.125,
               "computeMilliJoulePerGigaInstruction": 0.125, "capacityMB": 40.0},
              {"id": "cloud", "kind": "cloud", "clockGHz": 3.5, "transmitMilliJoulePerMB": 0.15,
               "computeMilliJoulePerGigaInstruction": 0.1}
             ], "twins": ["car", "crossing"], "devices": [
              {"id": "car-1", "twin": "car", "x": 220.0, "y": 40.0, "workloadMB": 12.0, "bandwidthMbps": 1000.0},
              {"id": "camera-1", "twin": "crossing", "x": 80.0, "y": 60.0, "workloadMB": 30.0, "bandwidthMbps": 1000.0},
              {"id": "camera-2", "twin": "crossing", "x": 90.0, "y": 30.0, "workloadMB": 10.0, "bandwidthMbps": 1000.0}
             ]}
            """;

    private Bodies() {}

    /** A scenario on one line, without its end. */
    public static String line(String scenario) {
        return scenario.replaceAll("\\n *", " ").strip();
    }

    /** A scenario and where its twins are. */
    public static String replacement(String scenario, String placement) {
        return "{\"scenario\": " + scenario + ", \"previous\": {\"format\": \"twinplace/solution/2\", \"placement\": "
                + placement + "}}";
    }

    /** A scenario of Table 2's size, on one line. */
    public static String table2(long seed) {
        return generated(ScenarioGenerator.table2(Profile.TABLE2, Coupling.CAPACITY), seed);
    }

    /** As {@link #table2}, with so many edge servers. */
    public static String edges(int number) {
        return generated(new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 15, 120, number, 0.5), 1);
    }

    private static String generated(ScenarioGenerator generator, long seed) {
        Scenario scenario = generator.generate(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(scenario, bytes);
        return line(bytes.toString(StandardCharsets.UTF_8));
    }
}
