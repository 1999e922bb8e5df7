package dev.twinplace.cli.batch;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All lines of a batch, read once to count them. An input that can be read only once is kept in a file meanwhile.
 *
 * <p>Two inputs are the same if their lines are, in their order: packed or not, in one file or in several of any name.
 */
final class BatchInput implements AutoCloseable {
    private static final int BLOCK = 1 << 18;

    private final List<BatchSource> sources = new ArrayList<>();
    private final List<Long> linesBefore = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();
    private final MessageDigest digest = Sha256.start();
    private final MessageDigest readAgain = Sha256.start();
    private long lines;
    private String sha256 = "";

    /**
     * Reads the inputs through.
     *
     * @param directory where to keep what can be read only once
     * @param cancellation ends the reading; the input is of no use then
     * @throws InvalidInputException if one cannot be read
     */
    static BatchInput read(List<BatchSource> sources, Path directory, CancellationToken cancellation) {
        BatchInput input = new BatchInput();
        try {
            for (BatchSource source : sources) {
                input.add(source, directory.resolve(".input-" + input.sources.size() + ".tmp"), cancellation);
            }
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
        input.sha256 = Sha256.end(input.digest);
        return input;
    }

    private void add(BatchSource source, Path copy, CancellationToken cancellation) {
        linesBefore.add(lines);
        sources.add(source.isOneTime() ? new BatchSource(source.name(), Optional.of(copy)) : source);
        try (InputStream text = source.lines();
                OutputStream out = source.isOneTime() ? keep(copy) : OutputStream.nullOutputStream()) {
            byte[] block = new byte[BLOCK];
            int length = text.read(block);
            while (length >= 0 && !cancellation.isCancelled()) {
                digest.update(block, 0, length);
                out.write(block, 0, length);
                lines += LineFeeds.count(block, length);
                length = text.read(block);
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private OutputStream keep(Path copy) throws IOException {
        kept.add(copy);
        return Files.newOutputStream(copy);
    }

    long lines() {
        return lines;
    }

    /** Of all lines, each with a line feed at its end. */
    String sha256() {
        return sha256;
    }

    /** What messages call a line, counted from 0 over all inputs: the input and its line, counted from 1. */
    String place(long line) {
        int at = sources.size() - 1;
        while (linesBefore.get(at) > line) {
            at--;
        }
        return sources.get(at).name() + ": line " + (line - linesBefore.get(at) + 1);
    }

    /** Opens all lines from the first on. */
    InputStream open() {
        return new DigestInputStream(new SourceStream(sources), readAgain);
    }

    /**
     * Makes sure that what was read since {@link #open}, to the end of the lines, is what was counted.
     *
     * @throws InvalidInputException if it is not
     */
    void requireReadAgain() {
        if (!Sha256.end(readAgain).equals(sha256)) {
            throw new InvalidInputException(
                    LineDecider.SOURCE, "must not change during a run, but has other lines now; answers are of both");
        }
    }

    /** Removes the copies. */
    @Override
    public void close() {
        try {
            for (Path copy : kept) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
