package dev.twinplace.kernel.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A dense layer with its sums kept in registers: blocks of four rows by two vectors, so that a weight that was loaded
 * serves four rows; then of one row by eight vectors, which is what a single row needs to hide the latency of the
 * multiply-adds; then what remains.
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
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            int o = 0;
            for (; o + 2 * LANES <= width; o += 2 * LANES) {
                fourByTwo(inner, width, x, xAt + r * xStride, xStride, w, wAt + o, out, outAt + r * width + o, relu);
            }
            for (; o < width; o += LANES) {
                for (int k = r; k < r + 4; k++) {
                    oneByOne(inner, width, x, xAt + k * xStride, w, wAt + o, out, outAt + k * width + o, relu);
                }
            }
        }
        for (; r < rows; r++) {
            oneRow(inner, width, x, xAt + r * xStride, w, wAt, out, outAt + r * width, relu);
        }
    }

    private static void oneRow(
            int inner, int width, float[] x, int xAt, float[] w, int wAt, float[] out, int outAt, boolean relu) {
        int o = 0;
        for (; o + 8 * LANES <= width; o += 8 * LANES) {
            oneByEight(inner, width, x, xAt, w, wAt + o, out, outAt + o, relu);
        }
        for (; o + 2 * LANES <= width; o += 2 * LANES) {
            oneByTwo(inner, width, x, xAt, w, wAt + o, out, outAt + o, relu);
        }
        for (; o < width; o += LANES) {
            oneByOne(inner, width, x, xAt, w, wAt + o, out, outAt + o, relu);
        }
    }

    private static void fourByTwo(
            int inner,
            int width,
            float[] x,
            int x0,
            int xStride,
            float[] w,
            int wAt,
            float[] out,
            int outAt,
            boolean relu) {
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
        int row = wAt;
        for (int i = 0; i < inner; i++, row += width) {
            FloatVector wa = fromArray(SPECIES, w, row);
            FloatVector wb = fromArray(SPECIES, w, row + LANES);
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
        store(a0, b0, w, row, out, outAt, relu);
        store(a1, b1, w, row, out, outAt + width, relu);
        store(a2, b2, w, row, out, outAt + 2 * width, relu);
        store(a3, b3, w, row, out, outAt + 3 * width, relu);
    }

    private static void oneByEight(
            int inner, int width, float[] x, int xAt, float[] w, int wAt, float[] out, int outAt, boolean relu) {
        FloatVector a0 = zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        FloatVector a6 = a0;
        FloatVector a7 = a0;
        int row = wAt;
        for (int i = 0; i < inner; i++, row += width) {
            FloatVector value = broadcast(SPECIES, x[xAt + i]);
            a0 = value.fma(fromArray(SPECIES, w, row), a0);
            a1 = value.fma(fromArray(SPECIES, w, row + LANES), a1);
            a2 = value.fma(fromArray(SPECIES, w, row + 2 * LANES), a2);
            a3 = value.fma(fromArray(SPECIES, w, row + 3 * LANES), a3);
            a4 = value.fma(fromArray(SPECIES, w, row + 4 * LANES), a4);
            a5 = value.fma(fromArray(SPECIES, w, row + 5 * LANES), a5);
            a6 = value.fma(fromArray(SPECIES, w, row + 6 * LANES), a6);
            a7 = value.fma(fromArray(SPECIES, w, row + 7 * LANES), a7);
        }
        store(a0, a1, w, row, out, outAt, relu);
        store(a2, a3, w, row + 2 * LANES, out, outAt + 2 * LANES, relu);
        store(a4, a5, w, row + 4 * LANES, out, outAt + 4 * LANES, relu);
        store(a6, a7, w, row + 6 * LANES, out, outAt + 6 * LANES, relu);
    }

    private static void oneByTwo(
            int inner, int width, float[] x, int xAt, float[] w, int wAt, float[] out, int outAt, boolean relu) {
        FloatVector a = zero(SPECIES);
        FloatVector b = a;
        int row = wAt;
        for (int i = 0; i < inner; i++, row += width) {
            FloatVector value = broadcast(SPECIES, x[xAt + i]);
            a = value.fma(fromArray(SPECIES, w, row), a);
            b = value.fma(fromArray(SPECIES, w, row + LANES), b);
        }
        store(a, b, w, row, out, outAt, relu);
    }

    private static void oneByOne(
            int inner, int width, float[] x, int xAt, float[] w, int wAt, float[] out, int outAt, boolean relu) {
        FloatVector a = zero(SPECIES);
        int row = wAt;
        for (int i = 0; i < inner; i++, row += width) {
            a = broadcast(SPECIES, x[xAt + i]).fma(fromArray(SPECIES, w, row), a);
        }
        store(a, w, row, out, outAt, relu);
    }

    private static void store(FloatVector a, FloatVector b, float[] w, int bias, float[] out, int outAt, boolean relu) {
        store(a, w, bias, out, outAt, relu);
        store(b, w, bias + LANES, out, outAt + LANES, relu);
    }

    private static void store(FloatVector sum, float[] w, int bias, float[] out, int outAt, boolean relu) {
        FloatVector value = sum.add(fromArray(SPECIES, w, bias));
        (relu ? value.max(0) : value).intoArray(out, outAt);
    }
}
