package dev.twinplace.ddl.pair;

import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Adam;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains {@code ddl-pair}. An iteration draws problems, has the ensemble decide them and local search improve that, and
 * lets each member learn from its own random half of them, so that members stay different.
 *
 * <p>Nothing is kept between iterations but weights and Adam's means, and all that is drawn follows from (seed, iteration,
 * index): training can stop anywhere and go on to the same bits, on any number of threads and on either kernels.
 */
public final class PairTrainer {
    private final PairTraining settings;
    private final Kernels kernels = KernelSelection.kernels();
    private final PairModel model;
    private final float[] gradient;
    private final float[] mean;
    private final float[] square;
    private final MlpWorkspace[] workspaces;
    private int iteration;

    /** Starts from drawn weights. */
    public PairTrainer(PairTraining settings) {
        this(settings, PriceEnsemble.drawn(settings.members(), settings.hidden(), settings.seed()), null, null, 0);
    }

    private PairTrainer(PairTraining settings, PriceEnsemble ensemble, float[] mean, float[] square, int iteration) {
        this.settings = settings;
        this.iteration = iteration;
        model = new PairModel(ensemble);
        int length = ensemble.weights().length;
        gradient = new float[length];
        this.mean = mean == null ? new float[length] : mean;
        this.square = square == null ? new float[length] : square;
        workspaces = new MlpWorkspace[settings.members()];
        int rows = settings.batch() * TrainingScenarios.mostResources();
        Arrays.setAll(workspaces, k -> MlpWorkspace.forTraining(ensemble.shape(), rows));
    }

    /** Iterations done. */
    public int iteration() {
        return iteration;
    }

    /** What is trained; its weights change with every step. */
    public PairModel model() {
        return model;
    }

    /**
     * Does one iteration, on the threads of the common pool that this thread's parallel streams use.
     *
     * @return the mean loss of a twin, over members
     */
    public double step() {
        List<Lesson> lessons = IntStream.range(0, settings.batch())
                .parallel()
                .mapToObj(b -> Lesson.of(model, ScenarioCompiler.compile(TrainingScenarios.draw(random(b)))))
                .toList();
        double[] losses = IntStream.range(0, settings.members())
                .parallel()
                .mapToDouble(k -> teach(k, halfOf(lessons, random(settings.batch() + k))))
                .toArray();
        iteration++;
        return Arrays.stream(losses).sum() / losses.length;
    }

    private SplittableRandom random(int index) {
        SplittableRandom ofSeed = new SplittableRandom(settings.seed());
        SplittableRandom ofIteration = new SplittableRandom(ofSeed.nextLong() + iteration);
        return new SplittableRandom(ofIteration.nextLong() + index);
    }

    private static List<Lesson> halfOf(List<Lesson> lessons, SplittableRandom random) {
        List<Lesson> half = new ArrayList<>();
        for (Lesson lesson : lessons) {
            if (random.nextBoolean()) {
                half.add(lesson);
            }
        }
        return half.isEmpty() ? lessons : half;
    }

    private double teach(int member, List<Lesson> lessons) {
        PriceEnsemble ensemble = model.ensemble();
        Mlp shape = ensemble.shape();
        MlpWorkspace workspace = workspaces[member];
        int rows = 0;
        for (Lesson lesson : lessons) {
            System.arraycopy(lesson.features(), 0, workspace.input(), rows * shape.stride(0), lesson.features().length);
            rows += lesson.resources();
        }
        double[] prices = new double[rows];
        ensemble.statePrices(kernels, member, workspace, rows, prices, 0);
        double loss = judge(lessons, prices, workspace, shape.stride(shape.layers()));
        int at = member * shape.parameters();
        Arrays.fill(gradient, at, at + shape.parameters(), 0);
        shape.backward(kernels, ensemble.weights(), at, workspace, rows, gradient, at, false);
        Adam.withRate(settings.learningRateAt(iteration + 1))
                .update(kernels, iteration + 1, ensemble.weights(), gradient, mean, square, at, shape.parameters());
        return loss;
    }

    /** Leaves the gradient for the outputs in the workspace. A price of 0 that should fall stays. */
    private double judge(List<Lesson> lessons, double[] prices, MlpWorkspace workspace, int stride) {
        double[] gradients = new double[prices.length];
        double loss = 0;
        int at = 0;
        for (Lesson lesson : lessons) {
            loss += lesson.judge(kernels, prices, at, gradients);
            at += lesson.resources();
        }
        Arrays.fill(workspace.outputGradient(), 0, prices.length * stride, 0);
        for (int r = 0; r < prices.length; r++) {
            boolean stuck = prices[r] == 0 && gradients[r] > 0;
            workspace.outputGradient()[r * stride] = stuck ? 0 : (float) (gradients[r] / lessons.size());
        }
        return loss / lessons.size();
    }
}
