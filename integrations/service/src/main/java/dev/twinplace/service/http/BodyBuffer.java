package dev.twinplace.service.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one body or line, which grow as they arrive: what a header promises takes no memory. */
final class BodyBuffer {
    private static final int FIRST = 16 * 1024;

    private final BodyMemory memory;
    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;

    /** Empty. */
    BodyBuffer(BodyMemory memory, int limit) {
        this.memory = memory;
        this.limit = limit;
    }

    int length() {
        return length;
    }

    /**
     * Appends the next bytes of a buffer.
     *
     * @throws ProblemException if there are too many, here or in all bodies together
     */
    void append(ByteBuffer from, int count) {
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
    byte[] takeBytes() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    /** Gives the memory back. */
    void close() {
        memory.giveBack(bytes.length);
        bytes = new byte[0];
        length = 0;
    }
}
