package dev.twinplace.reports.result;

import dev.twinplace.io.InvalidInputException;
import java.nio.file.Path;

/** Reads and writes the JSON files of experiments. */
public final class ResultFiles {
    /** The format in the files of experiments. */
    public static final String FORMAT = "twinplace/experiment/1";

    private static final ResultFormat<ExperimentResult> EXPERIMENTS =
            new ResultFormat<>(FORMAT, ExperimentResult.class);

    private ResultFiles() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is not the result of an experiment
     */
    public static ExperimentResult read(Path file) {
        return EXPERIMENTS.read(file);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(ExperimentResult result, Path file) {
        EXPERIMENTS.write(result, file);
    }
}
