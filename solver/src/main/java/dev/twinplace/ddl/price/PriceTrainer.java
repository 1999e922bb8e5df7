package dev.twinplace.ddl.price;

import dev.twinplace.api.Budget;
import dev.twinplace.ddl.DivergenceException;
import dev.twinplace.ddl.EnsembleDecision;
import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.ddl.NetworkTensors;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.RandomStreams;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.parallel.WorkerPool;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Trains {@code ddl-price}. An iteration draws problems, has the ensemble decide them and local search improve that, and
 * lets each member learn from its own random half of them, so that members stay different.
 *
 * <p>Nothing is kept between iterations but weights and Adam's means, and all that is drawn follows from seed, iteration and
 * index.
 */
public final class PriceTrainer implements PolicyTrainer {
    private static final String CHECKPOINT_FORMAT = "twinplace/ddl-price/checkpoint/1";
    private static final String DONE = "done";
    private static final String MEANS = "adam.mean";
    private static final String SQUARES = "adam.square";

    private final PriceTraining training;
    private final PriceModel model;
    private final MemberTeacher[] teachers;
    private final float[] means;
    private final float[] squares;
    private final WorkerPool workers;
    private int iteration;

    private PriceTrainer(PriceTraining training, PriceModel model, float[] means, float[] squares, int threads) {
        this.training = training;
        this.model = model;
        this.means = means;
        this.squares = squares;
        workers = new WorkerPool(threads, "ddl-training");
        teachers = new MemberTeacher[training.members()];
        int rows = training.batch() * TrainingScenarios.mostResources();
        Arrays.setAll(
                teachers, k -> new MemberTeacher(model.ensemble(), k, rows, means, squares, KernelSelection.kernels()));
    }

    /** Starts from drawn weights. */
    public static PriceTrainer start(PriceTraining training, int threads) {
        PriceEnsemble drawn = PriceEnsemble.drawn(training.members(), training.hidden(), training.seed());
        int length = drawn.weights().length;
        return new PriceTrainer(training, new PriceModel(drawn), new float[length], new float[length], threads);
    }

    /**
     * Goes on from a {@link #checkpoint}.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is none, or one of other settings
     */
    public static PriceTrainer resume(PriceTraining training, TensorReader file, int threads) {
        file.requireFormat(CHECKPOINT_FORMAT, "a checkpoint of ddl-price");
        file.requireSame(training.describe());
        int members = training.members();
        var shape = PriceEnsemble.shape(training.hidden());
        float[] weights = file.networks(PriceModel.NETWORKS, shape, members);
        PriceTrainer trainer = new PriceTrainer(
                training,
                new PriceModel(new PriceEnsemble(members, training.hidden(), weights)),
                file.networks(MEANS, shape, members),
                file.networks(SQUARES, shape, members),
                threads);
        trainer.iteration = (int) file.integer(DONE, 0, training.iterations());
        return trainer;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public double step() {
        Lesson[] lessons = new Lesson[training.batch()];
        List<Callable<Double>> decisions = new ArrayList<>();
        for (int b = 0; b < lessons.length; b++) {
            int index = b;
            SplittableRandom random = RandomStreams.of(training.seed(), iteration, index);
            decisions.add(() -> {
                lessons[index] = Lesson.of(model, ScenarioCompiler.compile(TrainingScenarios.draw(random)));
                return 0.0;
            });
        }
        workers.sumOf(decisions);
        double rate = training.learningRateAt(iteration + 1);
        List<Callable<Double>> studies = new ArrayList<>();
        for (int k = 0; k < teachers.length; k++) {
            MemberTeacher teacher = teachers[k];
            SplittableRandom random = RandomStreams.of(training.seed(), iteration, lessons.length + k);
            studies.add(() -> teacher.teach(halfOf(lessons, random), iteration + 1, rate));
        }
        double loss = workers.sumOf(studies) / teachers.length;
        iteration++;
        if (!Double.isFinite(loss)) {
            throw new DivergenceException(iteration, "the loss is " + loss);
        }
        return loss;
    }

    private static List<Lesson> halfOf(Lesson[] lessons, SplittableRandom random) {
        List<Lesson> half = new ArrayList<>();
        for (Lesson lesson : lessons) {
            if (random.nextBoolean()) {
                half.add(lesson);
            }
        }
        return half.isEmpty() ? List.of(lessons) : half;
    }

    @Override
    public EnsemblePolicy policy() {
        return new Policy(model);
    }

    @Override
    public TensorFile checkpoint() {
        TensorFile.Builder file = new TensorFile.Builder().metadata("format", CHECKPOINT_FORMAT);
        training.describe().forEach(file::metadata);
        file.metadata(DONE, Integer.toString(iteration));
        var shape = model.ensemble().shape();
        NetworkTensors.add(
                file,
                PriceModel.NETWORKS,
                shape,
                training.members(),
                model.ensemble().weights());
        NetworkTensors.add(file, MEANS, shape, training.members(), means);
        NetworkTensors.add(file, SQUARES, shape, training.members(), squares);
        return file.build();
    }

    @Override
    public TensorFile model() {
        return model.toFile(training.describe());
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Decides with local search, as one who uses the model would. */
    private record Policy(PriceModel model) implements EnsemblePolicy {
        @Override
        public int members() {
            return model.members();
        }

        @Override
        public EnsembleDecision decide(ProblemInstance instance) {
            PriceDecision decision = PriceDecision.of(model, instance.problem(), Polish.LOCAL_SEARCH);
            boolean found = decision.decide(Budget.UNLIMITED.start());
            return new EnsembleDecision(
                    found ? Optional.of(Placement.of(decision.placement())) : Optional.empty(),
                    decision.distinctCandidates());
        }
    }
}
