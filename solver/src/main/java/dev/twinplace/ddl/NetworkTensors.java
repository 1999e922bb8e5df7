package dev.twinplace.ddl;

import dev.twinplace.io.TensorFile;
import dev.twinplace.nn.Mlp;

/**
 * How networks of one shape lie in a safetensors file: for each layer, {@code NAME.LAYER.weight} of networks × inputs ×
 * outputs, and {@code NAME.LAYER.bias} of networks × outputs. In memory they are padded and lie in panels; there they do
 * not, so that any other reader sees what it expects.
 */
public final class NetworkTensors {
    private NetworkTensors() {}

    /** Adds the tensors of {@code count} networks, one after the other in {@code parameters}. */
    public static void add(TensorFile.Builder file, String name, Mlp shape, int count, float[] parameters) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.size(layer);
            int outputs = shape.size(layer + 1);
            float[] weight = new float[count * inputs * outputs];
            float[] bias = new float[count * outputs];
            for (int k = 0; k < count; k++) {
                int at = k * shape.parameters();
                for (int o = 0; o < outputs; o++) {
                    for (int i = 0; i < inputs; i++) {
                        weight[(k * inputs + i) * outputs + o] = parameters[at + shape.weightAt(layer, i, o)];
                    }
                    bias[k * outputs + o] = parameters[at + shape.weightAt(layer, inputs, o)];
                }
            }
            file.tensor(weightName(name, layer), new int[] {count, inputs, outputs}, weight);
            file.tensor(biasName(name, layer), new int[] {count, outputs}, bias);
        }
    }

    /** Copies one layer of {@code count} networks from its two tensors to its places among padded parameters. */
    static void copyLayer(Mlp shape, int layer, int count, float[] weight, float[] bias, float[] parameters) {
        int inputs = shape.size(layer);
        int outputs = shape.size(layer + 1);
        for (int k = 0; k < count; k++) {
            int at = k * shape.parameters();
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < inputs; i++) {
                    parameters[at + shape.weightAt(layer, i, o)] = weight[(k * inputs + i) * outputs + o];
                }
                parameters[at + shape.weightAt(layer, inputs, o)] = bias[k * outputs + o];
            }
        }
    }

    static String weightName(String name, int layer) {
        return name + "." + layer + ".weight";
    }

    static String biasName(String name, int layer) {
        return name + "." + layer + ".bias";
    }
}
