package dev.twinplace.benchmarks;

import dev.twinplace.ddl.NetworkTensors;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import dev.twinplace.onnx.MlpGraph;
import dev.twinplace.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The paper's ensemble with weights and inputs drawn by a fixed seed, {@value #MEMBERS} networks 120-120-80-30 with sigmoid
 * outputs: ours to run, and its numbers without padding for peers to run the same.
 */
public final class PaperEnsemble {
    public static final int MEMBERS = 12;
    public static final Mlp SHAPE = new Mlp(120, 120, 80, 30);
    public static final int INPUTS = SHAPE.size(0);
    public static final int OUTPUTS = SHAPE.size(SHAPE.layers());
    private static final String NAME = "k";
    private static final float TOLERANCE = 1e-5f;

    /** One output of a peer. */
    @FunctionalInterface
    public interface Output {
        float at(int index);
    }

    private final int batch;
    private final Kernels kernels = KernelSelection.kernels();
    private final float[] weights = new float[MEMBERS * SHAPE.parameters()];
    private final MlpWorkspace workspace;
    private final float[] outputs;
    private boolean backwards;

    public PaperEnsemble(int batch) {
        this.batch = batch;
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < MEMBERS; k++) {
            SHAPE.initialize(weights, k * SHAPE.parameters(), random);
        }
        workspace = MlpWorkspace.forInference(SHAPE, batch);
        for (int i = 0; i < workspace.input().length; i++) {
            workspace.input()[i] = (float) random.nextDouble();
        }
        outputs = new float[MEMBERS * batch * SHAPE.stride(SHAPE.layers())];
    }

    /**
     * Members × batch × outputs, a row every stride of the output. The same array each time. Members take turns as in {@link
     * dev.twinplace.ddl.EnsemblePass}.
     */
    public float[] forward() {
        int length = batch * SHAPE.stride(SHAPE.layers());
        for (int turn = 0; turn < MEMBERS; turn++) {
            int k = backwards ? MEMBERS - 1 - turn : turn;
            SHAPE.forward(kernels, weights, k * SHAPE.parameters(), workspace, batch);
            System.arraycopy(workspace.output(), 0, outputs, k * length, length);
        }
        backwards = !backwards;
        kernels.sigmoid(MEMBERS * length, outputs, 0);
        return outputs;
    }

    /** Batch × inputs. */
    public float[] inputs() {
        float[] rows = new float[batch * INPUTS];
        for (int r = 0; r < batch; r++) {
            System.arraycopy(workspace.input(), r * SHAPE.stride(0), rows, r * INPUTS, INPUTS);
        }
        return rows;
    }

    /** Of a layer, the first being 0: members × inputs × outputs. */
    public float[] weight(int layer) {
        return tensor(layer, "weight");
    }

    /** Of a layer, the first being 0: members × outputs. */
    public float[] bias(int layer) {
        return tensor(layer, "bias");
    }

    private float[] tensor(int layer, String kind) {
        TensorFile.Builder file = new TensorFile.Builder();
        NetworkTensors.add(file, NAME, SHAPE, MEMBERS, weights);
        return file.build().tensors().get(NAME + "." + layer + "." + kind).data();
    }

    /** All members as one product per layer; returns the value before the sigmoid. */
    String addTogether(OnnxGraph graph, String input) {
        return MlpGraph.add(graph, NAME, SHAPE, MEMBERS, weights, input);
    }

    /** One member; returns the value before the sigmoid. */
    String addMember(OnnxGraph graph, int k, String input) {
        float[] own = Arrays.copyOfRange(weights, k * SHAPE.parameters(), (k + 1) * SHAPE.parameters());
        return MlpGraph.add(graph, NAME + k, SHAPE, 1, own, input);
    }

    /**
     * Compares a peer's outputs, members × batch × outputs, with ours.
     *
     * @throws IllegalStateException if one differs by more than {@value #TOLERANCE}
     */
    public void requireSame(Output theirs) {
        float[] ours = forward();
        int stride = SHAPE.stride(SHAPE.layers());
        for (int row = 0; row < MEMBERS * batch; row++) {
            for (int o = 0; o < OUTPUTS; o++) {
                float difference = Math.abs(ours[row * stride + o] - theirs.at(row * OUTPUTS + o));
                if (!(difference <= TOLERANCE)) {
                    throw new IllegalStateException("outputs differ by " + difference + " in row " + row);
                }
            }
        }
    }
}
