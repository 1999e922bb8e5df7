package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.SafetensorsWriter;
import dev.twinplace.io.TensorFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTrainerTest {
    private static final PriceTraining SHORT = new PriceTraining(3, 8, 12, 6, 5e-3, 7);

    private static byte[] bytes(TensorFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(file, out);
        return out.toByteArray();
    }

    private static TensorReader reader(byte[] bytes) {
        return new TensorReader("test", SafetensorsReader.read("test", new ByteArrayInputStream(bytes)));
    }

    private static byte[] trained(int threads) {
        return trained(SHORT, threads);
    }

    private static byte[] trained(PriceTraining training, int threads) {
        try (PriceTrainer trainer = PriceTrainer.start(training, threads)) {
            while (trainer.iteration() < training.iterations()) {
                trainer.step();
            }
            return bytes(trainer.model());
        }
    }

    /** The start of the run that made the shipped model, on whichever kernels, JDK and machine this is. */
    @Test
    void aShortenedRunReproducesItsBits() throws NoSuchAlgorithmException {
        PriceTraining shipped = PriceTraining.DEFAULT;
        PriceTraining shortened = new PriceTraining(
                shipped.members(), shipped.hidden(), 20, shipped.batch(), shipped.learningRate(), shipped.seed());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(trained(shortened, 2));
        assertEquals(
                "e1f25ecaab7d4009f43174099bc631cddc4203cb84c3effc1a547f2d3ff34b20",
                HexFormat.of().formatHex(digest));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        assertArrayEquals(trained(1), trained(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void goesOnFromACheckpointToTheSameBits(int stop) {
        byte[] checkpoint;
        try (PriceTrainer trainer = PriceTrainer.start(SHORT, 2)) {
            while (trainer.iteration() < stop) {
                trainer.step();
            }
            checkpoint = bytes(trainer.checkpoint());
            trainer.step(); // must not change it
        }
        try (PriceTrainer trainer = PriceTrainer.resume(SHORT, reader(checkpoint), 1)) {
            assertEquals(stop, trainer.iteration());
            while (trainer.iteration() < SHORT.iterations()) {
                trainer.step();
            }
            assertArrayEquals(trained(1), bytes(trainer.model()));
        }
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefused() {
        byte[] checkpoint;
        try (PriceTrainer trainer = PriceTrainer.start(SHORT, 1)) {
            checkpoint = bytes(trainer.checkpoint());
        }
        PriceTraining other = new PriceTraining(3, 8, 12, 6, 5e-3, 8);
        Exception error =
                assertThrows(InvalidInputException.class, () -> PriceTrainer.resume(other, reader(checkpoint), 1));
        assertTrue(error.getMessage().contains("seed"), error::getMessage);
    }

    @Test
    void learningLowersTheLoss() {
        PriceTraining training = new PriceTraining(2, 16, 60, 16, 5e-3, 1);
        double first = 0;
        double last = 0;
        try (PriceTrainer trainer = PriceTrainer.start(training, 2)) {
            while (trainer.iteration() < training.iterations()) {
                double loss = trainer.step();
                first += trainer.iteration() <= 10 ? loss : 0;
                last += trainer.iteration() > 50 ? loss : 0;
            }
        }
        assertTrue(last < 0.8 * first, first + " fell to " + last + " only");
    }

    @Test
    void modelsAreReadBackAndForeignFilesRefused() {
        byte[] model = trained(1);
        PriceModel read = PriceModel.read(reader(model));
        assertEquals(3, read.members());
        assertArrayEquals(model, bytes(read.toFile(SHORT.describe())));
        byte[] foreign =
                bytes(new TensorFile.Builder().metadata("format", "x/1").build());
        assertThrows(InvalidInputException.class, () -> PriceModel.read(reader(foreign)));
    }

    @Test
    void theModelThatComesAlongWasTrainedWithTheDefaultSettings() throws Exception {
        try (var resource = PriceModel.class.getResourceAsStream("ddl-price.safetensors")) {
            TensorFile file = SafetensorsReader.read("ddl-price.safetensors", resource);
            PriceTraining.DEFAULT
                    .describe()
                    .forEach((key, value) -> assertEquals(value, file.metadata().get(key), key));
        }
    }

    @Test
    void meaninglessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PriceTraining(0, 8, 12, 6, 5e-3, 7));
        assertThrows(IllegalArgumentException.class, () -> new PriceTraining(3, 8, 0, 6, 5e-3, 7));
        assertThrows(IllegalArgumentException.class, () -> new PriceTraining(3, 8, 12, 6, Double.NaN, 7));
    }

    @Test
    void trainingStartsFromTheUntrainedModel() {
        try (PriceTrainer trainer = PriceTrainer.start(SHORT, 1)) {
            byte[] untrained = bytes(PriceModel.untrained(SHORT).toFile(SHORT.describe()));
            assertArrayEquals(bytes(trainer.model()), untrained);
            trainer.step();
            assertFalse(Arrays.equals(bytes(trainer.model()), untrained));
        }
    }
}
