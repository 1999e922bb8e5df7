package dev.twinplace.nn;

import dev.twinplace.kernel.Kernels;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The shape of a multilayer perceptron: dense layers, ReLU between them, nothing after the last. Parameters are the
 * caller's, a stretch of some {@code float} array, so that many networks of one shape can lie side by side.
 *
 * <p>A layer of n inputs and k outputs takes (n + 1) × padded(k) floats, in the order of {@link Kernels#weight}. Padding
 * columns hold zeros, and training leaves them so. Activations and gradients are in a {@link
 * MlpWorkspace}. Forward and backward allocate nothing; both take O(rows × parameters).
 */
public final class Mlp {
    private final int[] sizes;
    private final int[] layerAt;

    /**
     * Sets up a shape.
     *
     * @param sizes of the input, the hidden layers and the output; at least two, each at least 1
     */
    public Mlp(int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException("sizes: must be at least two, but were " + Arrays.toString(sizes));
        }
        this.sizes = sizes.clone();
        layerAt = new int[sizes.length];
        for (int layer = 0; layer < sizes.length; layer++) {
            if (sizes[layer] < 1) {
                throw new IllegalArgumentException("sizes: must be >= 1, but were " + Arrays.toString(sizes));
            }
            if (layer + 1 < sizes.length) {
                layerAt[layer + 1] = Math.addExact(layerAt[layer], Kernels.weights(sizes[layer], sizes[layer + 1]));
            }
        }
    }

    /** How many dense layers. */
    public int layers() {
        return sizes.length - 1;
    }

    /** Size of the input (0), of a hidden layer, or of the output ({@link #layers()}). */
    public int size(int layer) {
        return sizes[layer];
    }

    /** Floats from one row of these activations to the next. */
    public int stride(int layer) {
        return Kernels.padded(sizes[layer]);
    }

    /** Where the weights of a dense layer begin, the first being layer 0. */
    public int weightsAt(int layer) {
        return layerAt[layer];
    }

    /** Where the weight from an input of a dense layer to an output is; the bias of the output, with input = size(layer). */
    public int weightAt(int layer, int input, int output) {
        return layerAt[layer] + Kernels.weight(sizes[layer], input, output);
    }

    /** Floats that the parameters take, padding included. */
    public int parameters() {
        return layerAt[layers()];
    }

    /**
     * Draws weights as He et al. (2015, "Delving deep into rectifiers") do: normal, of variance 2 / inputs; biases are 0.
     *
     * @param parameters overwritten from {@code at} on, {@link #parameters()} floats
     */
    public void initialize(float[] parameters, int at, RandomGenerator random) {
        Arrays.fill(parameters, at, at + parameters(), 0);
        for (int layer = 0; layer < layers(); layer++) {
            drawLayer(layer, parameters, at, Math.sqrt(2.0 / sizes[layer]), random);
        }
    }

    /** Draws weights that are normal and of the same deviation in every layer; biases are 0. */
    public void initialize(float[] parameters, int at, double deviation, RandomGenerator random) {
        Arrays.fill(parameters, at, at + parameters(), 0);
        for (int layer = 0; layer < layers(); layer++) {
            drawLayer(layer, parameters, at, deviation, random);
        }
    }

    private void drawLayer(int layer, float[] parameters, int at, double deviation, RandomGenerator random) {
        for (int i = 0; i < sizes[layer]; i++) {
            for (int o = 0; o < sizes[layer + 1]; o++) {
                parameters[at + weightAt(layer, i, o)] = (float) (deviation * random.nextGaussian());
            }
        }
    }

    /** From the first {@code rows} rows of the workspace's input to as many of its output. */
    public void forward(Kernels kernels, float[] parameters, int at, MlpWorkspace workspace, int rows) {
        for (int layer = 0; layer < layers(); layer++) {
            kernels.affine(
                    rows,
                    sizes[layer],
                    stride(layer + 1),
                    workspace.activation(layer),
                    0,
                    stride(layer),
                    parameters,
                    at + layerAt[layer],
                    workspace.activation(layer + 1),
                    0,
                    layer + 1 < layers());
        }
    }

    /**
     * Adds the gradient of a loss for the parameters, given that for the output, after a forward pass over the same rows.
     *
     * @param workspace its {@link MlpWorkspace#outputGradient()} is read; the gradients below it are overwritten
     * @param gradient added to from {@code gradientAt} on
     * @param forInput whether {@link MlpWorkspace#inputGradient()} is wanted too
     */
    public void backward(
            Kernels kernels,
            float[] parameters,
            int at,
            MlpWorkspace workspace,
            int rows,
            float[] gradient,
            int gradientAt,
            boolean forInput) {
        for (int layer = layers() - 1; layer >= 0; layer--) {
            float[] outer = workspace.gradient(layer + 1);
            int width = stride(layer + 1);
            kernels.accumulateGradient(
                    rows,
                    sizes[layer],
                    width,
                    workspace.activation(layer),
                    0,
                    stride(layer),
                    outer,
                    0,
                    gradient,
                    gradientAt + layerAt[layer]);
            if (layer > 0 || forInput) {
                float[] transposed = workspace.transposed(this, layer, parameters, at);
                float[] inner = workspace.gradient(layer);
                kernels.affine(rows, sizes[layer + 1], stride(layer), outer, 0, width, transposed, 0, inner, 0, false);
                if (layer > 0) {
                    kernels.maskRelu(rows * stride(layer), workspace.activation(layer), 0, inner, 0);
                }
            }
        }
    }
}
