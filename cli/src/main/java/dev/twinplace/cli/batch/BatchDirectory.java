package dev.twinplace.cli.batch;

import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a batch, which is one run's at a time; the lock on its manifest ends with the process. */
final class BatchDirectory implements AutoCloseable {
    private static final int MAX_MANIFEST_BYTES = 1 << 16;

    private final Path path;
    private final FileChannel manifest;

    private BatchDirectory(Path path, FileChannel manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /**
     * Opens a directory, which is made if it is missing.
     *
     * @param resume whether it may have shards
     * @throws InvalidInputException if it has files that it must not have, cannot be written, or another run has it open
     */
    static BatchDirectory open(Path path, boolean resume) {
        BatchDirectory directory = null;
        try {
            Files.createDirectories(path);
            Path file = path.resolve(BatchManifest.NAME);
            directory = new BatchDirectory(
                    path,
                    FileChannel.open(
                            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
            directory.lock();
            directory.requireUsable(resume);
            return directory;
        } catch (IOException e) {
            throw unwritable(path, e);
        } catch (RuntimeException e) {
            if (directory != null) {
                directory.close();
            }
            throw e;
        }
    }

    /** Turns a failure to write into one line. */
    static InvalidInputException unwritable(Path path, IOException failure) {
        String message = failure.getMessage();
        return new InvalidInputException(
                path.toString(),
                "must be a directory that can be written, but there was an error: "
                        + (message == null ? failure.getClass().getSimpleName() : message),
                failure);
    }

    private void lock() throws IOException {
        boolean free;
        try {
            free = manifest.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new InvalidInputException(path.toString(), "must be free, but another run is writing it");
        }
    }

    private void requireUsable(boolean resume) throws IOException {
        boolean isBegun = manifest.size() > 0;
        if (isBegun && !resume) {
            throw new InvalidInputException(
                    path.toString(), "must be empty, but has an earlier run, which --resume continues");
        }
        if (!isBegun) {
            try (Stream<Path> entries = Files.list(path)) {
                List<String> names = entries.map(entry -> entry.getFileName().toString())
                        .filter(name -> !name.equals(BatchManifest.NAME) && !name.startsWith(".input-"))
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    throw new InvalidInputException(
                            path.toString(),
                            "must be empty, or have the files of an earlier run, but has " + names.get(0));
                }
            }
        }
    }

    Path path() {
        return path;
    }

    /**
     * Makes it that of a run with this manifest.
     *
     * @throws InvalidInputException if it is that of another
     */
    void begin(BatchManifest mine) {
        try {
            String source = path.resolve(BatchManifest.NAME).toString();
            String text = read();
            if (!text.isEmpty()) {
                mine.requireSame(source, BatchManifest.parse(text));
                return;
            }
            manifest.write(ByteBuffer.wrap(mine.text().getBytes(StandardCharsets.UTF_8)), 0);
            manifest.force(true);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private String read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(manifest.size(), MAX_MANIFEST_BYTES));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = manifest.read(bytes, bytes.position());
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            manifest.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
