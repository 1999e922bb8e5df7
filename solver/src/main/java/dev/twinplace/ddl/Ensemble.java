package dev.twinplace.ddl;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * One extractor and K members: networks of the same shape with two hidden layers of ReLU units and sigmoid outputs, one for
 * each bit of a decision. Only a trainer writes to the weights.
 */
public final class Ensemble {
    private static final int PURPOSE_WEIGHTS = 1;

    private final FeatureExtractor extractor;
    private final Mlp shape;
    private final int members;
    private final float[] extractorWeights;
    private final float[] weights;

    /**
     * An ensemble of these weights, which are not copied.
     *
     * @param extractorWeights as many as the extractor's shape has parameters, none without one
     * @param weights members × parameters of {@link #shape(FeatureExtractor, int)}
     */
    public Ensemble(FeatureExtractor extractor, int bits, int members, float[] extractorWeights, float[] weights) {
        this.extractor = extractor;
        shape = shape(extractor, bits);
        this.members = members;
        this.extractorWeights = extractorWeights;
        this.weights = weights;
        requireLength("extractorWeights", extractorParameters(extractor), extractorWeights.length);
        requireLength("weights", Math.multiplyExact(members, shape.parameters()), weights.length);
    }

    private static void requireLength(String name, int expected, int actual) {
        if (actual != expected) {
            throw new IllegalArgumentException(name + ": must be " + expected + " floats, but were " + actual);
        }
    }

    /** With drawn weights: every layer normally distributed, each member's another draw. */
    static Ensemble drawn(FeatureExtractor extractor, int bits, EnsembleSettings settings) {
        Mlp shape = shape(extractor, bits);
        float[] extractorWeights = new float[extractorParameters(extractor)];
        float[] weights = new float[Math.multiplyExact(settings.members(), shape.parameters())];
        OptionalDouble deviation = settings.weightDeviation();
        extractor
                .shape()
                .ifPresent(
                        layers -> draw(layers, extractorWeights, 0, deviation, stream(settings, settings.members())));
        for (int k = 0; k < settings.members(); k++) {
            draw(shape, weights, k * shape.parameters(), deviation, stream(settings, k));
        }
        return new Ensemble(extractor, bits, settings.members(), extractorWeights, weights);
    }

    private static SplittableRandom stream(EnsembleSettings settings, int network) {
        return RandomStreams.of(settings.seed(), PURPOSE_WEIGHTS, network);
    }

    private static void draw(Mlp shape, float[] weights, int at, OptionalDouble deviation, SplittableRandom random) {
        if (deviation.isPresent()) {
            shape.initialize(weights, at, deviation.getAsDouble(), random);
        } else {
            shape.initialize(weights, at, random);
        }
    }

    /** The shape of each member. */
    public static Mlp shape(FeatureExtractor extractor, int bits) {
        return new Mlp(extractor.features(), EnsembleSettings.HIDDEN[0], EnsembleSettings.HIDDEN[1], bits);
    }

    private static int extractorParameters(FeatureExtractor extractor) {
        return extractor.shape().map(Mlp::parameters).orElse(0);
    }

    /** K. */
    public int members() {
        return members;
    }

    public FeatureExtractor extractor() {
        return extractor;
    }

    /** The shape of each member. */
    public Mlp shape() {
        return shape;
    }

    /** The array itself. */
    public float[] extractorWeights() {
        return extractorWeights;
    }

    /** The array itself, one member after the other. */
    public float[] weights() {
        return weights;
    }

    /** Room to decide in, for one thread. */
    public EnsemblePass newPass(Kernels kernels) {
        return new EnsemblePass(this, kernels);
    }
}
