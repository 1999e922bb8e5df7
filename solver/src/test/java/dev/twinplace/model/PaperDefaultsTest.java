package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The constants against Table 2 and section 5.1, and those that are ours against what they are derived from. */
class PaperDefaultsTest {
    @Test
    void table2() {
        assertEquals(List.of(120, 15, 3), List.of(PaperDefaults.DEVICES, PaperDefaults.TWINS, PaperDefaults.EDGES));
        assertEquals(
                List.of(1000.0, 800.0), List.of(PaperDefaults.FIELD_WIDTH_METRES, PaperDefaults.FIELD_HEIGHT_METRES));
        assertEquals(List.of(10.0, 40.0), List.of(PaperDefaults.MIN_WORKLOAD_MB, PaperDefaults.MAX_WORKLOAD_MB));
        assertEquals(List.of(1.8, 3.0), List.of(PaperDefaults.SLOWEST_EDGE_GHZ, PaperDefaults.FASTEST_EDGE_GHZ));
        assertEquals(1000.0, PaperDefaults.BANDWIDTH_MBPS);
    }

    @Test
    void theCloudIsTheMoreEfficientAsTheTextSays() {
        CloudServer cloud = PaperDefaults.cloud();
        EdgeServer edge = PaperDefaults.edge("e", 0, 0, 1.8, Double.POSITIVE_INFINITY);
        assertEquals(
                List.of(3.5, 0.15, 0.1),
                List.of(
                        cloud.clockGHz(),
                        cloud.transmitMilliJoulePerMB(),
                        cloud.computeMilliJoulePerGigaInstruction()));
        assertEquals(
                List.of(0.125, 0.125),
                List.of(edge.transmitMilliJoulePerMB(), edge.computeMilliJoulePerGigaInstruction()));
    }

    @Test
    void theRadioMatchesTheNetworkAboutHalfAFieldAway() {
        // λ is calibrated so that neither an edge nor the cloud always wins: equal rates at λ / (0.125 · b · γ) metres.
        double metres = PaperDefaults.PARAMETERS.radioConstant()
                / (0.125 * PaperDefaults.BANDWIDTH_MBPS * PaperDefaults.PARAMETERS.networkDiscount());
        assertEquals(533.3, metres, 0.1);
    }
}
