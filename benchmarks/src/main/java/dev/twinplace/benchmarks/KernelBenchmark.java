package dev.twinplace.benchmarks;

import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does each kernel on the Vector API beat what the compiler makes of its scalar implementation? Each runs in a virtual machine of its
 * own.
 *
 * <p>Sizes are those of a layer of the paper's members, 120 inputs and 80 outputs, and of a softmax over the servers of the
 * largest problems.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = Natives.VECTOR_API)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class KernelBenchmark {
    private static final int BATCH = 128;
    private static final int INNER = 120;
    private static final int STRIDE = Kernels.padded(INNER);
    private static final int WIDTH = 80;
    private static final int WEIGHTS = Kernels.weights(INNER, WIDTH);
    private static final int SERVERS = 51;

    @Param({"simd", "scalar"})
    public String kind;

    private Kernels kernels;
    private float[] x;
    private float[] w;
    private float[] out;
    private float[] gradient;

    @Setup
    public void setUp() {
        kernels = KernelSelection.kernels(kind);
        SplittableRandom random = new SplittableRandom(1);
        x = draw(random, BATCH * STRIDE);
        w = draw(random, WEIGHTS);
        out = draw(random, BATCH * WIDTH);
        gradient = draw(random, WEIGHTS);
    }

    private static float[] draw(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    @Benchmark
    public float[] affineBatch1() {
        kernels.affine(1, INNER, WIDTH, x, 0, STRIDE, w, 0, out, 0, true);
        return out;
    }

    @Benchmark
    public float[] affineBatch128() {
        kernels.affine(BATCH, INNER, WIDTH, x, 0, STRIDE, w, 0, out, 0, true);
        return out;
    }

    @Benchmark
    public float[] accumulateGradientBatch128() {
        kernels.accumulateGradient(BATCH, INNER, WIDTH, x, 0, STRIDE, out, 0, gradient, 0);
        return gradient;
    }

    @Benchmark
    public float[] maskRelu() {
        kernels.maskRelu(BATCH * WIDTH, x, 0, out, 0);
        return out;
    }

    @Benchmark
    public float[] addScaled() {
        kernels.addScaled(WIDTH, 1e-9f, x, 0, out, 0);
        return out;
    }

    @Benchmark
    public float[] sigmoid() {
        kernels.sigmoid(BATCH * WIDTH, out, 0);
        return out;
    }

    @Benchmark
    public float[] softmax() {
        kernels.softmax(SERVERS, x, 0);
        return x;
    }
}
