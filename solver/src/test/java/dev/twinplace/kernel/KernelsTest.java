package dev.twinplace.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel, on the backend that this JVM was told to use: against slow sums in double, and bit by bit the scalar implementation. */
class KernelsTest {
    private static final Kernels KERNELS = KernelSelection.kernels();
    private static final Kernels TWIN = new ScalarKernels();
    private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65, 128, 1000};
    private static final int OFFSET = 5;

    private final SplittableRandom random = new SplittableRandom(20261123);

    static Stream<Arguments> shapes() {
        List<Arguments> shapes = new ArrayList<>();
        for (int rows : new int[] {1, 2, 3, 4, 5, 7, 8, 9}) {
            for (int size : SIZES) {
                shapes.add(Arguments.of(rows, size, 17));
                shapes.add(Arguments.of(rows, 9, size));
            }
        }
        shapes.add(Arguments.of(128, 120, 80));
        return shapes.stream();
    }

    private float[] draw(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void affineIsItsFormula(int rows, int inner, int outputs) {
        int width = Kernels.padded(outputs);
        int stride = Kernels.padded(inner);
        float[] x = draw(OFFSET + rows * stride);
        float[] w = draw(OFFSET + Kernels.weights(inner, outputs));
        float[] out = new float[OFFSET + rows * width];
        float[] clipped = out.clone();
        float[] twin = out.clone();
        KERNELS.affine(rows, inner, width, x, OFFSET, stride, w, OFFSET, out, OFFSET, false);
        KERNELS.affine(rows, inner, width, x, OFFSET, stride, w, OFFSET, clipped, OFFSET, true);
        TWIN.affine(rows, inner, width, x, OFFSET, stride, w, OFFSET, twin, OFFSET, false);
        assertArrayEquals(twin, out);
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < width; o++) {
                double sum = w[OFFSET + Kernels.weight(inner, inner, o)];
                for (int i = 0; i < inner; i++) {
                    sum += (double) x[OFFSET + r * stride + i] * w[OFFSET + Kernels.weight(inner, i, o)];
                }
                int at = OFFSET + r * width + o;
                assertEquals(sum, out[at], 1e-6 * (inner + 1));
                assertEquals(Math.max(out[at], 0), clipped[at]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void gradientIsItsFormula(int rows, int inner, int outputs) {
        int width = Kernels.padded(outputs);
        int stride = Kernels.padded(inner);
        float[] x = draw(OFFSET + rows * stride);
        float[] d = draw(OFFSET + rows * width);
        float[] before = draw(OFFSET + Kernels.weights(inner, outputs));
        float[] g = before.clone();
        float[] twin = before.clone();
        KERNELS.accumulateGradient(rows, inner, width, x, OFFSET, stride, d, OFFSET, g, OFFSET);
        TWIN.accumulateGradient(rows, inner, width, x, OFFSET, stride, d, OFFSET, twin, OFFSET);
        assertArrayEquals(twin, g);
        for (int i = 0; i <= inner; i++) {
            for (int o = 0; o < width; o++) {
                double sum = before[OFFSET + Kernels.weight(inner, i, o)];
                for (int r = 0; r < rows; r++) {
                    sum += (i < inner ? x[OFFSET + r * stride + i] : 1.0) * d[OFFSET + r * width + o];
                }
                assertEquals(sum, g[OFFSET + Kernels.weight(inner, i, o)], 1e-6 * (rows + 1));
            }
        }
    }

    static Stream<Integer> lengths() {
        return Arrays.stream(SIZES).boxed();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void elementwiseKernelsAreTheirFormulas(int size) {
        int length = Kernels.padded(size);
        float[] x = draw(OFFSET + length);
        float[] y = draw(OFFSET + length);

        float[] scaled = y.clone();
        KERNELS.addScaled(length, 0.7f, x, OFFSET, scaled, OFFSET);
        float[] masked = y.clone();
        KERNELS.maskRelu(length, x, OFFSET, masked, OFFSET);
        float[] sigmoid = x.clone();
        for (int j = OFFSET; j < sigmoid.length; j++) {
            sigmoid[j] *= 20;
        }
        float[] arguments = sigmoid.clone();
        float[] twin = sigmoid.clone();
        KERNELS.sigmoid(length, sigmoid, OFFSET);
        TWIN.sigmoid(length, twin, OFFSET);

        assertArrayEquals(twin, sigmoid);
        for (int j = OFFSET; j < OFFSET + length; j++) {
            assertEquals(Math.fma(0.7f, x[j], y[j]), scaled[j]);
            assertEquals(x[j] > 0 ? y[j] : 0, masked[j]);
            assertEquals(1 / (1 + Math.exp(-arguments[j])), sigmoid[j], 2e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void softmaxIsItsFormula(int length) {
        float[] x = draw(OFFSET + length + 1);
        float[] before = x.clone();
        float[] twin = x.clone();
        KERNELS.softmax(length, x, OFFSET);
        TWIN.softmax(length, twin, OFFSET);
        assertArrayEquals(twin, x);
        double sum = 0;
        for (int j = OFFSET; j < OFFSET + length; j++) {
            sum += Math.exp(before[j]);
        }
        for (int j = OFFSET; j < OFFSET + length; j++) {
            assertEquals(Math.exp(before[j]) / sum, x[j], 1e-6);
        }
        assertEquals(before[OFFSET + length], x[OFFSET + length]);
    }
}
