package dev.twinplace.benchmarks.peers.inference;

import static dev.twinplace.benchmarks.PaperEnsemble.INPUTS;
import static dev.twinplace.benchmarks.PaperEnsemble.MEMBERS;
import static dev.twinplace.benchmarks.PaperEnsemble.OUTPUTS;
import static dev.twinplace.benchmarks.PaperEnsemble.SHAPE;

import dev.twinplace.benchmarks.PaperEnsemble;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.ann.ArtificialNeuralNetwork;
import org.ojalgo.ann.ArtificialNeuralNetwork.Activator;
import org.ojalgo.ann.NetworkBuilder;
import org.ojalgo.ann.NetworkInvoker;
import org.ojalgo.ann.NetworkTrainer;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R032Store;

/** ojAlgo's networks, one for each member, in single precision on one thread. */
public final class OjAlgoEnsemble {
    private final int batch;
    private final R032Store rows;
    private final NetworkInvoker[] members = new NetworkInvoker[MEMBERS];
    private final float[] outputs;

    public OjAlgoEnsemble(PaperEnsemble ensemble, int batch) {
        OjAlgoUtils.limitThreadsTo(1);
        this.batch = batch;
        rows = R032Store.FACTORY.make(batch, INPUTS);
        float[] inputs = ensemble.inputs();
        for (int i = 0; i < inputs.length; i++) {
            rows.set(i / INPUTS, i % INPUTS, inputs[i]);
        }
        outputs = new float[MEMBERS * batch * OUTPUTS];
        for (int k = 0; k < MEMBERS; k++) {
            members[k] = network(ensemble, k).newInvoker(batch);
        }
    }

    private static ArtificialNeuralNetwork network(PaperEnsemble ensemble, int k) {
        NetworkBuilder builder = ArtificialNeuralNetwork.builder(R032Store.FACTORY, INPUTS);
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            builder.layer(SHAPE.size(layer + 1), layer + 1 < SHAPE.layers() ? Activator.RELU : Activator.SIGMOID);
        }
        ArtificialNeuralNetwork network = builder.get();
        NetworkTrainer setter = network.newTrainer();
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            float[] weight = ensemble.weight(layer);
            float[] bias = ensemble.bias(layer);
            int width = SHAPE.size(layer + 1);
            for (int o = 0; o < width; o++) {
                for (int i = 0; i < SHAPE.size(layer); i++) {
                    setter.weight(layer, i, o, weight[(k * SHAPE.size(layer) + i) * width + o]);
                }
                setter.bias(layer, o, bias[k * width + o]);
            }
        }
        return network;
    }

    /** Members × batch × outputs. The same array each time. */
    public float[] forward() {
        for (int k = 0; k < MEMBERS; k++) {
            MatrixStore<Double> result = members[k].invoke(rows);
            for (int r = 0; r < batch; r++) {
                for (int o = 0; o < OUTPUTS; o++) {
                    outputs[(k * batch + r) * OUTPUTS + o] = result.floatValue(r, o);
                }
            }
        }
        return outputs;
    }
}
