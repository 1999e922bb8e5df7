package dev.twinplace.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.kernel.Kernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void agreesWithAlgorithm1OfItsAuthors() {
        int length = Kernels.PADDING;
        float[] p = new float[length];
        float[] m = new float[length];
        float[] v = new float[length];
        double expected = 0;
        double mean = 0;
        double square = 0;
        for (int t = 1; t <= 50; t++) {
            float[] g = new float[length];
            Arrays.fill(g, p[0] - 3); // the slope of (p − 3)² / 2
            Adam.withRate(0.1).update(t, p, g, m, v, 0, length);
            mean = 0.9 * mean + 0.1 * (expected - 3);
            square = 0.999 * square + 0.001 * (expected - 3) * (expected - 3);
            expected -= 0.1 * (mean / (1 - Math.pow(0.9, t))) / (Math.sqrt(square / (1 - Math.pow(0.999, t))) + 1e-8);
            assertEquals(expected, p[0], 1e-4);
        }
    }

    @Test
    void meaninglessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Adam.withRate(0));
        assertThrows(IllegalArgumentException.class, () -> Adam.withRate(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Adam(0.1, 1, 0.9));
    }
}
