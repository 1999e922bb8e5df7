package dev.twinplace.nn;

import dev.twinplace.kernel.Kernels;

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
                    transposed[layer] = new float[Kernels.weights(shape.size(layer + 1), shape.size(layer))];
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

    /** The weights of a layer, inputs and outputs exchanged and no bias. */
    float[] transposed(Mlp shape, int layer, float[] parameters, int at) {
        float[] target = transposed[layer];
        int outputs = shape.size(layer + 1);
        for (int i = 0; i < shape.size(layer); i++) {
            int to = Kernels.weight(outputs, 0, i);
            for (int panel = 0; panel < outputs; panel += Kernels.PADDING) {
                int from = at + shape.weightAt(layer, i, panel);
                int columns = Math.min(Kernels.PADDING, outputs - panel);
                for (int c = 0; c < columns; c++) {
                    target[to + (panel + c) * Kernels.PADDING] = parameters[from + c];
                }
            }
        }
        return target;
    }
}
