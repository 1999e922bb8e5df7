package dev.twinplace.nn;

/**
 * The optimiser Adam (Kingma and Ba, 2015), without state: both means are the caller's.
 *
 * @param learningRate > 0
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of their squares, in [0, 1)
 */
public record Adam(double learningRate, double beta1, double beta2) {
    private static final float EPSILON = 1e-8f;

    public Adam {
        require("learningRate", learningRate > 0 && Double.isFinite(learningRate), "> 0", learningRate);
        require("beta1", beta1 >= 0 && beta1 < 1, "in [0, 1)", beta1);
        require("beta2", beta2 >= 0 && beta2 < 1, "in [0, 1)", beta2);
    }

    private static void require(String field, boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": must be " + rule + ", but was " + value);
        }
    }

    /** With the decays that its authors recommend, 0.9 and 0.999. */
    public static Adam withRate(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999);
    }

    /**
     * One step, on all arrays from {@code at} on, in the form of the end of the authors' section 2: m = β₁·m + (1 − β₁)·g, v =
     * β₂·v + (1 − β₂)·g², p −= step·m / (√v + ε), where the step has both means' bias corrected. No kernel: the JIT compiler
     * makes of this loop what the Vector API does.
     *
     * @param iteration from 1 on
     */
    public void update(
            int iteration, float[] parameters, float[] gradient, float[] mean, float[] square, int at, int length) {
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, iteration)) / (1 - StrictMath.pow(beta1, iteration));
        float step = (float) (learningRate * correction);
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        for (int j = at; j < at + length; j++) {
            mean[j] = Math.fma(keep1, mean[j], (1 - keep1) * gradient[j]);
            square[j] = Math.fma(keep2, square[j], (1 - keep2) * gradient[j] * gradient[j]);
            parameters[j] -= step * mean[j] / ((float) Math.sqrt(square[j]) + EPSILON);
        }
    }
}
