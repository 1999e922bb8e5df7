package dev.twinplace.benchmarks.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Adam;
import dev.twinplace.nn.CrossEntropy;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Is our training step as fast as PyTorch's? The paper's ensemble, {@value #MEMBERS} networks 120-120-80-30, each with a
 * batch of {@value #BATCH}: forward, cross entropy after a sigmoid, backward, Adam. Ours on one thread, PyTorch through DJL
 * on as many as it likes. Both begin with the same weights and data, and their first losses are compared.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class PeerTraining {
    private static final int MEMBERS = 12;
    private static final int BATCH = 128;
    private static final Mlp SHAPE = new Mlp(120, 120, 80, 30);
    private static final int OUTPUTS = SHAPE.size(3);
    private static final int STRIDE = SHAPE.stride(3);
    private static final double RATE = 1e-3;
    private static final double TOLERANCE = 1e-4;

    private final Kernels kernels = KernelSelection.kernels();
    private final MlpWorkspace workspace = MlpWorkspace.forTraining(SHAPE, BATCH);
    private final float[] weights = new float[MEMBERS * SHAPE.parameters()];
    private final float[] gradient = new float[weights.length];
    private final float[] mean = new float[weights.length];
    private final float[] square = new float[weights.length];
    private final float[] labels = new float[BATCH * STRIDE];
    private final Model[] models = new Model[MEMBERS];
    private final Trainer[] trainers = new Trainer[MEMBERS];
    private NDArray x;
    private NDArray y;
    private int iteration;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < MEMBERS; k++) {
            SHAPE.initialize(weights, k * SHAPE.parameters(), random);
        }
        float[] inputs = new float[BATCH * SHAPE.size(0)];
        float[] targets = new float[BATCH * OUTPUTS];
        for (int r = 0; r < BATCH; r++) {
            for (int i = 0; i < SHAPE.size(0); i++) {
                inputs[r * SHAPE.size(0) + i] = (float) random.nextDouble();
                workspace.input()[r * SHAPE.stride(0) + i] = inputs[r * SHAPE.size(0) + i];
            }
            for (int o = 0; o < OUTPUTS; o++) {
                targets[r * OUTPUTS + o] = random.nextInt(2);
                labels[r * STRIDE + o] = targets[r * OUTPUTS + o];
            }
        }
        for (int k = 0; k < MEMBERS; k++) {
            begin(k);
        }
        x = trainers[0].getManager().create(inputs, new Shape(BATCH, SHAPE.size(0)));
        y = trainers[0].getManager().create(targets, new Shape(BATCH, OUTPUTS));
        double theirs = pyTorch();
        double ours = twinplace();
        if (!(Math.abs(ours - theirs) <= TOLERANCE * ours)) {
            throw new IllegalStateException("losses differ: ours " + ours + ", PyTorch's " + theirs);
        }
    }

    private void begin(int k) {
        SequentialBlock block = new SequentialBlock();
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            block.add(Linear.builder().setUnits(SHAPE.size(layer + 1)).build());
            if (layer + 1 < SHAPE.layers()) {
                block.add(Activation::relu);
            }
        }
        models[k] = Model.newInstance("member-" + k, Device.cpu(), "PyTorch");
        models[k].setBlock(block);
        Optimizer adam = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) RATE))
                .build();
        trainers[k] = models[k].newTrainer(
                new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss()).optOptimizer(adam));
        trainers[k].initialize(new Shape(BATCH, SHAPE.size(0)));
        var parameters = block.getParameters().values();
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            parameters.get(2 * layer).getArray().set(weights(k, layer));
            parameters.get(2 * layer + 1).getArray().set(biases(k, layer));
        }
    }

    private float[] weights(int k, int layer) {
        int inputs = SHAPE.size(layer);
        int outputs = SHAPE.size(layer + 1);
        float[] values = new float[inputs * outputs];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                values[o * inputs + i] = weights[k * SHAPE.parameters() + SHAPE.weightAt(layer, i, o)];
            }
        }
        return values;
    }

    private float[] biases(int k, int layer) {
        float[] values = new float[SHAPE.size(layer + 1)];
        for (int o = 0; o < values.length; o++) {
            values[o] = weights[k * SHAPE.parameters() + SHAPE.weightAt(layer, SHAPE.size(layer), o)];
        }
        return values;
    }

    @TearDown
    public void close() {
        for (int k = 0; k < MEMBERS; k++) {
            trainers[k].close();
            models[k].close();
        }
    }

    /** The mean loss of an output before the step. */
    @Benchmark
    public double twinplace() {
        iteration++;
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int k = 0; k < MEMBERS; k++) {
            int at = k * SHAPE.parameters();
            SHAPE.forward(kernels, weights, at, workspace, BATCH);
            kernels.sigmoid(BATCH * STRIDE, workspace.output(), 0);
            loss += CrossEntropy.of(BATCH, OUTPUTS, STRIDE, workspace.output(), labels, workspace.outputGradient());
            SHAPE.backward(kernels, weights, at, workspace, BATCH, gradient, at, false);
            Adam.withRate(RATE).update(iteration, weights, gradient, mean, square, at, SHAPE.parameters());
        }
        return loss / MEMBERS / OUTPUTS;
    }

    /** The same. */
    @Benchmark
    public double pyTorch() {
        double loss = 0;
        for (Trainer trainer : trainers) {
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList predicted = trainer.forward(new NDList(x));
                NDArray mean = trainer.getLoss().evaluate(new NDList(y), predicted);
                loss += mean.getFloat();
                collector.backward(mean);
                mean.close();
                predicted.close();
            }
            trainer.step();
        }
        return loss / MEMBERS;
    }
}
