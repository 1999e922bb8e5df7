package dev.twinplace.nn;

import dev.twinplace.kernel.Kernels;

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
     * One step, on all arrays from {@code at} on.
     *
     * @param iteration from 1 on
     * @param length a multiple of the padding
     */
    public void update(
            Kernels kernels,
            int iteration,
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int at,
            int length) {
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, iteration)) / (1 - StrictMath.pow(beta1, iteration));
        kernels.adam(
                length,
                parameters,
                gradient,
                mean,
                square,
                at,
                (float) (learningRate * correction),
                (float) beta1,
                (float) beta2,
                EPSILON);
    }
}
