package dev.twinplace.benchmarks;

import dev.twinplace.benchmarks.simd.Probe;
import dev.twinplace.ddl.Ensemble;
import dev.twinplace.ddl.paper.PaperModel;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How fast could a forward pass of the paper's ensemble at batch 1 be on this machine, and how fast is it? It must do its
 * multiply-adds and read its weights: {@code multiplyAdds} and {@code scalarMultiplyAdds} do as many and nothing else, {@code
 * readWeights} reads as many bytes and does nothing else. The machine's limit is the longer of the two (a "roofline").
 * {@code read} reads what fits in each level of the memory. One thread, single precision; {@code amount} is the multiply-adds
 * or bytes of an operation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.VECTOR_API, "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MachineLimit {
    private static final int KIBIBYTE = 1024;
    private static final int CHAINS = 12;

    private Ensemble ensemble;
    private Kernels kernels;
    private MlpWorkspace workspace;
    private int multiplyAdds;
    private int perMember;
    private float[] asManyAsWeights;
    private boolean backwards;
    private float factor;

    /** What an operation does. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Amount {
        private double amount;

        public double amount() {
            return amount;
        }
    }

    /** Memory to read. */
    @State(Scope.Thread)
    public static class Block {
        /** Sizes that fit in L1, L2 and L3 of most machines, but not in the level before, and one that fits in none. */
        @Param({"16", "192", "4096", "524288"})
        public int kibibytes;

        private float[] values;

        @Setup
        public void setUp() {
            values = new float[kibibytes * (KIBIBYTE / Float.BYTES)];
            Arrays.fill(values, 1);
        }
    }

    @Setup
    public void setUp() {
        ensemble = PaperModel.shipped().ensemble();
        kernels = KernelSelection.kernels();
        Mlp shape = ensemble.shape();
        workspace = MlpWorkspace.forInference(shape, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < shape.size(0); i++) {
            workspace.input()[i] = (float) random.nextDouble();
        }
        multiplyAdds = ensemble.members() * multiplyAdds(shape);
        perMember = (shape.parameters() + 127) / 128 * 128;
        asManyAsWeights = new float[ensemble.members() * perMember];
        Arrays.fill(asManyAsWeights, 1);
        factor = 0.5f + (float) random.nextDouble() / 1000;
    }

    /** What the formula asks for, without padding; a bias is where a sum begins. */
    private static int multiplyAdds(Mlp shape) {
        int sum = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            sum += shape.size(layer) * shape.size(layer + 1);
        }
        return sum;
    }

    /** All members, one after the other. */
    @Benchmark
    public float forward(Amount done) {
        done.amount = multiplyAdds;
        Mlp shape = ensemble.shape();
        float sum = 0;
        for (int turn = 0; turn < ensemble.members(); turn++) {
            shape.forward(kernels, ensemble.weights(), member(turn) * shape.parameters(), workspace, 1);
            sum += workspace.output()[0];
        }
        backwards = !backwards;
        return sum;
    }

    /** As {@link dev.twinplace.ddl.EnsemblePass} takes them: first to last, then last to first. */
    private int member(int turn) {
        return backwards ? ensemble.members() - 1 - turn : turn;
    }

    @Benchmark
    public float multiplyAdds(Amount done) {
        done.amount = multiplyAdds;
        return Probe.multiplyAdds(multiplyAdds, factor);
    }

    @Benchmark
    public float scalarMultiplyAdds(Amount done) {
        done.amount = multiplyAdds;
        return scalarMultiplyAdds(multiplyAdds, factor);
    }

    @Benchmark
    public float readWeights(Amount done) {
        done.amount = (double) Float.BYTES * asManyAsWeights.length;
        float sum = 0;
        for (int turn = 0; turn < ensemble.members(); turn++) {
            sum += Probe.read(asManyAsWeights, member(turn) * perMember, perMember);
        }
        backwards = !backwards;
        return sum;
    }

    @Benchmark
    public float read(Block block, Amount done) {
        done.amount = (double) Float.BYTES * block.values.length;
        return Probe.read(block.values, 0, block.values.length);
    }

    /** As {@link Probe#multiplyAdds}, one at a time. */
    static float scalarMultiplyAdds(int count, float x) {
        float y = 1 - x;
        float a = x;
        float b = x;
        float c = x;
        float d = x;
        float e = x;
        float f = x;
        float g = x;
        float h = x;
        float i = x;
        float j = x;
        float k = x;
        float l = x;
        for (int done = 0; done < count; done += CHAINS) {
            a = Math.fma(a, x, y);
            b = Math.fma(b, x, y);
            c = Math.fma(c, x, y);
            d = Math.fma(d, x, y);
            e = Math.fma(e, x, y);
            f = Math.fma(f, x, y);
            g = Math.fma(g, x, y);
            h = Math.fma(h, x, y);
            i = Math.fma(i, x, y);
            j = Math.fma(j, x, y);
            k = Math.fma(k, x, y);
            l = Math.fma(l, x, y);
        }
        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
