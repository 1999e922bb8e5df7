package dev.twinplace.ddl.price;

import dev.twinplace.ddl.NetworkTensors;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.TensorFile;
import dev.twinplace.nn.Mlp;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A trained ensemble. Not to be changed, serves many threads. */
public final class PriceModel {
    /** The format in the metadata of a model file. */
    public static final String FORMAT = "twinplace/ddl-price/model/1";

    static final String NETWORKS = "members";

    private static final int MAX_MEMBERS = 10_000;
    private static final int MAX_HIDDEN = 10_000;

    private final PriceEnsemble ensemble;

    PriceModel(PriceEnsemble ensemble) {
        this.ensemble = ensemble;
    }

    /** The shipped one, trained with {@link PriceTraining#DEFAULT}. */
    public static PriceModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, by those who ask for it. */
    private static final class Shipped {
        private static final String RESOURCE = "ddl-price.safetensors";

        static final PriceModel MODEL =
                read(new TensorReader(RESOURCE, SafetensorsReader.read(PriceModel.class, RESOURCE)));
    }

    /** What training with these settings starts from. */
    public static PriceModel untrained(PriceTraining training) {
        return new PriceModel(PriceEnsemble.drawn(training.members(), training.hidden(), training.seed()));
    }

    /** One network, which states prices of 0. */
    public static PriceModel withPricesOfZero() {
        return new PriceModel(
                new PriceEnsemble(1, 1, new float[PriceEnsemble.shape(1).parameters()]));
    }

    /**
     * Reads a model file.
     *
     * @throws dev.twinplace.io.InvalidInputException if it cannot be read or is of another kind
     */
    public static PriceModel read(Path file) {
        return read(new TensorReader(file.toString(), SafetensorsReader.read(file)));
    }

    /** Takes a model file apart, which {@link #read(Path)} does after reading it. */
    public static PriceModel read(TensorReader file) {
        file.requireFormat(FORMAT, "a model of ddl-price");
        int members = (int) file.integer("members", 1, MAX_MEMBERS);
        int hidden = (int) file.integer("hidden", 1, MAX_HIDDEN);
        Mlp shape = PriceEnsemble.shape(hidden);
        return new PriceModel(new PriceEnsemble(members, hidden, file.networks(NETWORKS, shape, members)));
    }

    /** A file that {@link #read} reads. */
    TensorFile toFile(Map<String, String> settings) {
        TensorFile.Builder file = new TensorFile.Builder().metadata("format", FORMAT);
        settings.forEach(file::metadata);
        NetworkTensors.add(file, NETWORKS, ensemble.shape(), ensemble.members(), ensemble.weights());
        return file.build();
    }

    /** One of its networks alone. */
    public PriceModel member(int index) {
        int length = ensemble.weightsPerMember();
        float[] weights = Arrays.copyOfRange(ensemble.weights(), index * length, (index + 1) * length);
        return new PriceModel(new PriceEnsemble(1, ensemble.hidden(), weights));
    }

    PriceEnsemble ensemble() {
        return ensemble;
    }

    /** K. */
    public int members() {
        return ensemble.members();
    }
}
