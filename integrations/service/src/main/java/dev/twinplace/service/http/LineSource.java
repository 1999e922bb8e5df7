package dev.twinplace.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** Cuts a body into lines as it arrives; keeps one line and what has arrived behind it. For one thread at a time. */
final class LineSource {
    private static final byte END_OF_LINE = '\n';

    private final Content.Source source;
    private final BodyBuffer line;
    private Content.Chunk chunk;
    private boolean isAtEnd;

    LineSource(Content.Source source, BodyBuffer line) {
        this.source = source;
        this.line = line;
    }

    /** Whether the last line was handed out. */
    boolean isAtEnd() {
        return isAtEnd && chunk == null && line.length() == 0;
    }

    /** Whether the body was read to its end, though lines may be left. Reads on if nothing of what has arrived is left. */
    boolean isRead() {
        if (chunk != null && !chunk.hasRemaining() && !chunk.isLast()) {
            chunk.release();
            chunk = source.read();
        }
        return isAtEnd || (chunk != null && chunk.isLast());
    }

    /**
     * The next line without its end; null if it has not arrived yet, or if there is none.
     *
     * @throws ProblemException if the body breaks off or a line is too long
     */
    byte[] next() {
        while (!isAtEnd || chunk != null) {
            if (chunk == null) {
                chunk = source.read();
            }
            if (chunk == null) {
                return null;
            }
            requireNoFailure();
            if (takeLine(chunk.getByteBuffer())) {
                return line.takeBytes();
            }
            isAtEnd = chunk.isLast();
            chunk.release();
            chunk = null;
        }
        return line.length() == 0 ? null : line.takeBytes();
    }

    private void requireNoFailure() {
        if (Content.Chunk.isFailure(chunk)) {
            Throwable failure = chunk.getFailure();
            chunk = null;
            isAtEnd = true;
            throw WholeBody.failure(failure);
        }
    }

    /** Whether the bytes had the end of a line. */
    private boolean takeLine(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == END_OF_LINE) {
                line.append(bytes, i - bytes.position());
                bytes.get();
                return true;
            }
        }
        line.append(bytes, bytes.remaining());
        return false;
    }

    void close() {
        if (chunk != null) {
            chunk.release();
            chunk = null;
        }
        line.close();
        isAtEnd = true;
    }
}
