package dev.twinplace.cli.batch;

import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One input of a batch.
 *
 * @param name as the user calls it
 * @param file to read; empty for standard input
 */
public record BatchSource(String name, Optional<Path> file) {
    /**
     * A file, if it can be read.
     *
     * @throws InvalidInputException if it cannot
     */
    public static BatchSource ofFile(String name, Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(name, "must be a file, but is a directory");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException(name, "must be readable, but there is no such file");
        }
        if (!Files.isReadable(file)) {
            throw new InvalidInputException(name, "must be readable, but permission was denied");
        }
        return new BatchSource(name, Optional.of(file));
    }

    /** Standard input. */
    public static BatchSource ofStandardInput(String name) {
        return new BatchSource(name, Optional.empty());
    }

    /** Whether it can be read only once, as a pipe. */
    boolean isOneTime() {
        return file.isEmpty() || !Files.isRegularFile(file.get());
    }

    /**
     * Its lines, unpacked.
     *
     * @throws InvalidInputException if it cannot be opened
     */
    InputStream lines() {
        try {
            return LineStream.of(file.isEmpty() ? System.in : Files.newInputStream(file.get()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Turns a failure to read it into one line. */
    InvalidInputException unreadable(IOException failure) {
        return new InvalidInputException(name, "must be readable, but " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return "there was an error: " + (message == null ? failure.getClass().getSimpleName() : message);
    }
}
