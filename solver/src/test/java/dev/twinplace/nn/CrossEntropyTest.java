package dev.twinplace.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    @Test
    void isEquation20AndItsGradient() {
        int stride = 16;
        float[] f = new float[2 * stride];
        float[] x = new float[2 * stride];
        f[0] = 0.8f;
        f[1] = 0.3f;
        f[stride] = 0.4f;
        f[stride + 1] = 0.5f;
        x[0] = 1;
        x[stride + 1] = 1;
        float[] gradient = new float[2 * stride];
        gradient[5] = 9;
        double loss = CrossEntropy.of(2, 2, stride, f, x, gradient);
        double expected = -(Math.log(0.8) + Math.log(0.7) + Math.log(0.6) + Math.log(0.5)) / 2;
        assertEquals(expected, loss, 1e-6);
        assertEquals((0.8 - 1) / 2, gradient[0], 1e-7);
        assertEquals(0.3 / 2, gradient[1], 1e-7);
        assertEquals((0.5 - 1) / 2, gradient[stride + 1], 1e-7);
        assertEquals(0, gradient[5], "padding");
    }
}
