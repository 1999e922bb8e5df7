package dev.twinplace.onnx;

import dev.twinplace.nn.Mlp;
import java.util.List;

/** Perceptrons as nodes of a graph. */
public final class MlpGraph {
    private MlpGraph() {}

    /**
     * Adds {@code count} networks of one shape that all see the same input, as one product per layer.
     *
     * @param name of the constants, followed by the layer
     * @param parameters of the networks, one after the other
     * @param input a value whose last two dimensions are rows × inputs
     * @return the value of the last layer, networks × rows × outputs, or with one network of the input's form
     */
    public static String add(OnnxGraph graph, String name, Mlp shape, int count, float[] parameters, String input) {
        String value = input;
        for (int layer = 0; layer < shape.layers(); layer++) {
            String dense = name + "." + layer;
            int inputs = shape.size(layer);
            int outputs = shape.size(layer + 1);
            graph.constant(
                    dense + ".weight",
                    new int[] {count, inputs, outputs},
                    rows(shape, layer, count, 0, inputs, parameters));
            graph.constant(
                    dense + ".bias", new int[] {count, 1, outputs}, rows(shape, layer, count, inputs, 1, parameters));
            graph.node("MatMul", List.of(value, dense + ".weight"), dense + ".product");
            graph.node("Add", List.of(dense + ".product", dense + ".bias"), dense + ".sum");
            value = dense + ".sum";
            if (layer + 1 < shape.layers()) {
                graph.node("Relu", List.of(value), dense + ".clipped");
                value = dense + ".clipped";
            }
        }
        return value;
    }

    /** Some rows of a layer's matrix in each network, without padding. */
    private static float[] rows(Mlp shape, int layer, int count, int first, int rows, float[] parameters) {
        int outputs = shape.size(layer + 1);
        float[] values = new float[count * rows * outputs];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < rows; i++) {
                for (int o = 0; o < outputs; o++) {
                    int from = k * shape.parameters() + shape.weightAt(layer, first + i, o);
                    values[(k * rows + i) * outputs + o] = parameters[from];
                }
            }
        }
        return values;
    }
}
