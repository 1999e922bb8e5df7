package dev.twinplace.ddl.price;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that the weights of {@code ddl-price} depend on: the same settings give the same bits.
 *
 * @param members K >= 1
 * @param hidden units of each of the two hidden layers, at least 1
 * @param iterations at least 1; the learning rate falls with them
 * @param batch problems drawn for an iteration, of which each member sees about half; at least 2
 * @param learningRate of Adam, at first; it falls to a tenth towards the end
 * @param seed of all that is drawn
 */
public record PriceTraining(int members, int hidden, int iterations, int batch, double learningRate, long seed) {
    /** What the shipped weights were trained with. */
    public static final PriceTraining DEFAULT = new PriceTraining(12, 16, 1000, 32, 5e-3, 1);

    private static final double MIN_RATE = 0.1;

    public PriceTraining {
        require("members", members >= 1, ">= 1", members);
        require("hidden", hidden >= 1, ">= 1", hidden);
        require("iterations", iterations >= 1, ">= 1", iterations);
        require("batch", batch >= 2, ">= 2", batch);
        require("learning-rate", learningRate > 0 && learningRate <= 1, "in (0, 1]", learningRate);
    }

    private static void require(String field, boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": must be " + rule + ", but was " + value);
        }
    }

    /** What the scenarios are like that all settings draw from, in words for documents. */
    public static String distribution() {
        return TrainingScenarios.words();
    }

    /** Of the step with this number, from 1 on: half a cosine from all to a tenth. */
    double learningRateAt(int iteration) {
        double done = (iteration - 1.0) / iterations;
        return learningRate * (MIN_RATE + (1 - MIN_RATE) * (1 + StrictMath.cos(Math.PI * done)) / 2);
    }

    /** All settings as the metadata of files state them. */
    Map<String, String> describe() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("members", Integer.toString(members));
        settings.put("hidden", Integer.toString(hidden));
        settings.put("iterations", Integer.toString(iterations));
        settings.put("batch", Integer.toString(batch));
        settings.put("learning-rate", Double.toString(learningRate));
        settings.put("seed", Long.toString(seed));
        return settings;
    }
}
