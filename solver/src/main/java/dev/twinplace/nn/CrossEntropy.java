package dev.twinplace.nn;

/**
 * The loss of (20): the mean over samples of −Σ (x·log f + (1 − x)·log(1 − f)), summed over outputs as the paper's inner
 * products do.
 */
public final class CrossEntropy {
    /** Keeps logarithms finite where a sigmoid has saturated. */
    private static final double MIN_PROBABILITY = 1e-7;

    private CrossEntropy() {}

    /**
     * Computes the loss and its gradient before the sigmoid, (f − x) / rows.
     *
     * @param probabilities f, rows × outputs, a row every {@code stride}; read only
     * @param labels x, 0 or 1, laid out the same; read only
     * @param gradient laid out the same; written, zeros in the padding
     */
    public static double of(
            int rows, int outputs, int stride, float[] probabilities, float[] labels, float[] gradient) {
        double loss = 0;
        for (int r = 0; r < rows; r++) {
            for (int j = r * stride; j < r * stride + outputs; j++) {
                double right = labels[j] > 0.5f ? probabilities[j] : 1 - probabilities[j];
                loss -= Math.log(Math.max(right, MIN_PROBABILITY));
                gradient[j] = (probabilities[j] - labels[j]) / rows;
            }
            for (int j = r * stride + outputs; j < (r + 1) * stride; j++) {
                gradient[j] = 0;
            }
        }
        return loss / rows;
    }
}
