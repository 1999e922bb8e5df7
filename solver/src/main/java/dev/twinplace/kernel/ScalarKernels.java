package dev.twinplace.kernel;

import java.util.Arrays;

/** The formulas as loops, written so that the JIT compiler makes the most of them. Runs everywhere. */
public final class ScalarKernels implements Kernels {
    /** So many sums are kept in registers at once. */
    private static final int BLOCK = 8;

    @Override
    public String name() {
        return "scalar";
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
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < width; o += BLOCK) {
                int at = outAt + r * width + o;
                Arrays.fill(out, at, at + BLOCK, 0);
                accumulate(inner, x, xAt + r * xStride, 1, w, wAt + Kernels.weight(inner, 0, o), PADDING, out, at);
                int bias = wAt + Kernels.weight(inner, inner, o);
                for (int k = 0; k < BLOCK; k++) {
                    float sum = out[at + k] + w[bias + k];
                    out[at + k] = relu ? Math.max(sum, 0) : sum;
                }
            }
        }
    }

    @Override
    public void accumulateGradient(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        for (int o = 0; o < width; o += BLOCK) {
            for (int i = 0; i < inner; i++) {
                accumulate(rows, x, xAt + i, xStride, d, dAt + o, width, g, gAt + Kernels.weight(inner, i, o));
            }
            int bias = gAt + Kernels.weight(inner, inner, o);
            for (int r = 0; r < rows; r++) {
                for (int k = 0; k < BLOCK; k++) {
                    g[bias + k] += d[dAt + r * width + o + k];
                }
            }
        }
    }

    /** out[outAt + k] += Σ_j x[xAt + j·xStep]·m[mAt + j·mStep + k] for j in [0, length) and {@value #BLOCK} k. */
    private static void accumulate(
            int length, float[] x, int xAt, int xStep, float[] m, int mAt, int mStep, float[] out, int outAt) {
        float a0 = out[outAt];
        float a1 = out[outAt + 1];
        float a2 = out[outAt + 2];
        float a3 = out[outAt + 3];
        float a4 = out[outAt + 4];
        float a5 = out[outAt + 5];
        float a6 = out[outAt + 6];
        float a7 = out[outAt + 7];
        for (int j = 0; j < length; j++) {
            float value = x[xAt + j * xStep];
            int row = mAt + j * mStep;
            a0 = Math.fma(value, m[row], a0);
            a1 = Math.fma(value, m[row + 1], a1);
            a2 = Math.fma(value, m[row + 2], a2);
            a3 = Math.fma(value, m[row + 3], a3);
            a4 = Math.fma(value, m[row + 4], a4);
            a5 = Math.fma(value, m[row + 5], a5);
            a6 = Math.fma(value, m[row + 6], a6);
            a7 = Math.fma(value, m[row + 7], a7);
        }
        out[outAt] = a0;
        out[outAt + 1] = a1;
        out[outAt + 2] = a2;
        out[outAt + 3] = a3;
        out[outAt + 4] = a4;
        out[outAt + 5] = a5;
        out[outAt + 6] = a6;
        out[outAt + 7] = a7;
    }

    @Override
    public void maskRelu(int length, float[] y, int yAt, float[] d, int dAt) {
        for (int j = 0; j < length; j++) {
            d[dAt + j] = y[yAt + j] > 0 ? d[dAt + j] : 0;
        }
    }

    @Override
    public void addScaled(int length, float a, float[] x, int xAt, float[] y, int yAt) {
        for (int j = 0; j < length; j++) {
            y[yAt + j] = Math.fma(a, x[xAt + j], y[yAt + j]);
        }
    }

    @Override
    public void sigmoid(int length, float[] x, int xAt) {
        for (int j = xAt; j < xAt + length; j++) {
            x[j] = 1 / (1 + Exponential.of(-x[j]));
        }
    }

    @Override
    public void softmax(int length, float[] x, int xAt) {
        float most = Float.NEGATIVE_INFINITY;
        for (int j = xAt; j < xAt + length; j++) {
            most = Math.max(most, x[j]);
        }
        float sum = 0;
        for (int j = xAt; j < xAt + length; j++) {
            x[j] = Exponential.of(x[j] - most);
            sum += x[j];
        }
        for (int j = xAt; j < xAt + length; j++) {
            x[j] /= sum;
        }
    }
}
