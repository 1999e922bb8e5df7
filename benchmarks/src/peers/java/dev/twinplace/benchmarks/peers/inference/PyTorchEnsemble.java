package dev.twinplace.benchmarks.peers.inference;

import static dev.twinplace.benchmarks.PaperEnsemble.INPUTS;
import static dev.twinplace.benchmarks.PaperEnsemble.MEMBERS;
import static dev.twinplace.benchmarks.PaperEnsemble.SHAPE;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import dev.twinplace.benchmarks.PaperEnsemble;

/** PyTorch through DJL: one batched product per layer for all members. Inputs and weights stay in PyTorch's memory. */
public final class PyTorchEnsemble implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final NDArray x;
    private final NDArray[] weight = new NDArray[SHAPE.layers()];
    private final NDArray[] bias = new NDArray[SHAPE.layers()];

    public PyTorchEnsemble(PaperEnsemble ensemble, int batch) {
        x = manager.create(ensemble.inputs(), new Shape(1, batch, INPUTS));
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            int outputs = SHAPE.size(layer + 1);
            weight[layer] = manager.create(ensemble.weight(layer), new Shape(MEMBERS, SHAPE.size(layer), outputs));
            bias[layer] = manager.create(ensemble.bias(layer), new Shape(MEMBERS, 1, outputs));
        }
    }

    /** Members × batch × outputs. */
    public float[] forward() {
        try (NDManager scope = manager.newSubManager()) {
            x.tempAttach(scope);
            NDArray value = x;
            for (int layer = 0; layer < SHAPE.layers(); layer++) {
                value = value.matMul(weight[layer]).addi(bias[layer]);
                value.attach(scope);
                value = layer + 1 < SHAPE.layers() ? Activation.relu(value) : Activation.sigmoid(value);
            }
            return value.toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
