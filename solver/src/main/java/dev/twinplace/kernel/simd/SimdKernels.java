package dev.twinplace.kernel.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.twinplace.kernel.Exponential;
import dev.twinplace.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The same formulas with vectors of the machine's preferred width, at most {@value Kernels#PADDING} lanes. The two products
 * are in {@link Affine} and {@link Gradient}.
 */
public final class SimdKernels implements Kernels {
    private static final int LANES = Lanes.COUNT;

    @Override
    public String name() {
        return "simd" + LANES;
    }

    @Override
    public void affine(
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
        Affine.compute(rows, inner, width, x, xAt, xStride, w, wAt, out, outAt, relu);
    }

    @Override
    public void accumulateGradient(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        Gradient.accumulate(rows, inner, width, x, xAt, xStride, d, dAt, g, gAt);
    }

    @Override
    public void maskRelu(int length, float[] y, int yAt, float[] d, int dAt) {
        FloatVector zero = FloatVector.zero(Lanes.SPECIES);
        for (int j = 0; j < length; j += LANES) {
            VectorMask<Float> clipped = fromArray(Lanes.SPECIES, y, yAt + j).compare(VectorOperators.LE, zero);
            fromArray(Lanes.SPECIES, d, dAt + j).blend(zero, clipped).intoArray(d, dAt + j);
        }
    }

    @Override
    public void addScaled(int length, float a, float[] x, int xAt, float[] y, int yAt) {
        FloatVector scale = broadcast(Lanes.SPECIES, a);
        for (int j = 0; j < length; j += LANES) {
            scale.fma(fromArray(Lanes.SPECIES, x, xAt + j), fromArray(Lanes.SPECIES, y, yAt + j))
                    .intoArray(y, yAt + j);
        }
    }

    @Override
    public void sigmoid(int length, float[] x, int xAt) {
        FloatVector one = broadcast(Lanes.SPECIES, 1);
        for (int j = xAt; j < xAt + length; j += LANES) {
            FloatVector e = exp(fromArray(Lanes.SPECIES, x, j).neg());
            one.div(one.add(e)).intoArray(x, j);
        }
    }

    @Override
    public void softmax(int length, float[] x, int xAt) {
        float most = Float.NEGATIVE_INFINITY;
        for (int j = xAt; j < xAt + length; j++) {
            most = Math.max(most, x[j]);
        }
        int j = xAt;
        for (; j + LANES <= xAt + length; j += LANES) {
            exp(fromArray(Lanes.SPECIES, x, j).sub(most)).intoArray(x, j);
        }
        for (; j < xAt + length; j++) {
            x[j] = Exponential.of(x[j] - most);
        }
        float sum = 0;
        for (int i = xAt; i < xAt + length; i++) {
            sum += x[i];
        }
        for (int i = xAt; i < xAt + length; i++) {
            x[i] /= sum;
        }
    }

    /** As {@link Exponential#of}, step by step. */
    private static FloatVector exp(FloatVector x) {
        FloatVector clipped = x.max(Exponential.LEAST).min(Exponential.MOST);
        FloatVector rounded = clipped.fma(
                broadcast(Lanes.SPECIES, Exponential.LOG2_E), broadcast(Lanes.SPECIES, Exponential.ROUNDER));
        FloatVector k = rounded.sub(Exponential.ROUNDER);
        FloatVector high = k.fma(broadcast(Lanes.SPECIES, -Exponential.LN2_HIGH), clipped);
        FloatVector r = k.fma(broadcast(Lanes.SPECIES, -Exponential.LN2_LOW), high);
        FloatVector p = broadcast(Lanes.SPECIES, Exponential.C7);
        p = p.fma(r, broadcast(Lanes.SPECIES, Exponential.C6));
        p = p.fma(r, broadcast(Lanes.SPECIES, Exponential.C5));
        p = p.fma(r, broadcast(Lanes.SPECIES, Exponential.C4));
        p = p.fma(r, broadcast(Lanes.SPECIES, Exponential.C3));
        p = p.fma(r, broadcast(Lanes.SPECIES, Exponential.C2));
        p = p.fma(r, broadcast(Lanes.SPECIES, 1));
        p = p.fma(r, broadcast(Lanes.SPECIES, 1));
        return p.mul(rounded.reinterpretAsInts()
                .add(Exponential.EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS)
                .reinterpretAsFloats());
    }
}
