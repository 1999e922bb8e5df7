package dev.twinplace.ddl;

import dev.twinplace.io.TensorFile;
import dev.twinplace.nn.Mlp;
import java.util.Optional;

/** All that training goes on from: weights, Adam's means, database, and how far it got. */
final class TrainingState {
    private static final String EXTRACTOR = "extractor";
    private static final String MEMBERS = "members";
    private static final String SAMPLES = "database.samples";
    private static final String LABELS = "database.labels";
    private static final String TAKEN = "samples";
    private static final String STEPS = "steps";
    private static final long MAX_TAKEN = 1L << 53;

    private final Ensemble ensemble;
    private final Optional<Learnables> extractor;
    private final Learnables members;
    private final SampleDatabase database;
    private int steps;

    private TrainingState(
            FeatureExtractor features,
            int bits,
            EnsembleSettings settings,
            Optional<Learnables> extractor,
            Learnables members) {
        this.extractor = extractor;
        this.members = members;
        float[] extractorWeights = extractor.map(Learnables::weights).orElse(new float[0]);
        ensemble = new Ensemble(features, bits, settings.members(), extractorWeights, members.weights());
        database = new SampleDatabase(settings.database(), features.sampleLength(), bits);
    }

    /** At the beginning: drawn weights, an empty database. */
    static TrainingState initial(FeatureExtractor features, int bits, EnsembleSettings settings) {
        Ensemble drawn = Ensemble.drawn(features, bits, settings);
        return new TrainingState(
                features,
                bits,
                settings,
                features.shape().map(shape -> Learnables.fresh(EXTRACTOR, shape, 1, drawn.extractorWeights())),
                Learnables.fresh(MEMBERS, drawn.shape(), settings.members(), drawn.weights()));
    }

    /** As {@link #write} left it. */
    static TrainingState read(FeatureExtractor features, int bits, EnsembleSettings settings, TensorReader file) {
        Mlp shape = Ensemble.shape(features, bits);
        TrainingState state = new TrainingState(
                features,
                bits,
                settings,
                features.shape().map(layers -> Learnables.read(EXTRACTOR, layers, 1, file)),
                Learnables.read(MEMBERS, shape, settings.members(), file));
        long taken = file.integer(TAKEN, 0, MAX_TAKEN);
        int held = (int) Math.min(taken, settings.database());
        state.database.restore(
                taken, file.numbers(SAMPLES, held, features.sampleLength()), file.numbers(LABELS, held, bits));
        state.steps = (int) file.integer(STEPS, 0, Integer.MAX_VALUE);
        return state;
    }

    /** Adds everything to a file. */
    void write(TensorFile.Builder file) {
        file.metadata(TAKEN, Long.toString(database.taken()));
        file.metadata(STEPS, Integer.toString(steps));
        extractor.ifPresent(networks -> networks.write(file));
        members.write(file);
        float[] samples = database.heldSamples();
        float[] labels = database.heldLabels();
        int held = database.size();
        file.tensor(SAMPLES, new int[] {held, ensemble.extractor().sampleLength()}, samples);
        file.tensor(
                LABELS, new int[] {held, ensemble.shape().size(ensemble.shape().layers())}, labels);
    }

    /** What is trained. */
    Ensemble ensemble() {
        return ensemble;
    }

    Optional<Learnables> extractor() {
        return extractor;
    }

    Learnables members() {
        return members;
    }

    SampleDatabase database() {
        return database;
    }

    /** Training steps done. */
    int steps() {
        return steps;
    }

    void countStep() {
        steps++;
    }

    boolean isFinite() {
        return members.isFinite() && extractor.map(Learnables::isFinite).orElse(true);
    }
}
