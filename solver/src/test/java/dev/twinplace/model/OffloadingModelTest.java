package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Equations (1) to (7), worked out by hand for 20 MB, 500 m from the edge. */
class OffloadingModelTest {
    private static final double TOLERANCE = 1e-12;
    private static final ModelParameters PARAMETERS = new ModelParameters(10, 0.15, 10_000);
    private static final Server EDGE = new EdgeServer("edge", 100, 200, 2.4, 0.125, 0.125, Double.POSITIVE_INFINITY);
    private static final Server CLOUD = new CloudServer("cloud", 3.5, 0.15, 0.1, Double.POSITIVE_INFINITY);
    private static final Device DEVICE = new Device("device", 0, 400, 600, 20, 1000);

    @Test
    void transmissionToTheCloudIsLimitedByBandwidth() {
        // (1): 1000 Mbps are 125 MB/s, of which 0.15 remain: 20 / 18.75
        assertEquals(1.0666666666666667, OffloadingModel.transmissionSeconds(PARAMETERS, CLOUD, DEVICE), TOLERANCE);
    }

    @Test
    void transmissionToAnEdgeGrowsWithDistance() {
        // (5): 300 m east and 400 m north are 500 m; 20 · 500 / 10 000
        assertEquals(1.0, OffloadingModel.transmissionSeconds(PARAMETERS, EDGE, DEVICE), TOLERANCE);
    }

    @Test
    void transmissionTakesNoTimeAtTheSite() {
        Device there = new Device("device", 0, 100, 200, 20, 1000);
        assertEquals(0.0, OffloadingModel.transmissionSeconds(PARAMETERS, EDGE, there));
    }

    @Test
    void executionTakesWorkOverClock() {
        // 10 instructions per byte of 20 MB are 0.2 Ginstr. (6): 0.2 / 2.4; (2): 0.2 / 3.5
        assertEquals(0.08333333333333333, OffloadingModel.executionSeconds(PARAMETERS, EDGE, 20), TOLERANCE);
        assertEquals(0.05714285714285714, OffloadingModel.executionSeconds(PARAMETERS, CLOUD, 20), TOLERANCE);
    }

    @Test
    void energyIsOfTransmissionAndExecution() {
        // (7): 0.125 · 20 + 0.125 · 0.2; (3): 0.15 · 20 + 0.1 · 0.2
        assertEquals(2.525, OffloadingModel.energyMilliJoule(PARAMETERS, EDGE, 20), TOLERANCE);
        assertEquals(3.02, OffloadingModel.energyMilliJoule(PARAMETERS, CLOUD, 20), TOLERANCE);
    }
}
