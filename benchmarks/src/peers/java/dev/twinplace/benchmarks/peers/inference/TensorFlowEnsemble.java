package dev.twinplace.benchmarks.peers.inference;

import static dev.twinplace.benchmarks.PaperEnsemble.INPUTS;
import static dev.twinplace.benchmarks.PaperEnsemble.MEMBERS;
import static dev.twinplace.benchmarks.PaperEnsemble.SHAPE;

import dev.twinplace.benchmarks.PaperEnsemble;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** TensorFlow: a graph with one batched product per layer for all members, one thread. The input stays in its memory. */
public final class TensorFlowEnsemble implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final TFloat32 rows;
    private final Placeholder<TFloat32> x;
    private final Operand<TFloat32> y;
    private final float[] outputs;

    public TensorFlowEnsemble(PaperEnsemble ensemble, int batch) {
        Ops tf = Ops.create(graph);
        x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, batch, INPUTS)));
        Operand<TFloat32> value = x;
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            int width = SHAPE.size(layer + 1);
            Shape form = Shape.of(MEMBERS, SHAPE.size(layer), width);
            Operand<TFloat32> weight = tf.constant(form, DataBuffers.of(ensemble.weight(layer)));
            Operand<TFloat32> bias = tf.constant(Shape.of(MEMBERS, 1, width), DataBuffers.of(ensemble.bias(layer)));
            value = tf.math.add(tf.train.batchMatMul(value, weight, TFloat32.class), bias);
            value = layer + 1 < SHAPE.layers() ? tf.nn.relu(value) : tf.math.sigmoid(value);
        }
        y = value;
        ConfigProto oneThread = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(1)
                .build();
        session = new Session(graph, oneThread);
        rows = TFloat32.tensorOf(Shape.of(1, batch, INPUTS), DataBuffers.of(ensemble.inputs()));
        outputs = new float[MEMBERS * batch * PaperEnsemble.OUTPUTS];
    }

    /** Members × batch × outputs. The same array each time. */
    public float[] forward() {
        try (Result result = session.runner().feed(x, rows).fetch(y).run()) {
            ((TFloat32) result.get(0)).copyTo(DataBuffers.of(outputs, false, false));
        }
        return outputs;
    }

    @Override
    public void close() {
        rows.close();
        session.close();
        graph.close();
    }
}
