package dev.twinplace.ddl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.SafetensorsWriter;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.kernel.ScalarKernels;
import dev.twinplace.nn.Adam;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTrainerTest {
    private static final int BITS = 4;
    private static final SignTask TASK = new SignTask(BITS);
    private static final EnsembleSettings SETTINGS = settings(1e-2, 7);

    private static EnsembleSettings settings(double learningRate, long seed) {
        return new EnsembleSettings(3, 64, 16, 65, 1, Adam.withRate(learningRate), OptionalDouble.empty(), seed);
    }

    private static EnsembleTrainer start(EnsembleSettings settings, int threads, Kernels kernels) {
        return EnsembleTrainer.start(settings, new IdentityExtractor(BITS), TASK, threads, kernels);
    }

    private static EnsembleTrainer start(EnsembleSettings settings) {
        return start(settings, 1, KernelSelection.kernels());
    }

    private static void train(EnsembleTrainer trainer, int steps) {
        int end = trainer.steps() + steps;
        while (trainer.steps() < end) {
            trainer.next();
        }
    }

    private static byte[] bytes(EnsembleTrainer trainer) {
        TensorFile.Builder file = new TensorFile.Builder();
        trainer.write(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SafetensorsWriter.write(file.build(), bytes);
        return bytes.toByteArray();
    }

    private static TensorReader reader(byte[] bytes) {
        return new TensorReader("x", SafetensorsReader.read("x", new ByteArrayInputStream(bytes)));
    }

    /** Wrong bits of the best member, over situations that training has not seen. */
    private static double wrongBits(EnsembleTrainer trainer) {
        EnsemblePass pass = trainer.ensemble().newPass(KernelSelection.kernels());
        float[] sample = new float[BITS];
        double wrong = 0;
        for (int i = 0; i < 200; i++) {
            Situation situation = TASK.situation(1_000_000 + i);
            situation.describe(sample, 0);
            pass.decide(sample, 0);
            wrong += situation.cost(pass.decisions(), pass.best(situation) * pass.stride());
        }
        return wrong / 200;
    }

    @Test
    void learnsWithoutBeingToldTheBestDecision() {
        try (EnsembleTrainer trainer = start(SETTINGS)) {
            double untrained = wrongBits(trainer);
            train(trainer, 500);
            double trained = wrongBits(trainer);
            assertTrue(trained < 0.6 * untrained, untrained + " wrong bits before, " + trained + " after");
        }
    }

    @Test
    void fillsTheDatabaseBeforeItTrains() {
        try (EnsembleTrainer trainer = start(SETTINGS)) {
            for (int i = 0; i < 64; i++) {
                assertTrue(trainer.next().isEmpty());
            }
            assertTrue(trainer.next().isPresent());
            assertTrue(trainer.next().isPresent());
            assertEquals(66, trainer.samples());
            assertEquals(2, trainer.steps());
        }
    }

    @Test
    void trainsEverySoManySamples() {
        EnsembleSettings every10 =
                new EnsembleSettings(2, 16, 4, 5, 10, Adam.withRate(1e-3), OptionalDouble.of(0.1), 1);
        try (EnsembleTrainer trainer = start(every10)) {
            StringBuilder trainedAfter = new StringBuilder();
            for (int i = 1; i <= 30; i++) {
                trainedAfter.append(trainer.next().isPresent() ? i + " " : "");
            }
            assertEquals("5 15 25 ", trainedAfter.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        try (EnsembleTrainer alone = start(SETTINGS);
                EnsembleTrainer together = start(SETTINGS, threads, KernelSelection.kernels())) {
            train(alone, 40);
            train(together, 40);
            assertArrayEquals(bytes(alone), bytes(together));
        }
    }

    @Test
    void theScalarKernelsGiveTheSameBits() {
        try (EnsembleTrainer chosen = start(SETTINGS);
                EnsembleTrainer scalar = start(SETTINGS, 1, new ScalarKernels())) {
            train(chosen, 40);
            train(scalar, 40);
            assertArrayEquals(bytes(scalar), bytes(chosen));
        }
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        try (EnsembleTrainer first = start(SETTINGS);
                EnsembleTrainer second = start(settings(1e-2, 8))) {
            assertFalse(
                    Arrays.equals(first.ensemble().weights(), second.ensemble().weights()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 70, 200})
    void goesOnToTheSameBits(int samplesBefore) {
        try (EnsembleTrainer whole = start(SETTINGS);
                EnsembleTrainer half = start(SETTINGS)) {
            for (int i = 0; i < samplesBefore; i++) {
                half.next();
            }
            Kernels kernels = KernelSelection.kernels();
            try (EnsembleTrainer resumed = EnsembleTrainer.resume(
                    SETTINGS, new IdentityExtractor(BITS), TASK, reader(bytes(half)), 2, kernels)) {
                train(whole, 150);
                train(resumed, 150 - resumed.steps());
                assertArrayEquals(bytes(whole), bytes(resumed));
            }
        }
    }

    @Test
    void aFileOfAnotherShapeIsRefused() {
        try (EnsembleTrainer trainer = start(SETTINGS)) {
            EnsembleSettings larger =
                    new EnsembleSettings(4, 64, 16, 65, 1, Adam.withRate(1e-2), OptionalDouble.empty(), 7);
            InvalidInputException failure = assertThrows(
                    InvalidInputException.class,
                    () -> EnsembleTrainer.resume(
                            larger,
                            new IdentityExtractor(BITS),
                            TASK,
                            reader(bytes(trainer)),
                            1,
                            KernelSelection.kernels()));
            assertEquals("x: members.0.weight: must have shape [4, 4, 120], but has [3, 4, 120]", failure.getMessage());
        }
    }

    @Test
    void sharpGrowthOfTheWeightsIsDivergence() {
        try (EnsembleTrainer trainer = start(settings(1e30, 1))) {
            DivergenceException failure = assertThrows(DivergenceException.class, () -> train(trainer, 100));
            assertTrue(failure.getMessage().startsWith("training diverged in iteration "), failure.getMessage());
        }
    }

    @Test
    void weightsAreCountedAsTheyAreStored() {
        try (EnsembleTrainer trainer = start(SETTINGS)) {
            TensorFile.Builder file = new TensorFile.Builder();
            trainer.write(file);
            long stored = file.build().tensors().entrySet().stream()
                    .filter(tensor -> tensor.getKey().matches("members\\.\\d\\..*"))
                    .mapToLong(tensor -> tensor.getValue().data().length)
                    .sum();
            assertEquals(stored, SETTINGS.members() * EnsembleSettings.weightsPerMember(BITS, BITS));
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Adam adam = Adam.withRate(1e-3);
        OptionalDouble he = OptionalDouble.empty();
        assertThrows(IllegalArgumentException.class, () -> new EnsembleSettings(0, 1, 1, 1, 1, adam, he, 1));
        assertThrows(IllegalArgumentException.class, () -> new EnsembleSettings(1, 0, 1, 1, 1, adam, he, 1));
        assertThrows(IllegalArgumentException.class, () -> new EnsembleSettings(1, 1, 0, 1, 1, adam, he, 1));
        assertThrows(IllegalArgumentException.class, () -> new EnsembleSettings(1, 1, 1, 0, 1, adam, he, 1));
        assertThrows(IllegalArgumentException.class, () -> new EnsembleSettings(1, 1, 1, 1, 0, adam, he, 1));
        assertThrows(IllegalArgumentException.class, () -> start(SETTINGS, 0, new ScalarKernels()));
    }
}
