package dev.twinplace.ddl.paper;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.Ensemble;
import dev.twinplace.ddl.NetworkTensors;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.TensorFile;
import dev.twinplace.model.Scenario;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * A trained {@code ddl-paper}: for certain servers, and up to a number of devices and of twins, as the paper says. Where a
 * scenario has fewer, the inputs of the others are zero and their outputs are not read. Serves many threads.
 */
public final class PaperModel {
    /** The format in the metadata of a model file. */
    public static final String FORMAT = "twinplace/ddl-paper/model/1";

    private static final int MAX_MEMBERS = 10_000;
    private static final int MAX_DEVICES = 1_000_000;
    private static final int MAX_TWINS = 100_000;

    private final Ensemble ensemble;
    private final int devices;
    private final ServerCode code;
    private final TrainedServers servers;

    PaperModel(Ensemble ensemble, int devices, ServerCode code, TrainedServers servers) {
        this.ensemble = ensemble;
        this.devices = devices;
        this.code = code;
        this.servers = servers;
    }

    /** The shipped one: trained as the paper says, on Table 2 and {@code independent}, with seed 1. */
    public static PaperModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, by those who ask for it. */
    private static final class Shipped {
        private static final String RESOURCE = "ddl-paper.safetensors";

        static final PaperModel MODEL =
                read(new TensorReader(RESOURCE, SafetensorsReader.read(PaperModel.class, RESOURCE)));
    }

    /**
     * Reads a model file.
     *
     * @throws dev.twinplace.io.InvalidInputException if it cannot be read or is of another kind
     */
    public static PaperModel read(Path file) {
        return read(new TensorReader(file.toString(), SafetensorsReader.read(file)));
    }

    /** Takes a model file apart, which {@link #read(Path)} does after reading it. */
    public static PaperModel read(TensorReader file) {
        file.requireFormat(FORMAT, "a model of ddl-paper");
        int members = (int) file.integer("members", 1, MAX_MEMBERS);
        int devices = (int) file.integer("devices", 1, MAX_DEVICES);
        int twins = (int) file.integer("twins", 1, MAX_TWINS);
        TrainedServers servers = TrainedServers.read("servers", file);
        ServerCode code = new ServerCode(twins, servers.count());
        TwinFeatureExtractor extractor = new TwinFeatureExtractor(devices, twins);
        Ensemble ensemble = new Ensemble(
                extractor,
                code.bits(),
                members,
                file.networks("extractor", extractor.shape().orElseThrow(), 1),
                file.networks("members", Ensemble.shape(extractor, code.bits()), members));
        return new PaperModel(ensemble, devices, code, servers);
    }

    /** The networks, over the features of the twins. */
    public Ensemble ensemble() {
        return ensemble;
    }

    ServerCode code() {
        return code;
    }

    /** A file that {@link #read} reads. */
    TensorFile toFile(Map<String, String> settings, int iterations) {
        TensorFile.Builder file = new TensorFile.Builder().metadata("format", FORMAT);
        settings.forEach(file::metadata);
        file.metadata("iterations", Integer.toString(iterations));
        ensemble.extractor()
                .shape()
                .ifPresent(shape -> NetworkTensors.add(file, "extractor", shape, 1, ensemble.extractorWeights()));
        NetworkTensors.add(file, "members", ensemble.shape(), ensemble.members(), ensemble.weights());
        return file.build();
    }

    /** Refuses a scenario that this model was not trained for. */
    void requireFits(Scenario scenario) {
        require(scenario.devices().size() <= devices, "devices: must be at most ", devices, scenario.devices());
        require(scenario.twins().size() <= code.twins(), "twins: must be at most ", code.twins(), scenario.twins());
        require(scenario.servers().size() == code.servers(), "servers: must be ", code.servers(), scenario.servers());
        servers.requireSame(scenario.servers());
    }

    private static void require(boolean fits, String rule, int trained, Collection<?> actual) {
        if (!fits) {
            throw new UnsupportedProblemException(rule + trained
                    + ", the number that the model of ddl-paper was trained for, but were " + actual.size()
                    + "; twinplace train --policy ddl-paper makes others");
        }
    }
}
