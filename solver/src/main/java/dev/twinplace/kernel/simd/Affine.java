package dev.twinplace.kernel.simd;

import static dev.twinplace.kernel.Kernels.PADDING;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import dev.twinplace.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A dense layer with its sums kept in registers: blocks of four rows by two vectors, so that a weight that was loaded
 * serves four rows while its panel stays in the first cache; then of one row by eight vectors, which is what a single row
 * needs to hide the latency of the multiply-adds; then what remains.
 */
final class Affine {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = Lanes.COUNT;

    private Affine() {}

    static void compute(
            int rows,
            int inner,
            int width,
            float[] x,
            int xAt,
            int xStride,
            float[] w,
            int wAt,
            float[] out,
            int outAt,
            boolean relu) {
        float floor = relu ? 0 : Float.NEGATIVE_INFINITY;
        int blocked = rows & -4;
        int o = 0;
        for (; o + 2 * LANES <= width; o += 2 * LANES) {
            int panel = wAt + Kernels.weight(inner, 0, o);
            for (int r = 0; r < blocked; r += 4) {
                fourByTwo(inner, width, x, xAt + r * xStride, xStride, w, panel, out, outAt + r * width + o, floor);
            }
        }
        for (; o < width; o += LANES) {
            int a = wAt + Kernels.weight(inner, 0, o);
            for (int r = 0; r < blocked; r++) {
                oneByOne(inner, x, xAt + r * xStride, w, a, out, outAt + r * width + o, floor);
            }
        }
        for (int r = blocked; r < rows; r++) {
            oneRow(inner, width, x, xAt + r * xStride, w, wAt, out, outAt + r * width, floor);
        }
    }

    private static void oneRow(
            int inner, int width, float[] x, int xAt, float[] w, int wAt, float[] out, int outAt, float floor) {
        int o = 0;
        for (; o + 8 * LANES <= width; o += 8 * LANES) {
            oneByEight(inner, x, xAt, w, wAt + Kernels.weight(inner, 0, o), out, outAt + o, floor);
        }
        for (; o + 4 * LANES <= width; o += 4 * LANES) {
            oneByFour(inner, x, xAt, w, wAt + Kernels.weight(inner, 0, o), out, outAt + o, floor);
        }
        for (; o + 2 * LANES <= width; o += 2 * LANES) {
            oneByTwo(inner, x, xAt, w, wAt + Kernels.weight(inner, 0, o), out, outAt + o, floor);
        }
        for (; o < width; o += LANES) {
            oneByOne(inner, x, xAt, w, wAt + Kernels.weight(inner, 0, o), out, outAt + o, floor);
        }
    }

