package dev.twinplace.benchmarks.peers;

import dev.twinplace.benchmarks.PaperEnsemble;
import dev.twinplace.benchmarks.peers.inference.OjAlgoEnsemble;
import dev.twinplace.benchmarks.peers.inference.PyTorchEnsemble;
import dev.twinplace.benchmarks.peers.inference.TensorFlowEnsemble;
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
 * The forward pass of the {@link PaperEnsemble} in libraries that take long to download; ours and ONNX Runtime's are in the
 * class of the same name without the profile. Outputs are compared before anything is timed. One thread; inputs stay where
 * they are, outputs end in Java's memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "-DOPT_OUT_TRACKING=true"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PeerInference {
    @Param({"1", "128"})
    public int batch;

    private PyTorchEnsemble pyTorch;
    private OjAlgoEnsemble ojAlgo;
    private TensorFlowEnsemble tensorFlow;

    @Setup
    public void setUp() {
        PaperEnsemble ensemble = new PaperEnsemble(batch);
        pyTorch = new PyTorchEnsemble(ensemble, batch);
        ojAlgo = new OjAlgoEnsemble(ensemble, batch);
        tensorFlow = new TensorFlowEnsemble(ensemble, batch);
        requireSame(ensemble, pytorch());
        requireSame(ensemble, ojAlgo());
        requireSame(ensemble, tensorflow());
    }

    private static void requireSame(PaperEnsemble ensemble, float[] theirs) {
        ensemble.requireSame(index -> theirs[index]);
    }

    @TearDown
    public void close() {
        pyTorch.close();
        tensorFlow.close();
    }

    @Benchmark
    public float[] pytorch() {
        return pyTorch.forward();
    }

    @Benchmark
    public float[] ojAlgo() {
        return ojAlgo.forward();
    }

    @Benchmark
    public float[] tensorflow() {
        return tensorFlow.forward();
    }
}
