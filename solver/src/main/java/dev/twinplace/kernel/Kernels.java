package dev.twinplace.kernel;

/**
 * What networks compute with, on flat {@code float} arrays.
 *
 * <p>Activations are row-major. Rows are padded: a matrix of n columns takes {@link #padded padded(n)} floats per row, so
 * that no loop has a tail. What stands in the padding of an input must be finite; what comes out there follows the formula
 * and means nothing.
 *
 * <p>Weights lie in panels of {@value #PADDING} columns, one after the other, each row-major with the bias as its last row;
 * {@link #weight} says where. So a product reads them from front to back, in steps that the compiler knows.
 *
 * <p><b>Every implementation gives the same bits.</b> Each sum has one accumulator and runs in ascending order of its index,
 * each step is a fused multiply-add, and the lanes of a vector hold different sums. So a model can be trained on one machine
 * and checked on another, and the twins are tested for equality instead of closeness.
 *
 * <p>Arrays may be the same only where that is said. Implementations hold no state and allocate nothing. Bounds are checked
 * by Java alone.
 */
public interface Kernels {
    /** Rows are padded to a multiple of this: a cache line, and the widest vector there is. */
    int PADDING = 16;

    /** The least multiple of {@value #PADDING} that is at least {@code columns}. */
    static int padded(int columns) {
        return Math.addExact(columns, PADDING - 1) & -PADDING;
    }

    /** Floats that the weights of a layer take, biases and padding included. */
    static int weights(int inner, int outputs) {
        return Math.multiplyExact(Math.addExact(inner, 1), padded(outputs));
    }

    /** Where, from the layer's first float on, the weight from input i to output o is; the bias of o with i = inner. */
    static int weight(int inner, int i, int o) {
        return (o / PADDING * (inner + 1) + i) * PADDING + o % PADDING;
    }

    /** Name for reports: {@code scalar}, or {@code simd} with the number of lanes. */
    String name();

    /**
     * A dense layer: out[r][o] = w[inner][o] + Σ_i x[r][i]·w[i][o] for r in [0, rows), o in [0, width), and the same
     * clipped at 0 with {@code relu}.
     *
     * @param width padded
     * @param w {@link #weights} from {@code wAt} on, the bias being w[inner]
     * @param x rows × inner from {@code xAt} on, a row every {@code xStride}
     * @param out rows × width from {@code outAt} on
     */
    void affine(
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
            boolean relu);

    /**
     * Its gradient for the weights: g[i][o] += Σ_r x[r][i]·d[r][o], and g[inner][o] += Σ_r d[r][o] for the bias.
     *
     * @param x as in {@link #affine}
     * @param d rows × width from {@code dAt} on: the gradient of what {@code affine} put out
     * @param g as {@code w} there, from {@code gAt} on
     */
    void accumulateGradient(
            int rows, int inner, int width, float[] x, int xAt, int xStride, float[] d, int dAt, float[] g, int gAt);

    /** The gradient of a clipped layer: d[j] = 0 where y[j] ≤ 0, for j in [0, length), a multiple of the padding. */
    void maskRelu(int length, float[] y, int yAt, float[] d, int dAt);

    /** y[j] += a·x[j] for j in [0, length), a multiple of the padding. */
    void addScaled(int length, float a, float[] x, int xAt, float[] y, int yAt);

    /** x[j] = 1 / (1 + exp(−x[j])) for j in [0, length), a multiple of the padding, within 2e-7 of the true value. */
    void sigmoid(int length, float[] x, int xAt);

    /**
     * x[j] = exp(x[j] − most) / Σ exp(x[i] − most) for j in [0, length), where most is the largest; any length of at least
     * 1, and what stands beyond it is left alone.
     */
    void softmax(int length, float[] x, int xAt);
}
