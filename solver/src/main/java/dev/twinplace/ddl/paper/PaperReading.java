package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.FeatureExtractor;
import dev.twinplace.generate.ScenarioGenerator;

/**
 * How what Algorithm 1 leaves open is read in a training. Only models of {@link #AS_PRINTED} are written to files.
 *
 * @param features how devices become features of twins
 * @param samplesPerIteration that are taken before each training step, at least 1
 * @param scenarios after how many different ones they come again, at least 1
 * @param labels what is done to the cheapest candidate
 */
public record PaperReading(Features features, int samplesPerIteration, long scenarios, LabelRule labels) {
    /** Weights for each device, one new scenario in each iteration, the cheapest candidate itself. */
    public static final PaperReading AS_PRINTED =
            new PaperReading(Features.OF_EACH_DEVICE, 1, Long.MAX_VALUE, LabelRule.AS_PRINTED);

    /** A layer from devices to features of twins. */
    public enum Features {
        /** {@link TwinFeatureExtractor}. */
        OF_EACH_DEVICE,

        /** {@link PooledExtractor} over inputs from 0 to 1. */
        POOLED,

        /** {@link PooledExtractor} over inputs from -1 to 1. */
        POOLED_AND_CENTRED
    }

    public PaperReading {
        if (samplesPerIteration < 1) {
            throw new IllegalArgumentException(
                    "samplesPerIteration: must be at least 1, but was " + samplesPerIteration);
        }
        if (scenarios < 1) {
            throw new IllegalArgumentException("scenarios: must be at least 1, but was " + scenarios);
        }
    }

    /** With other features. */
    public PaperReading with(Features others) {
        return new PaperReading(others, samplesPerIteration, scenarios, labels);
    }

    /** With this rule for labels. */
    public PaperReading with(LabelRule rule) {
        return new PaperReading(features, samplesPerIteration, scenarios, rule);
    }

    /** With so many samples in an iteration. */
    public PaperReading withSamples(int count) {
        return new PaperReading(features, count, scenarios, labels);
    }

    /** With scenarios that come again after so many. */
    public PaperReading withScenarios(long count) {
        return new PaperReading(features, samplesPerIteration, count, labels);
    }

    FeatureExtractor extractor(ScenarioGenerator generator) {
        return switch (features) {
            case OF_EACH_DEVICE -> new TwinFeatureExtractor(generator.devices(), generator.twins());
            case POOLED -> new PooledExtractor(generator.devices(), generator.twins(), false);
            case POOLED_AND_CENTRED -> new PooledExtractor(generator.devices(), generator.twins(), true);
        };
    }
}
