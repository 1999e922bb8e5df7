package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.EnsembleSettings;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.nn.Adam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Everything that the weights of {@code ddl-paper} depend on, beside the number of iterations: the same settings give the
 * same bits.
 *
 * <p>The paper names K = 12 and no size of batch or database, and says "Adam": {@link #DEFAULT_BATCH} and {@link
 * #DEFAULT_DATABASE} are those of its lineage, DROO and DDLO, the decays those of Adam's authors.
 *
 * @param scenarios of the environment to learn; at least one device
 * @param members K
 * @param learningRate of Adam
 * @param database samples that are kept
 * @param batch samples that a member learns from in an iteration
 */
public record PaperTraining(PaperScenarios scenarios, int members, double learningRate, int database, int batch) {
    public static final int DEFAULT_MEMBERS = 12;
    public static final double DEFAULT_LEARNING_RATE = 1e-3;
    public static final int DEFAULT_DATABASE = 1024;
    public static final int DEFAULT_BATCH = 128;

    /** Of 32 bits each, in a file. */
    private static final long MAX_NUMBERS = 1L << 26;

    /** The weight itself and Adam's two means. */
    private static final int ARRAYS_PER_WEIGHT = 3;

    public PaperTraining {
        int devices = scenarios.generator().devices();
        if (devices < 1) {
            throw new IllegalArgumentException("devices: must be >= 1, but was " + devices);
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning-rate: must be > 0, but was " + learningRate);
        }
        settings(members, learningRate, database, batch, 1, scenarios.seed());
        requireCheckpointFits(scenarios.generator(), members, database, batch);
    }

    /** So that training never gets to a point where it cannot be saved, nor to an array that cannot be. */
    private static void requireCheckpointFits(ScenarioGenerator generator, int members, int database, int batch) {
        long devices = generator.devices();
        long bits = (long) generator.twins() * new ServerCode(1, generator.edges() + 1).bitsPerTwin();
        long features = (long) generator.twins() * DeviceExtractor.FEATURES;
        long weights = members * EnsembleSettings.weightsPerMember(features, bits)
                + (DeviceExtractor.INPUTS_PER_DEVICE * devices + 1) * DeviceExtractor.FEATURES;
        long samples = database * ((DeviceExtractor.INPUTS_PER_DEVICE + 1) * devices + bits);
        if (ARRAYS_PER_WEIGHT * weights + samples > MAX_NUMBERS || batch * (features + bits) > MAX_NUMBERS) {
            throw new IllegalArgumentException("members: must be so few, with so small a database and batch, that a"
                    + " checkpoint takes at most 256 MiB, but were " + members);
        }
    }

    /** Algorithm 1: the database is filled first, then so many further samples, there one, are an iteration. */
    EnsembleSettings settings(int samplesPerIteration) {
        return settings(members, learningRate, database, batch, samplesPerIteration, scenarios.seed());
    }

    private static EnsembleSettings settings(
            int members, double learningRate, int database, int batch, int samplesPerIteration, long seed) {
        Adam adam = Adam.withRate(learningRate);
        return new EnsembleSettings(
                members,
                database,
                batch,
                database + samplesPerIteration,
                samplesPerIteration,
                adam,
                OptionalDouble.empty(),
                seed);
    }

    ServerCode code() {
        return new ServerCode(
                scenarios.generator().twins(), scenarios.generator().edges() + 1);
    }

    /** All settings as the metadata of files state them. */
    Map<String, String> describe() {
        ScenarioGenerator generator = scenarios.generator();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("members", Integer.toString(members));
        settings.put("learning-rate", Double.toString(learningRate));
        settings.put("database", Integer.toString(database));
        settings.put("batch", Integer.toString(batch));
        settings.put("seed", Long.toString(scenarios.seed()));
        settings.put("profile", generator.profile().id());
        settings.put("coupling", generator.coupling().id());
        settings.put("alpha", Double.toString(generator.alpha()));
        settings.put("twins", Integer.toString(generator.twins()));
        settings.put("devices", Integer.toString(generator.devices()));
        settings.put("edges", Integer.toString(generator.edges()));
        settings.put("servers", TrainedServers.of(scenarios.servers()).toString());
        return settings;
    }
}
