package dev.twinplace.kernel.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The gradient of a dense layer's weights, in blocks of four weights' rows by two vectors that stay in registers. */
final class Gradient {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = Lanes.COUNT;

    private Gradient() {}

    static void accumulate(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        int o = 0;
        for (; o + 2 * LANES <= width; o += 2 * LANES) {
            int i = 0;
            for (; i + 4 <= inner; i += 4) {
                fourByTwo(rows, width, x, xAt + i, xStride, d, dAt + o, g, gAt + i * width + o);
            }
            for (; i < inner; i++) {
                oneByOne(rows, width, x, xAt + i, xStride, d, dAt + o, g, gAt + i * width + o);
                oneByOne(rows, width, x, xAt + i, xStride, d, dAt + o + LANES, g, gAt + i * width + o + LANES);
            }
        }
        for (; o < width; o += LANES) {
            for (int i = 0; i < inner; i++) {
                oneByOne(rows, width, x, xAt + i, xStride, d, dAt + o, g, gAt + i * width + o);
            }
        }
        bias(rows, width, d, dAt, g, gAt + inner * width);
    }

    private static void bias(int rows, int width, float[] d, int dAt, float[] g, int gAt) {
        for (int o = 0; o < width; o += LANES) {
            FloatVector sum = fromArray(SPECIES, g, gAt + o);
            for (int r = 0; r < rows; r++) {
                sum = sum.add(fromArray(SPECIES, d, dAt + r * width + o));
            }
            sum.intoArray(g, gAt + o);
        }
    }

    private static void fourByTwo(
            int rows, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int g0) {
        int g1 = g0 + width;
        int g2 = g1 + width;
        int g3 = g2 + width;
        FloatVector a0 = fromArray(SPECIES, g, g0);
        FloatVector a1 = fromArray(SPECIES, g, g1);
        FloatVector a2 = fromArray(SPECIES, g, g2);
        FloatVector a3 = fromArray(SPECIES, g, g3);
        FloatVector b0 = fromArray(SPECIES, g, g0 + LANES);
        FloatVector b1 = fromArray(SPECIES, g, g1 + LANES);
        FloatVector b2 = fromArray(SPECIES, g, g2 + LANES);
        FloatVector b3 = fromArray(SPECIES, g, g3 + LANES);
        for (int r = 0; r < rows; r++) {
            FloatVector da = fromArray(SPECIES, d, dAt + r * width);
            FloatVector db = fromArray(SPECIES, d, dAt + r * width + LANES);
            int at = xAt + r * xStride;
            FloatVector value = broadcast(SPECIES, x[at]);
            a0 = value.fma(da, a0);
            b0 = value.fma(db, b0);
            value = broadcast(SPECIES, x[at + 1]);
            a1 = value.fma(da, a1);
            b1 = value.fma(db, b1);
            value = broadcast(SPECIES, x[at + 2]);
            a2 = value.fma(da, a2);
            b2 = value.fma(db, b2);
            value = broadcast(SPECIES, x[at + 3]);
            a3 = value.fma(da, a3);
            b3 = value.fma(db, b3);
        }
        store(a0, b0, g, g0);
        store(a1, b1, g, g1);
        store(a2, b2, g, g2);
        store(a3, b3, g, g3);
    }

    private static void store(FloatVector a, FloatVector b, float[] g, int at) {
        a.intoArray(g, at);
        b.intoArray(g, at + LANES);
    }

    private static void oneByOne(
            int rows, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        FloatVector sum = fromArray(SPECIES, g, gAt);
        for (int r = 0; r < rows; r++) {
            sum = broadcast(SPECIES, x[xAt + r * xStride]).fma(fromArray(SPECIES, d, dAt + r * width), sum);
        }
        sum.intoArray(g, gAt);
    }
}
