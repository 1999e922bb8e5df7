package dev.twinplace.ddl;

import dev.twinplace.nn.Adam;
import java.util.OptionalDouble;

/**
 * How an ensemble is trained.
 *
 * @param members K >= 1
 * @param database samples that are kept, the oldest giving way; at least 1
 * @param batch samples that a member draws for a training step, with replacement; at least 1
 * @param firstStepAfter so many samples come before the first training step, or are taken with it: at least 1
 * @param interval a training step every so many samples from then on; at least 1
 * @param optimiser for members and extractor
 * @param weightDeviation of the normally distributed weights at first; if empty, each layer's follows He et al. (2015)
 * @param seed of all that is drawn
 */
public record EnsembleSettings(
        int members,
        int database,
        int batch,
        int firstStepAfter,
        int interval,
        Adam optimiser,
        OptionalDouble weightDeviation,
        long seed) {
    /** The paper says "two hidden layers" and no sizes: these are those of its lineage, DROO and DDLO. */
    static final int[] HIDDEN = {120, 80};

    /** Beyond these no machine would get anywhere. */
    private static final int MAX_MEMBERS = 10_000;

    private static final int MAX_SAMPLES = 10_000_000;

    public EnsembleSettings {
        require("members", members, MAX_MEMBERS);
        require("database", database, MAX_SAMPLES);
        require("batch", batch, MAX_SAMPLES);
        require("firstStepAfter", firstStepAfter, Integer.MAX_VALUE);
        require("interval", interval, Integer.MAX_VALUE);
    }

    private static void require(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + ": must be in [1, " + most + "], but was " + value);
        }
    }

    /** Weights and biases of one member, without padding; no size is too large to ask for. */
    public static long weightsPerMember(long features, long bits) {
        return (features + 1) * HIDDEN[0] + (HIDDEN[0] + 1L) * HIDDEN[1] + (HIDDEN[1] + 1L) * bits;
    }

    /** The sizes of a member's hidden layers. */
    public static int[] hiddenLayers() {
        return HIDDEN.clone();
    }

    /** Whether the sample that makes so many is followed by a training step. */
    boolean isStepDue(long samples) {
        return samples >= firstStepAfter && (samples - firstStepAfter) % interval == 0;
    }
}
