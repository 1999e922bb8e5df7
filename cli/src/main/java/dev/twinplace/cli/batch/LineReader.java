package dev.twinplace.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into chunks of whole lines, without looking into them.
 *
 * <p>Of a line that is too long the beginning is kept, one byte more than it may have, and the rest is read past. So memory is
 * bounded by the longest line that is allowed.
 */
final class LineReader implements Closeable {
    /** Enough lines that handing them to another thread costs little, and few enough that all threads end together. */
    private static final int CHUNK_BYTES = 1 << 15;

    private final InputStream bytes;
    private final int maxLine;
    private byte[] buffer = new byte[4 * CHUNK_BYTES];
    private int from;
    private int to;

    /**
     * Reads {@code bytes}, whose every line ends with a line feed.
     *
     * @param maxLine how many bytes a line may have
     */
    LineReader(InputStream bytes, int maxLine) {
        this.bytes = bytes;
        this.maxLine = maxLine;
    }

    /**
     * The next lines; none at the end.
     *
     * @param maxLines that are wanted
     */
    LineChunk next(long maxLines) throws IOException {
        int length = 0;
        int lines = 0;
        while (lines < maxLines && length < CHUNK_BYTES) {
            int line = lengthOfLine(length);
            if (line == 0) {
                break;
            }
            length += line;
            lines++;
        }
        byte[] chunk = Arrays.copyOfRange(buffer, from, from + length);
        from += length;
        return new LineChunk(chunk, lines);
    }

    /**
     * Reads past lines.
     *
     * @return how many there were, at most so many
     */
    long skip(long lines) throws IOException {
        for (long i = 0; i < lines; i++) {
            int line = lengthOfLine(0);
            if (line == 0) {
                return i;
            }
            from += line;
        }
        return lines;
    }

    /** Bytes of the line that begins so many bytes further on, its end included; 0 if there is none. */
    private int lengthOfLine(int offset) throws IOException {
        int searched = 0;
        while (true) {
            int begin = from + offset;
            int end = Math.min(to, begin + maxLine + 1);
            int feed = LineFeeds.first(buffer, begin + searched, end);
            if (feed < end) {
                return feed + 1 - begin;
            }
            searched = end - begin;
            if (searched > maxLine) {
                dropRest(offset + searched);
                return searched + 1;
            }
            if (!fill()) {
                return 0;
            }
        }
    }

    /** Takes out what comes so many bytes further on, up to the end of its line. */
    private void dropRest(int offset) throws IOException {
        int kept = from + offset;
        int next = kept;
        while (next == to || buffer[next] != '\n') {
            if (next < to) {
                next++;
                continue;
            }
            to = kept;
            if (!fill()) {
                throw new IllegalStateException("the last line has no end");
            }
            kept = from + offset;
            next = kept;
        }
        System.arraycopy(buffer, next, buffer, kept, to - next);
        to -= next - kept;
    }

    /** Reads on; moves what is left to the beginning of the buffer, which grows if it is full. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = bytes.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read >= 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
