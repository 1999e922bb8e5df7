package dev.twinplace.ddl;

import dev.twinplace.io.TensorFile;
import dev.twinplace.nn.Adam;
import dev.twinplace.nn.Mlp;

/** Networks of one shape that are being trained, one after the other in one array: weights, gradient, Adam's two means. */
final class Learnables {
    private final String name;
    private final Mlp shape;
    private final int count;
    private final float[] weights;
    private final float[] gradient;
    private final float[] mean;
    private final float[] square;

    private Learnables(String name, Mlp shape, int count, float[] weights, float[] mean, float[] square) {
        this.name = name;
        this.shape = shape;
        this.count = count;
        this.weights = weights;
        this.mean = mean;
        this.square = square;
        gradient = new float[weights.length];
    }

    /** Not trained yet. The weights are not copied. */
    static Learnables fresh(String name, Mlp shape, int count, float[] weights) {
        return new Learnables(name, shape, count, weights, new float[weights.length], new float[weights.length]);
    }

    /** As {@link #write} left them. */
    static Learnables read(String name, Mlp shape, int count, TensorReader tensors) {
        return new Learnables(
                name,
                shape,
                count,
                tensors.networks(name, shape, count),
                tensors.networks(name + ".mean", shape, count),
                tensors.networks(name + ".square", shape, count));
    }

    void write(TensorFile.Builder file) {
        NetworkTensors.add(file, name, shape, count, weights);
        NetworkTensors.add(file, name + ".mean", shape, count, mean);
        NetworkTensors.add(file, name + ".square", shape, count, square);
    }

    /** The array itself. */
    float[] weights() {
        return weights;
    }

    /** To be filled before {@link #update}; the array itself. */
    float[] gradient() {
        return gradient;
    }

    /** Does one step on a stretch of the arrays. */
    void update(Adam optimiser, int step, int at, int length) {
        optimiser.update(step, weights, gradient, mean, square, at, length);
    }

    boolean isFinite() {
        // The sum of finite weights could overflow only in float.
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return Double.isFinite(sum);
    }
}
