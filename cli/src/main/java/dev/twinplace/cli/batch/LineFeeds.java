package dev.twinplace.cli.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of lines, eight bytes at a time: most of what a batch reads it reads only for them. */
final class LineFeeds {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final long EIGHT_FEEDS = 0x0101_0101_0101_0101L * '\n';

    private LineFeeds() {}

    /** The index of the first line feed in {@code from} to {@code to} - 1; {@code to} if there is none. */
    static int first(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long feeds = feeds(bytes, i);
            if (feeds != 0) {
                return i + Long.numberOfTrailingZeros(feeds) / Byte.SIZE;
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** How many line feeds the first {@code length} bytes have. */
    static int count(byte[] bytes, int length) {
        int count = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            count += Long.bitCount(feeds(bytes, i));
        }
        for (; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The highest bit of each of eight bytes that is a line feed: of x XOR a line feed, which is 0, and only for that. */
    private static long feeds(byte[] bytes, int index) {
        long differences = (long) WORD.get(bytes, index) ^ EIGHT_FEEDS;
        return ~((differences & LOW_BITS) + LOW_BITS | differences | LOW_BITS);
    }
}
