package dev.twinplace.kernel.simd;

import static dev.twinplace.kernel.Kernels.PADDING;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.twinplace.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The gradient of a dense layer's weights, in blocks of four weights' rows by two vectors that stay in registers. */
final class Gradient {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = Lanes.COUNT;

    private Gradient() {}

    static void accumulate(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        int blocked = inner & -4;
        int o = 0;
        for (; o + 2 * LANES <= width; o += 2 * LANES) {
            int ga = gAt + Kernels.weight(inner, 0, o);
            int gb = gAt + Kernels.weight(inner, 0, o + LANES);
            for (int i = 0; i < blocked; i += 4) {
                fourByTwo(rows, width, x, xAt + i, xStride, d, dAt + o, g, ga + i * PADDING, gb + i * PADDING);
            }
            oneByOne(rows, width, x, xAt, xStride, d, dAt + o, g, ga, blocked, inner);
            oneByOne(rows, width, x, xAt, xStride, d, dAt + o + LANES, g, gb, blocked, inner);
        }
        for (; o < width; o += LANES) {
            oneByOne(rows, width, x, xAt, xStride, d, dAt + o, g, gAt + Kernels.weight(inner, 0, o), 0, inner);
        }
        for (o = 0; o < width; o += LANES) {
            bias(rows, width, d, dAt + o, g, gAt + Kernels.weight(inner, inner, o));
        }
    }

    private static void bias(int rows, int width, float[] d, int dAt, float[] g, int gAt) {
        FloatVector sum = fromArray(SPECIES, g, gAt);
        for (int r = 0; r < rows; r++) {
            sum = sum.add(fromArray(SPECIES, d, dAt + r * width));
        }
        sum.intoArray(g, gAt);
    }

    private static void fourByTwo(
            int rows, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int ga, int gb) {
        FloatVector a0 = fromArray(SPECIES, g, ga);
        FloatVector a1 = fromArray(SPECIES, g, ga + PADDING);
        FloatVector a2 = fromArray(SPECIES, g, ga + 2 * PADDING);
        FloatVector a3 = fromArray(SPECIES, g, ga + 3 * PADDING);
        FloatVector b0 = fromArray(SPECIES, g, gb);
        FloatVector b1 = fromArray(SPECIES, g, gb + PADDING);
        FloatVector b2 = fromArray(SPECIES, g, gb + 2 * PADDING);
        FloatVector b3 = fromArray(SPECIES, g, gb + 3 * PADDING);
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
        a0.intoArray(g, ga);
        a1.intoArray(g, ga + PADDING);
        a2.intoArray(g, ga + 2 * PADDING);
        a3.intoArray(g, ga + 3 * PADDING);
        b0.intoArray(g, gb);
        b1.intoArray(g, gb + PADDING);
        b2.intoArray(g, gb + 2 * PADDING);
        b3.intoArray(g, gb + 3 * PADDING);
    }

    private static void oneByOne(
            int rows,
            int width,
            float[] x,
            int xAt,
            int xStride,
            float[] d,
            int dAt,
            float[] g,
            int gAt,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            FloatVector sum = fromArray(SPECIES, g, gAt + i * PADDING);
            for (int r = 0; r < rows; r++) {
                sum = broadcast(SPECIES, x[xAt + r * xStride + i]).fma(fromArray(SPECIES, d, dAt + r * width), sum);
            }
            sum.intoArray(g, gAt + i * PADDING);
        }
    }
}
