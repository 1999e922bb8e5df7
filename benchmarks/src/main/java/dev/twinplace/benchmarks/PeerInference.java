package dev.twinplace.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import dev.twinplace.onnx.Attribute;
import dev.twinplace.onnx.Dimension;
import dev.twinplace.onnx.ElementType;
import dev.twinplace.onnx.MlpGraph;
import dev.twinplace.onnx.OnnxGraph;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Is our forward pass as fast as that of a runtime which does nothing else? The paper's ensemble, {@value #MEMBERS} networks
 * 120-120-80-30 with sigmoid outputs, the same weights everywhere, one thread. ONNX Runtime reads and writes buffers that
 * stay where they are; its graph is one product per layer for all members, as {@code export --format onnx} makes it, or with
 * {@code onnxRuntimeApart} one for each member. Outputs are compared before anything is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PeerInference {
    static final int MEMBERS = 12;
    private static final Mlp SHAPE = new Mlp(120, 120, 80, 30);
    private static final int INPUTS = SHAPE.size(0);
    private static final int OUTPUTS = SHAPE.size(SHAPE.layers());
    private static final float TOLERANCE = 1e-5f;

    @Param({"1", "128"})
    public int batch;

    private final Kernels kernels = KernelSelection.kernels();
    private float[] weights;
    private MlpWorkspace workspace;
    private float[] outputs;
    private Peer together;
    private Peer apart;

    /** One session with its buffers. */
    private static final class Peer implements AutoCloseable {
        private final OrtSession session;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> results;
        private final FloatBuffer output;

        Peer(OnnxGraph graph, float[] rows, int batch) throws OrtException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            graph.write(bytes);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(bytes.toByteArray(), options);
            FloatBuffer input = buffer(batch * INPUTS);
            for (int r = 0; r < batch; r++) {
                input.put(r * INPUTS, rows, r * SHAPE.stride(0), INPUTS);
            }
            output = buffer(MEMBERS * batch * OUTPUTS);
            inputs = Map.of("x", OnnxTensor.createTensor(environment, input, new long[] {batch, INPUTS}));
            long[] form = {MEMBERS, batch, OUTPUTS};
            results = Map.of("y", OnnxTensor.createTensor(environment, output, form));
        }

        private static FloatBuffer buffer(int length) {
            return ByteBuffer.allocateDirect(Float.BYTES * length)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        FloatBuffer run() throws OrtException {
            session.run(inputs, results).close();
            return output;
        }

        @Override
        public void close() throws OrtException {
            session.close();
        }
    }

    @Setup
    public void setUp() throws OrtException {
        SplittableRandom random = new SplittableRandom(1);
        weights = new float[MEMBERS * SHAPE.parameters()];
        for (int k = 0; k < MEMBERS; k++) {
            SHAPE.initialize(weights, k * SHAPE.parameters(), random);
        }
        workspace = MlpWorkspace.forInference(SHAPE, batch);
        for (int i = 0; i < workspace.input().length; i++) {
            workspace.input()[i] = (float) random.nextDouble();
        }
        outputs = new float[MEMBERS * batch * SHAPE.stride(SHAPE.layers())];
        together = new Peer(graphTogether(), workspace.input(), batch);
        apart = new Peer(graphApart(), workspace.input(), batch);
        requireSameOutputs(together);
        requireSameOutputs(apart);
    }

    private OnnxGraph graphTogether() {
        OnnxGraph graph = begin();
        graph.node("Sigmoid", List.of(MlpGraph.add(graph, "k", SHAPE, MEMBERS, weights, "x")), "y");
        return end(graph);
    }

    private OnnxGraph graphApart() {
        OnnxGraph graph = begin();
        List<String> members = new ArrayList<>();
        for (int k = 0; k < MEMBERS; k++) {
            float[] own = Arrays.copyOfRange(weights, k * SHAPE.parameters(), (k + 1) * SHAPE.parameters());
            members.add(MlpGraph.add(graph, "k" + k, SHAPE, 1, own, "x"));
        }
        graph.node("Concat", members, "all", Attribute.integer("axis", 0));
        graph.node("Sigmoid", List.of("all"), "y");
        return end(graph);
    }

    private static OnnxGraph begin() {
        return new OnnxGraph("ensemble")
                .input("x", ElementType.FLOAT, Dimension.open("batch"), Dimension.fixed(INPUTS));
    }

    private static OnnxGraph end(OnnxGraph graph) {
        return graph.output(
                "y", ElementType.FLOAT, Dimension.fixed(MEMBERS), Dimension.open("batch"), Dimension.fixed(OUTPUTS));
    }

    private void requireSameOutputs(Peer peer) throws OrtException {
        FloatBuffer theirs = peer.run();
        float[] ours = twinplace();
        int stride = SHAPE.stride(SHAPE.layers());
        for (int row = 0; row < MEMBERS * batch; row++) {
            for (int o = 0; o < OUTPUTS; o++) {
                float difference = Math.abs(ours[row * stride + o] - theirs.get(row * OUTPUTS + o));
                if (!(difference <= TOLERANCE)) {
                    throw new IllegalStateException("outputs differ by " + difference + " in row " + row);
                }
            }
        }
    }

    @TearDown
    public void close() throws OrtException {
        together.close();
        apart.close();
    }

    /** On the kernels of this JVM. */
    float[] twinplace() {
        int length = batch * SHAPE.stride(SHAPE.layers());
        for (int k = 0; k < MEMBERS; k++) {
            SHAPE.forward(kernels, weights, k * SHAPE.parameters(), workspace, batch);
            System.arraycopy(workspace.output(), 0, outputs, k * length, length);
        }
        kernels.sigmoid(MEMBERS * length, outputs, 0);
        return outputs;
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {
                Natives.IGNORE_UNKNOWN,
                Natives.ALLOW_ACCESS,
                "--add-modules",
                "jdk.incubator.vector",
                "-Dtwinplace.kernels=simd"
            })
    public float[] twinplaceSimd() {
        return twinplace();
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, "-Dtwinplace.kernels=scalar"})
    public float[] twinplaceScalar() {
        return twinplace();
    }

    @Benchmark
    public FloatBuffer onnxRuntime() throws OrtException {
        return together.run();
    }

    @Benchmark
    public FloatBuffer onnxRuntimeApart() throws OrtException {
        return apart.run();
    }
}
