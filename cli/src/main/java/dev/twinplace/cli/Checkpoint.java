package dev.twinplace.cli;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.SafetensorsWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The file beside a model that its training can go on from. It is whole at any moment, or absent. */
final class Checkpoint {
    private static final String SUFFIX = ".checkpoint";

    private final Path file;
    private final Duration interval;
    private long lastWrite;

    Checkpoint(Path model, Duration interval) {
        file = model.resolveSibling(model.getFileName() + SUFFIX);
        this.interval = interval;
    }

    Path file() {
        return file;
    }

    /**
     * A trainer that goes on from the file, or begins if there is none.
     *
     * @throws InvalidInputException if the file is damaged, of another plan, or beyond it
     */
    PolicyTrainer resume(TrainingPlan plan) {
        if (!Files.exists(file)) {
            return plan.start();
        }
        PolicyTrainer trainer = plan.resume(new TensorReader(file.toString(), SafetensorsReader.read(file)));
        if (trainer.iteration() > plan.iterations()) {
            throw new InvalidInputException(
                    file.toString(),
                    "iterations: must be at most " + plan.iterations() + " as asked for now, but were "
                            + trainer.iteration());
        }
        return trainer;
    }

    void write(PolicyTrainer trainer) {
        SafetensorsWriter.write(trainer.checkpoint(), file);
        lastWrite = System.nanoTime();
    }

    /** Writes if the last time was long enough ago. */
    void writeIfDue(PolicyTrainer trainer) {
        if (Duration.ofNanos(System.nanoTime() - lastWrite).compareTo(interval) >= 0) {
            write(trainer);
        }
    }
}
