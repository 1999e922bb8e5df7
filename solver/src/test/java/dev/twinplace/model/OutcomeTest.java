package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Equations (13) to (17), worked out by hand. Twin a has 20 MB at 500 m and 10 MB at 300 m from the edge, twin b has 40 MB
 * at its site, twin c has no device.
 */
class OutcomeTest {
    private static final double TOLERANCE = 1e-12;
    private static final int EDGE = 0;
    private static final int CLOUD = 1;

    @Test
    void aTwinWaitsForItsSlowestDeviceAndAllItsWork() {
        Outcome outcome = Outcome.of(scenario(Coupling.INDEPENDENT, 0.5), new int[] {EDGE, CLOUD, EDGE});
        // (16): 2 · (max(1, 0.3) + 0.3/2.4); (13): 0.125 · 30 + 0.125 · 0.3
        assertEquals(2.25, outcome.latencySeconds(0), TOLERANCE);
        assertEquals(3.7875, outcome.energyMilliJoule(0), TOLERANCE);
        // 1 · (40/18.75 + 0.4/3.5); 0.15 · 40 + 0.1 · 0.4
        assertEquals(2.2476190476190476, outcome.latencySeconds(1), TOLERANCE);
        assertEquals(6.04, outcome.energyMilliJoule(1), TOLERANCE);
    }

    @Test
    void theCloudIsReachedByBandwidthAlone() {
        Outcome outcome = Outcome.of(scenario(Coupling.INDEPENDENT, 0.5), new int[] {CLOUD, CLOUD, CLOUD});
        // 2 · (20/18.75 + 0.3/3.5); 0.15 · 30 + 0.1 · 0.3
        assertEquals(2.304761904761905, outcome.latencySeconds(0), TOLERANCE);
        assertEquals(4.53, outcome.energyMilliJoule(0), TOLERANCE);
    }

    @Test
    void contentionLetsTwinsOnAnEdgeWaitForAllWorkThere() {
        Outcome outcome = Outcome.of(scenario(Coupling.CONTENTION, 0.5), new int[] {EDGE, EDGE, EDGE});
        // 70 MB are 0.7 Ginstr: 2 · (1 + 0.7/2.4) and 1 · (0 + 0.7/2.4)
        assertEquals(2.5833333333333335, outcome.latencySeconds(0), TOLERANCE);
        assertEquals(0.2916666666666667, outcome.latencySeconds(1), TOLERANCE);
        assertEquals(3.7875, outcome.energyMilliJoule(0), TOLERANCE);
    }

    @Test
    void cloudsAreElasticUnderContention() {
        int[] together = {CLOUD, CLOUD, CLOUD};
        assertEquals(
                Outcome.of(scenario(Coupling.INDEPENDENT, 0.5), together).totalCost(),
                Outcome.of(scenario(Coupling.CONTENTION, 0.5), together).totalCost());
    }

    @ParameterizedTest
    @EnumSource
    void aTwinWithoutDevicesCostsNothingAnywhere(Coupling coupling) {
        for (int server : new int[] {EDGE, CLOUD}) {
            Outcome outcome = Outcome.of(scenario(coupling, 0.5), new int[] {EDGE, EDGE, server});
            assertEquals(0.0, outcome.cost(2));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 9.8275", "0.25, 8.495029761904762", "1, 4.497619047619048"})
    void alphaWeighsLatencyAgainstEnergy(double alpha, double cost) {
        // T = 2.25 + 2.247619…, E = 3.7875 + 6.04; (17): α·T + (1 − α)·E
        Outcome outcome = Outcome.of(scenario(Coupling.CAPACITY, alpha), new int[] {EDGE, CLOUD, CLOUD});
        assertEquals(cost, outcome.totalCost(), TOLERANCE);
        assertEquals(4.497619047619048, outcome.totalLatencySeconds(), TOLERANCE);
        assertEquals(9.8275, outcome.totalEnergyMilliJoule(), TOLERANCE);
        assertEquals(cost, outcome.cost(0) + outcome.cost(1) + outcome.cost(2), TOLERANCE);
    }

    @Test
    void aPlacementMustNameAServerForEveryTwin() {
        Scenario scenario = scenario(Coupling.INDEPENDENT, 0.5);
        assertThrows(IllegalArgumentException.class, () -> Outcome.of(scenario, new int[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> Outcome.of(scenario, new int[] {0, 0, 2}));
        assertThrows(IllegalArgumentException.class, () -> Outcome.of(scenario, new int[] {0, -1, 0}));
    }

    private static Scenario scenario(Coupling coupling, double alpha) {
        return new Scenario(
                "by hand",
                alpha,
                coupling,
                new ModelParameters(10, 0.15, 10_000),
                List.of(
                        new EdgeServer("edge", 0, 0, 2.4, 0.125, 0.125, 1000),
                        new CloudServer("cloud", 3.5, 0.15, 0.1, Double.POSITIVE_INFINITY)),
                List.of("a", "b", "c"),
                List.of(
                        new Device("a1", 0, 300, 400, 20, 1000),
                        new Device("b1", 1, 0, 0, 40, 1000),
                        new Device("a2", 0, 0, -300, 10, 1000)));
    }
}
