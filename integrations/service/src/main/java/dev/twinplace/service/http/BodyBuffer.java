package dev.twinplace.service.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one body or line, which grow as they arrive: what a header promises takes no memory. Thread-safe. */
final class BodyBuffer {
    private static final int FIRST = 16 * 1024;

    private final BodyMemory memory;
    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean isClosed;

    /** Empty. */
    BodyBuffer(BodyMemory memory, int limit) {
        this.memory = memory;
        this.limit = limit;
    }

    synchronized int length() {
        return length;
    }

    /**
     * Appends the next bytes of a buffer; drops them once this is closed.
     *
     * @throws ProblemException if there are too many, here or in all bodies together
     */
    synchronized void append(ByteBuffer from, int count) {
        if (isClosed) {
            from.position(from.position() + count);
            return;
        }
        if (count > limit - length) {
            throw new ProblemException(Problem.tooLarge(limit));
        }
        if (length + count > bytes.length) {
            grow((int) Math.min(limit, Math.max(Math.max(FIRST, length + count), 2L * bytes.length)));
        }
        from.get(bytes, length, count);
        length += count;
    }

    private void grow(int capacity) {
        if (!memory.take(capacity - bytes.length)) {
            throw new ProblemException(Problem.tooMany("the bodies of all requests together are too large", 1));
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }

    /** A copy of the bytes, after which this is empty and keeps its memory. */
    synchronized byte[] takeBytes() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    /** Gives the memory back. */
    synchronized void close() {
        isClosed = true;
        memory.giveBack(bytes.length);
        bytes = new byte[0];
        length = 0;
    }
}
