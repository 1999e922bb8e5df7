package dev.twinplace.cli.batch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * The output of a batch: as many lines as the input, in its order, in files with the same number of lines, up to one.
 *
 * <p>A shard is written beside its place, line after line, and moved there when it is complete. What a killed run has written
 * of a shard is kept up to its last whole line.
 */
final class Shards implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path directory;
    private final int count;
    private final long lines;
    private final long[] written;
    private final boolean[] inPlace;
    private int openShard = -1;
    private FileChannel open;

    /**
     * Nothing is written.
     *
     * @param count of shards
     * @param lines of all shards together
     */
    Shards(Path directory, int count, long lines) {
        this.directory = directory;
        this.count = count;
        this.lines = lines;
        written = new long[count];
        inPlace = new boolean[count];
    }

    /** The name of a shard's file. */
    static String name(int shard) {
        return String.format(Locale.ROOT, "part-%05d.jsonl", shard);
    }

    int count() {
        return count;
    }

    /** The index of a shard's first line. */
    long begin(int shard) {
        return lines / count * shard + Math.min(shard, lines % count);
    }

    /** How many lines of a shard are still to be written. */
    long missing(int shard) {
        return lines(shard) - written[shard];
    }

    private long lines(int shard) {
        return begin(shard + 1) - begin(shard);
    }

    /** How many lines of a shard are written. */
    long written(int shard) {
        return written[shard];
    }

    /**
     * Finds out what another run has written, and cuts off lines that it has not written to their end. A shard that was moved
     * to its place and is not whole any more is written again.
     */
    BatchTally find() throws IOException {
        BatchTally all = new BatchTally();
        for (int shard = 0; shard < count; shard++) {
            BatchTally tally = tally(shard, place(shard));
            inPlace[shard] = endsWithLineFeed(place(shard)) && tally.lines() == lines(shard);
            if (!inPlace[shard]) {
                cut(beside(shard));
                tally = tally(shard, beside(shard));
            }
            if (inPlace[shard] || tally.lines() > lines(shard)) {
                Files.deleteIfExists(beside(shard));
            }
            if (tally.lines() <= lines(shard)) {
                written[shard] = tally.lines();
                all.add(tally);
            }
        }
        return all;
    }

    private Path place(int shard) {
        return directory.resolve(name(shard));
    }

    private Path beside(int shard) {
        return directory.resolve("." + name(shard) + ".tmp");
    }

    private BatchTally tally(int shard, Path file) throws IOException {
        BatchTally tally = new BatchTally();
        if (!Files.exists(file)) {
            return tally;
        }
        try (LineReader reader = new LineReader(LineStream.of(Files.newInputStream(file)), BLOCK)) {
            LineChunk chunk = reader.next(Long.MAX_VALUE);
            while (chunk.lines() > 0) {
                tally.add(begin(shard) + tally.lines(), chunk);
                chunk = reader.next(Long.MAX_VALUE);
            }
        }
        return tally;
    }

    /** Whether there is a file that is empty or ends with a line feed. */
    private static boolean endsWithLineFeed(Path path) throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            return file.length() == 0 || file.read() == '\n';
        }
    }

    /** Cuts a file behind its last line feed. */
    private static void cut(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] block = new byte[BLOCK];
            long end = file.length();
            while (end > 0) {
                int length = (int) Math.min(BLOCK, end);
                file.seek(end - length);
                file.readFully(block, 0, length);
                while (length > 0 && block[length - 1] != '\n') {
                    length--;
                    end--;
                }
                if (length > 0) {
                    break;
                }
            }
            file.setLength(end);
        }
    }

    /**
     * Writes the next lines of a shard; moves the shard to its place if they are the last.
     */
    void append(int shard, LineChunk next) throws IOException {
        open(shard);
        ByteBuffer rest = ByteBuffer.wrap(next.bytes());
        while (rest.hasRemaining()) {
            open.write(rest);
        }
        written[shard] += next.lines();
        if (missing(shard) == 0) {
            move(shard);
        }
    }

    /** Makes sure that a shard of which nothing is missing is in its place. */
    void complete(int shard) throws IOException {
        if (!inPlace[shard]) {
            open(shard);
            move(shard);
        }
    }

    private void open(int shard) throws IOException {
        if (openShard != shard) {
            close();
            open = FileChannel.open(
                    beside(shard), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            openShard = shard;
        }
    }

    private void move(int shard) throws IOException {
        open.force(true); // before its name says that it is whole
        close();
        Files.move(beside(shard), place(shard), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        openShard = -1;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
