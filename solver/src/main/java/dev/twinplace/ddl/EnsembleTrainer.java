package dev.twinplace.ddl;

import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.parallel.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/**
 * Trains an ensemble as lines 1 to 18 of Algorithm 1 do: for each situation every member decides, the cheapest decision is
 * the label, and each member learns from its own random batch of the latest samples.
 *
 * <p>A decision that breaks a constraint has an infinite cost. If all do, which the paper has no case of, the one that
 * breaks constraints least is the label: without one, an ensemble that has not learnt the constraints would never begin to.
 *
 * <p>All that is drawn follows from the seed and from what it is for, and sums run in the order of members: the same task
 * and settings give the same bits on any number of threads, on any {@link Kernels}, and if training stops and goes on.
 */
public final class EnsembleTrainer implements AutoCloseable {
    /** Guessing costs ln 2 = 0.69 a bit; to be wrong with certainty costs 16. */
    private static final double EXPLODED_LOSS_PER_BIT = 8;

    private final EnsembleSettings settings;
    private final OffloadingTask task;
    private final TrainingState state;
    private final Kernels kernels;
    private final EnsemblePass pass;
    private final List<MemberTrainer> members = new ArrayList<>();
    private final List<Callable<Double>> steps = new ArrayList<>();
    private final WorkerPool workers;
    private final float[] sample;

    private EnsembleTrainer(
            EnsembleSettings settings, OffloadingTask task, TrainingState state, int threads, Kernels kernels) {
        this.settings = settings;
        this.task = task;
        this.state = state;
        this.kernels = kernels;
        pass = state.ensemble().newPass(kernels);
        sample = new float[state.ensemble().extractor().sampleLength()];
        for (int k = 0; k < settings.members(); k++) {
            MemberTrainer member = new MemberTrainer(k, settings, state, kernels);
            members.add(member);
            steps.add(() -> member.step(state.steps() + 1));
        }
        workers = new WorkerPool(threads, "ddl-training");
    }

    /** Starts with drawn weights and an empty database. */
    public static EnsembleTrainer start(
            EnsembleSettings settings, FeatureExtractor extractor, OffloadingTask task, int threads, Kernels kernels) {
        TrainingState state = TrainingState.initial(extractor, task.bits(), settings);
        return new EnsembleTrainer(settings, task, state, threads, kernels);
    }

    /**
     * Goes on from where {@link #write} was called, to the same bits.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file does not have what settings and task need
     */
    public static EnsembleTrainer resume(
            EnsembleSettings settings,
            FeatureExtractor extractor,
            OffloadingTask task,
            TensorReader file,
            int threads,
            Kernels kernels) {
        TrainingState state = TrainingState.read(extractor, task.bits(), settings, file);
        return new EnsembleTrainer(settings, task, state, threads, kernels);
    }

    /** Adds to a file all that is needed to go on. */
    public void write(TensorFile.Builder file) {
        state.write(file);
    }

    /** What is trained; its weights change with every step. */
    public Ensemble ensemble() {
        return state.ensemble();
    }

    /** Samples taken. */
    public long samples() {
        return state.database().taken();
    }

    /** Training steps done. */
    public int steps() {
        return state.steps();
    }

    /**
     * Takes one more sample, and trains if the settings say so.
     *
     * @return the mean loss (20) over members, before the step; empty if there was no step
     * @throws DivergenceException if training has run away
     */
    public OptionalDouble next() {
        takeSample();
        return settings.isStepDue(samples()) ? OptionalDouble.of(step()) : OptionalDouble.empty();
    }

    /** Lines 3 to 14. */
    private void takeSample() {
        Situation situation = task.situation(samples());
        situation.describe(sample, 0);
        pass.decide(sample, 0);
        int label = pass.best(situation) * pass.stride();
        situation.canonicalise(pass.decisions(), label);
        state.database().add(sample, pass.decisions(), label);
    }

    /** Lines 15 and 16. The extractor belongs to all members: it follows the mean of their gradients. */
    private double step() {
        double loss = workers.sumOf(steps) / settings.members();
        state.extractor().ifPresent(this::updateExtractor);
        state.countStep();
        if (!Double.isFinite(loss)) {
            throw new DivergenceException(steps(), "the loss is " + loss);
        }
        if (loss > EXPLODED_LOSS_PER_BIT * task.bits()) {
            throw new DivergenceException(steps(), "the loss is " + loss + ", worse than guessing by far");
        }
        if (!state.isFinite()) {
            throw new DivergenceException(steps(), "a weight is infinite or not a number");
        }
        return loss;
    }

    private void updateExtractor(Learnables extractor) {
        float[] gradient = extractor.gradient();
        Arrays.fill(gradient, 0);
        for (MemberTrainer member : members) {
            kernels.addScaled(gradient.length, 1f / members.size(), member.extractorGradient(), 0, gradient, 0);
        }
        extractor.update(settings.optimiser(), steps() + 1, 0, gradient.length);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
