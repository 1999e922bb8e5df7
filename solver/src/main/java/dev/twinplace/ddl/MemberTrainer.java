package dev.twinplace.ddl;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.CrossEntropy;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Trains one member on batches of its own. It writes to that member's weights and means and to nothing else that is shared,
 * so all members can train at once.
 */
final class MemberTrainer {
    private static final int PURPOSE_BATCH = 2;

    private final int member;
    private final EnsembleSettings settings;
    private final TrainingState state;
    private final Kernels kernels;
    private final FeatureExtractor.Pass extractor;
    private final MlpWorkspace workspace;
    private final int[] slots;
    private final float[] labels;
    private final float[] extractorGradient;

    MemberTrainer(int member, EnsembleSettings settings, TrainingState state, Kernels kernels) {
        this.member = member;
        this.settings = settings;
        this.state = state;
        this.kernels = kernels;
        Ensemble ensemble = state.ensemble();
        Mlp shape = ensemble.shape();
        extractor = ensemble.extractor().newPass(kernels);
        workspace = MlpWorkspace.forTraining(shape, settings.batch());
        slots = new int[settings.batch()];
        labels = new float[settings.batch() * shape.stride(shape.layers())];
        extractorGradient = new float[ensemble.extractorWeights().length];
    }

    /** What the last step found for the extractor; the array itself. */
    float[] extractorGradient() {
        return extractorGradient;
    }

    /**
     * Does lines 15 and 16 of Algorithm 1 for this member.
     *
     * @param step from 1 on
     * @return the loss (20) before the step
     */
    double step(int step) {
        Ensemble ensemble = state.ensemble();
        Mlp shape = ensemble.shape();
        int at = member * shape.parameters();
        gatherBatch(RandomStreams.of(settings.seed(), PURPOSE_BATCH, step, member));
        shape.forward(kernels, ensemble.weights(), at, workspace, settings.batch());
        int stride = shape.stride(shape.layers());
        kernels.sigmoid(settings.batch() * stride, workspace.output(), 0);
        double loss = CrossEntropy.of(
                settings.batch(),
                shape.size(shape.layers()),
                stride,
                workspace.output(),
                labels,
                workspace.outputGradient());
        learn(at, step);
        return loss;
    }

    private void learn(int at, int step) {
        Ensemble ensemble = state.ensemble();
        Mlp shape = ensemble.shape();
        float[] gradient = state.members().gradient();
        Arrays.fill(gradient, at, at + shape.parameters(), 0);
        boolean learnsFeatures = extractorGradient.length > 0;
        shape.backward(kernels, ensemble.weights(), at, workspace, settings.batch(), gradient, at, learnsFeatures);
        if (learnsFeatures) {
            accumulateExtractorGradient(shape.stride(0));
        }
        state.members().update(settings.optimiser(), step, at, shape.parameters());
    }

    private void gatherBatch(RandomGenerator random) {
        SampleDatabase database = state.database();
        Ensemble ensemble = state.ensemble();
        int stride = ensemble.shape().stride(0);
        int labelStride = ensemble.shape().stride(ensemble.shape().layers());
        for (int r = 0; r < settings.batch(); r++) {
            slots[r] = random.nextInt(database.size());
            extractor.forward(
                    ensemble.extractorWeights(),
                    database.samples(),
                    database.sampleAt(slots[r]),
                    workspace.input(),
                    r * stride);
            database.copyLabel(slots[r], labels, r * labelStride);
        }
    }

    private void accumulateExtractorGradient(int stride) {
        SampleDatabase database = state.database();
        Arrays.fill(extractorGradient, 0);
        for (int r = 0; r < settings.batch(); r++) {
            extractor.backward(
                    database.samples(),
                    database.sampleAt(slots[r]),
                    workspace.input(),
                    workspace.inputGradient(),
                    r * stride,
                    extractorGradient);
        }
    }
}