    private static void fourByTwo(
            int inner,
            int width,
            float[] x,
            int x0,
            int xStride,
            float[] w,
            int a,
            float[] out,
            int outAt,
            float floor) {
        int b = a + Lanes.vectorAt(1, (inner + 1) * PADDING);
        int x1 = x0 + xStride;
        int x2 = x1 + xStride;
        int x3 = x2 + xStride;
        FloatVector a0 = zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int i = 0; i < inner; i++) {
            FloatVector wa = fromArray(SPECIES, w, a + i * PADDING);
            FloatVector wb = fromArray(SPECIES, w, b + i * PADDING);
            FloatVector value = broadcast(SPECIES, x[x0 + i]);
            a0 = value.fma(wa, a0);
            b0 = value.fma(wb, b0);
            value = broadcast(SPECIES, x[x1 + i]);
            a1 = value.fma(wa, a1);
            b1 = value.fma(wb, b1);
            value = broadcast(SPECIES, x[x2 + i]);
            a2 = value.fma(wa, a2);
            b2 = value.fma(wb, b2);
            value = broadcast(SPECIES, x[x3 + i]);
            a3 = value.fma(wa, a3);
            b3 = value.fma(wb, b3);
        }
        FloatVector biasA = fromArray(SPECIES, w, a + inner * PADDING);
        FloatVector biasB = fromArray(SPECIES, w, b + inner * PADDING);
        a0.add(biasA).max(floor).intoArray(out, outAt);
        b0.add(biasB).max(floor).intoArray(out, outAt + LANES);
        a1.add(biasA).max(floor).intoArray(out, outAt + width);
        b1.add(biasB).max(floor).intoArray(out, outAt + width + LANES);
        a2.add(biasA).max(floor).intoArray(out, outAt + 2 * width);
        b2.add(biasB).max(floor).intoArray(out, outAt + 2 * width + LANES);
        a3.add(biasA).max(floor).intoArray(out, outAt + 3 * width);
        b3.add(biasB).max(floor).intoArray(out, outAt + 3 * width + LANES);
    }

    private static void oneByEight(
            int inner, float[] x, int xAt, float[] w, int w0, float[] out, int outAt, float floor) {
        int panel = (inner + 1) * PADDING;
        int w1 = w0 + Lanes.vectorAt(1, panel);
        int w2 = w0 + Lanes.vectorAt(2, panel);
        int w3 = w0 + Lanes.vectorAt(3, panel);
        int w4 = w0 + Lanes.vectorAt(4, panel);
        int w5 = w0 + Lanes.vectorAt(5, panel);
        int w6 = w0 + Lanes.vectorAt(6, panel);
        int w7 = w0 + Lanes.vectorAt(7, panel);
        FloatVector a0 = zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        FloatVector a6 = a0;
        FloatVector a7 = a0;
        for (int i = 0; i < inner; i++) {
            FloatVector value = broadcast(SPECIES, x[xAt + i]);
            int row = i * PADDING;
            a0 = value.fma(fromArray(SPECIES, w, w0 + row), a0);
            a1 = value.fma(fromArray(SPECIES, w, w1 + row), a1);
            a2 = value.fma(fromArray(SPECIES, w, w2 + row), a2);
            a3 = value.fma(fromArray(SPECIES, w, w3 + row), a3);
            a4 = value.fma(fromArray(SPECIES, w, w4 + row), a4);
            a5 = value.fma(fromArray(SPECIES, w, w5 + row), a5);
            a6 = value.fma(fromArray(SPECIES, w, w6 + row), a6);
            a7 = value.fma(fromArray(SPECIES, w, w7 + row), a7);
        }
        int bias = inner * PADDING;
        a0.add(fromArray(SPECIES, w, w0 + bias)).max(floor).intoArray(out, outAt);
        a1.add(fromArray(SPECIES, w, w1 + bias)).max(floor).intoArray(out, outAt + LANES);
        a2.add(fromArray(SPECIES, w, w2 + bias)).max(floor).intoArray(out, outAt + 2 * LANES);
        a3.add(fromArray(SPECIES, w, w3 + bias)).max(floor).intoArray(out, outAt + 3 * LANES);
        a4.add(fromArray(SPECIES, w, w4 + bias)).max(floor).intoArray(out, outAt + 4 * LANES);
        a5.add(fromArray(SPECIES, w, w5 + bias)).max(floor).intoArray(out, outAt + 5 * LANES);
        a6.add(fromArray(SPECIES, w, w6 + bias)).max(floor).intoArray(out, outAt + 6 * LANES);
        a7.add(fromArray(SPECIES, w, w7 + bias)).max(floor).intoArray(out, outAt + 7 * LANES);
    }

    private static void oneByFour(
            int inner, float[] x, int xAt, float[] w, int w0, float[] out, int outAt, float floor) {
        int panel = (inner + 1) * PADDING;
        int w1 = w0 + Lanes.vectorAt(1, panel);
        int w2 = w0 + Lanes.vectorAt(2, panel);
        int w3 = w0 + Lanes.vectorAt(3, panel);
        FloatVector a0 = zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        for (int i = 0; i < inner; i++) {
            FloatVector value = broadcast(SPECIES, x[xAt + i]);
            int row = i * PADDING;
            a0 = value.fma(fromArray(SPECIES, w, w0 + row), a0);
            a1 = value.fma(fromArray(SPECIES, w, w1 + row), a1);
            a2 = value.fma(fromArray(SPECIES, w, w2 + row), a2);
            a3 = value.fma(fromArray(SPECIES, w, w3 + row), a3);
        }
        int bias = inner * PADDING;
        a0.add(fromArray(SPECIES, w, w0 + bias)).max(floor).intoArray(out, outAt);
        a1.add(fromArray(SPECIES, w, w1 + bias)).max(floor).intoArray(out, outAt + LANES);
        a2.add(fromArray(SPECIES, w, w2 + bias)).max(floor).intoArray(out, outAt + 2 * LANES);
        a3.add(fromArray(SPECIES, w, w3 + bias)).max(floor).intoArray(out, outAt + 3 * LANES);
    }

    private static void oneByTwo(
            int inner, float[] x, int xAt, float[] w, int w0, float[] out, int outAt, float floor) {
        int w1 = w0 + Lanes.vectorAt(1, (inner + 1) * PADDING);
        FloatVector a = zero(SPECIES);
        FloatVector b = a;
        for (int i = 0; i < inner; i++) {
            FloatVector value = broadcast(SPECIES, x[xAt + i]);
            a = value.fma(fromArray(SPECIES, w, w0 + i * PADDING), a);
            b = value.fma(fromArray(SPECIES, w, w1 + i * PADDING), b);
        }
        FloatVector biasA = fromArray(SPECIES, w, w0 + inner * PADDING);
        FloatVector biasB = fromArray(SPECIES, w, w1 + inner * PADDING);
        a.add(biasA).max(floor).intoArray(out, outAt);
        b.add(biasB).max(floor).intoArray(out, outAt + LANES);
    }

    private static void oneByOne(
            int inner, float[] x, int xAt, float[] w, int w0, float[] out, int outAt, float floor) {
        FloatVector a = zero(SPECIES);
        for (int i = 0; i < inner; i++) {
            a = broadcast(SPECIES, x[xAt + i]).fma(fromArray(SPECIES, w, w0 + i * PADDING), a);
        }
        a.add(fromArray(SPECIES, w, w0 + inner * PADDING)).max(floor).intoArray(out, outAt);
    }
}
