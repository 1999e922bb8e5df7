package dev.twinplace.nn;

import java.util.Arrays;

/** Room for the activations of a batch, and for gradients if one trains. Belongs to one thread. */
public final class MlpWorkspace {
    private final float[][] activations;
    private final float[][] gradients;
    private final float[][] transposed;

    private MlpWorkspace(Mlp shape, int rows, boolean training) {
        activations = new float[shape.layers() + 1][];
        gradients = new float[shape.layers() + 1][];
        transposed = new float[shape.layers()][];
        for (int layer = 0; layer <= shape.layers(); layer++) {
            activations[layer] = new float[Math.multiplyExact(rows, shape.stride(layer))];
            if (training) {
                gradients[layer] = new float[rows * shape.stride(layer)];
                if (layer < shape.layers()) {
                    transposed[layer] = new float[(shape.size(layer + 1) + 1) * shape.stride(layer)];
                }
            }
        }
    }

    /** For forward passes of at most so many rows. */
    public static MlpWorkspace forInference(Mlp shape, int rows) {
        return new MlpWorkspace(shape, rows, false);
    }

    /** For forward and backward passes of at most so many rows. */
    public static MlpWorkspace forTraining(Mlp shape, int rows) {
        return new MlpWorkspace(shape, rows, true);
    }

    /** To be filled, rows × stride(0); what is in the padding must be finite. The array itself, not a copy. */
    public float[] input() {
        return activations[0];
    }

    /** The last layer, rows × stride of the output. The array itself. */
    public float[] output() {
        return activations[activations.length - 1];
    }

    /** To be filled before a backward pass, zeros in the padding. The array itself. */
    public float[] outputGradient() {
        return gradients[gradients.length - 1];
    }

    /** What a backward pass found for the input. The array itself. */
    public float[] inputGradient() {
        return gradients[0];
    }

    float[] activation(int layer) {
        return activations[layer];
    }

    float[] gradient(int layer) {
        return gradients[layer];
    }

    /** The weights of a layer, a row for each output and zeros for the bias. */
    float[] transposed(Mlp shape, int layer, float[] parameters, int weightsAt) {
        float[] target = transposed[layer];
        int width = shape.stride(layer + 1);
        int stride = shape.stride(layer);
        for (int i = 0; i < shape.size(layer); i++) {
            for (int o = 0; o < shape.size(layer + 1); o++) {
                target[o * stride + i] = parameters[weightsAt + i * width + o];
            }
        }
        Arrays.fill(target, shape.size(layer + 1) * stride, target.length, 0);
        return target;
    }
}
