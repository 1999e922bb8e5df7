package dev.twinplace.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.twinplace.onnx.Attribute;
import dev.twinplace.onnx.Dimension;
import dev.twinplace.onnx.ElementType;
import dev.twinplace.onnx.OnnxGraph;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Is our forward pass as fast as that of a runtime which does nothing else? The {@link PaperEnsemble}, the same
 * weights everywhere, one thread. ONNX Runtime reads and writes buffers that
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
    @Param({"1", "128"})
    public int batch;

    private PaperEnsemble ensemble;
    private Peer together;
    private Peer apart;

    /** One session with its buffers. */
    private static final class Peer implements AutoCloseable {
        private final OrtSession session;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> results;
        private final FloatBuffer output;

        Peer(OnnxGraph graph, float[] rows) throws OrtException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            graph.write(bytes);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(bytes.toByteArray(), options);
            int batch = rows.length / PaperEnsemble.INPUTS;
            FloatBuffer input = buffer(rows.length).put(0, rows);
            output = buffer(PaperEnsemble.MEMBERS * batch * PaperEnsemble.OUTPUTS);
            inputs = Map.of("x", OnnxTensor.createTensor(environment, input, new long[] {batch, PaperEnsemble.INPUTS}));
            long[] form = {PaperEnsemble.MEMBERS, batch, PaperEnsemble.OUTPUTS};
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
        ensemble = new PaperEnsemble(batch);
        together = new Peer(graphTogether(), ensemble.inputs());
        apart = new Peer(graphApart(), ensemble.inputs());
        ensemble.requireSame(together.run()::get);
        ensemble.requireSame(apart.run()::get);
    }

    private OnnxGraph graphTogether() {
        OnnxGraph graph = begin();
        graph.node("Sigmoid", List.of(ensemble.addTogether(graph, "x")), "y");
        return end(graph);
    }

    private OnnxGraph graphApart() {
        OnnxGraph graph = begin();
        List<String> members = new ArrayList<>();
        for (int k = 0; k < PaperEnsemble.MEMBERS; k++) {
            members.add(ensemble.addMember(graph, k, "x"));
        }
        graph.node("Concat", members, "all", Attribute.integer("axis", 0));
        graph.node("Sigmoid", List.of("all"), "y");
        return end(graph);
    }

    private static OnnxGraph begin() {
        return new OnnxGraph("ensemble")
                .input("x", ElementType.FLOAT, Dimension.open("batch"), Dimension.fixed(PaperEnsemble.INPUTS));
    }

    private static OnnxGraph end(OnnxGraph graph) {
        return graph.output(
                "y",
                ElementType.FLOAT,
                Dimension.fixed(PaperEnsemble.MEMBERS),
                Dimension.open("batch"),
                Dimension.fixed(PaperEnsemble.OUTPUTS));
    }

    @TearDown
    public void close() throws OrtException {
        together.close();
        apart.close();
    }

    /** On the kernels of this JVM. */
    float[] twinplace() {
        return ensemble.forward();
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
