package dev.twinplace.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 *
 * <p>A symbolic link is followed, its target replaced. What is not a regular file, such as a pipe or a device, cannot be
 * replaced and is written to directly; so is what an open descriptor names, as {@code /dev/stdout} does, which may be a
 * regular file that another process writes to. Other files below {@code /dev} are files like any: {@code /dev/shm}.
 */
public final class AtomicFiles {
    private static final int MAX_LINKS = 40;
    private static final List<String> DESCRIPTORS = List.of("/proc", "/dev/fd", "/dev/stdout", "/dev/stderr");

    private AtomicFiles() {}

    /**
     * Writes a file.
     *
     * @param content writes to the stream it is given; may throw {@link UncheckedIOException}
     * @throws InvalidInputException if the file cannot be written; it then has its old content, or is absent as before
     */
    public static void write(Path file, Consumer<OutputStream> content) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file.toString(), "must be a file, but is a directory");
        }
        try {
            if (isWrittenDirectly(file)) {
                stream(file, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } else {
                writeBeside(file, target(file), content);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.getCause());
        }
    }

    private static boolean isWrittenDirectly(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return Files.exists(file)
                && (!Files.isRegularFile(file) || DESCRIPTORS.stream().anyMatch(absolute::startsWith));
    }

    /** Where the links from here lead, even if nothing is there yet. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new InvalidInputException(file.toString(), "must be a file, but is a circle of links");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void writeBeside(Path file, Path target, Consumer<OutputStream> content) throws IOException {
        if (!Files.isDirectory(target.getParent())) {
            throw new InvalidInputException(file.toString(), "must be in a directory that exists, but is not");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new InvalidInputException(file.toString(), "must be writable, but permission was denied");
        }
        // Containers that share a directory may share process ids too.
        Path beside = target.resolveSibling(".twinplace-" + UUID.randomUUID() + ".tmp");
        try {
            stream(beside, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void stream(Path file, Consumer<OutputStream> content, OpenOption... options) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
            content.accept(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static InvalidInputException unwritable(Path file, IOException failure) {
        return new InvalidInputException(
                file.toString(), "must be writable, but " + TextFiles.reason(failure), failure);
    }
}
