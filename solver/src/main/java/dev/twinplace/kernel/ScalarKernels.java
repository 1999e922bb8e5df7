package dev.twinplace.kernel;

import java.util.Arrays;

/** The formulas as loops, written so that the JIT compiler makes the most of them. Runs everywhere. */
public final class ScalarKernels implements Kernels {
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
            int row = outAt + r * width;
            Arrays.fill(out, row, row + width, 0);
            for (int i = 0; i < inner; i++) {
                addScaled(width, x[xAt + r * xStride + i], w, wAt + i * width, out, row);
            }
            int bias = wAt + inner * width;
            for (int o = 0; o < width; o++) {
                float sum = out[row + o] + w[bias + o];
                out[row + o] = relu ? Math.max(sum, 0) : sum;
            }
        }
    }

    @Override
    public void accumulateGradient(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < inner; i++) {
                addScaled(width, x[xAt + r * xStride + i], d, dAt + r * width, g, gAt + i * width);
            }
            addScaled(width, 1, d, dAt + r * width, g, gAt + inner * width);
        }
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

    @Override
    public int argMin(int length, float[] x, int at) {
        int least = 0;
        for (int j = 1; j < length; j++) {
            if (x[at + j] < x[at + least]) {
                least = j;
            }
        }
        return least;
    }
}
