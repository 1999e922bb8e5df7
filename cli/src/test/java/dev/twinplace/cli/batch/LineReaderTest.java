package dev.twinplace.cli.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final int MAX_LINE = 100_000;

    /** Gives a few bytes at a time, as a pipe does. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private final Random random;
        private int at;

        Trickle(byte[] bytes, long seed) {
            this.bytes = bytes;
            random = new Random(seed);
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int count = Math.min(1 + random.nextInt(40_000), Math.min(length, bytes.length - at));
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count;
        }
    }

    private static List<String> draw(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int length = random.nextInt(4) == 0 ? random.nextInt(90_000) : random.nextInt(200);
            lines.add(String.valueOf((char) ('a' + i % 26)).repeat(length));
        }
        return lines;
    }

    private static LineReader reader(InputStream bytes) throws IOException {
        return new LineReader(LineStream.of(bytes), MAX_LINE);
    }

    private static List<String> linesOf(LineChunk chunk) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < chunk.lines(); i++) {
            int end = chunk.end(begin);
            lines.add(new String(chunk.bytes(), begin, end - begin, UTF_8));
            begin = end + 1;
        }
        assertEquals(chunk.bytes().length, begin);
        return lines;
    }

    private static List<String> rest(LineReader reader, long maxLines) throws IOException {
        List<String> lines = new ArrayList<>();
        LineChunk chunk = reader.next(maxLines);
        while (chunk.lines() > 0) {
            assertTrue(chunk.lines() <= maxLines);
            lines.addAll(linesOf(chunk));
            chunk = reader.next(maxLines);
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesAreThoseOfTheStreamHoweverItComes(long seed) throws IOException {
        List<String> lines = draw(seed);
        byte[] bytes = String.join("\n", lines).concat("\n").getBytes(UTF_8);
        assertEquals(lines, rest(reader(new Trickle(bytes, seed)), Long.MAX_VALUE));
        assertEquals(lines, rest(reader(new Trickle(bytes, seed)), 3));
        LineReader skipping = reader(new Trickle(bytes, seed));
        assertEquals(17, skipping.skip(17));
        assertEquals(lines.subList(17, 60), rest(skipping, 5));
        assertEquals(0, skipping.skip(1));
    }

    @Test
    void theLastLineNeedsNoEndAndAnEmptyStreamHasNoLine() throws IOException {
        assertEquals(List.of("a", "b"), rest(reader(new ByteArrayInputStream("a\nb".getBytes(UTF_8))), 9));
        assertEquals(List.of("", ""), rest(reader(new ByteArrayInputStream("\n\n".getBytes(UTF_8))), 9));
        assertEquals(List.of(), rest(reader(InputStream.nullInputStream()), 9));
        assertEquals(List.of("a"), rest(reader(new ByteArrayInputStream("a".getBytes(UTF_8))), 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_LINE, MAX_LINE + 1, MAX_LINE + 2, 5 * MAX_LINE})
    void ofALineThatIsTooLongTheBeginningIsKept(int length) throws IOException {
        String text = "before\n" + "x".repeat(length) + "\nafter\n" + "y".repeat(length);
        List<String> expected = List.of(
                "before",
                "x".repeat(Math.min(length, MAX_LINE + 1)),
                "after",
                "y".repeat(Math.min(length, MAX_LINE + 1)));
        for (long seed = 1; seed <= 5; seed++) {
            assertEquals(expected, rest(reader(new Trickle(text.getBytes(UTF_8), seed)), 9));
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void gzipIsUnpackedAlsoInSeveralParts() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(gzip("a\nb\n"));
        two.writeBytes(gzip("c\nd"));
        assertEquals(List.of("a", "b", "c", "d"), rest(reader(new ByteArrayInputStream(two.toByteArray())), 9));
        InputStream pipe = new ByteArrayInputStream(two.toByteArray()) {
            @Override
            public synchronized int available() {
                return 0; // as a pipe may whose writer is slow
            }
        };
        assertEquals(List.of("a", "b", "c", "d"), rest(reader(pipe), 9));
        byte[] whole = gzip("some text that is long enough\n");
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        LineReader broken = reader(new ByteArrayInputStream(half));
        assertThrows(EOFException.class, () -> rest(broken, 9));
    }

    @Test
    void aStreamReadByteByByteHasTheSameBytes() throws IOException {
        InputStream text = LineStream.of(new ByteArrayInputStream("a\nb".getBytes(UTF_8)));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = text.read(); next >= 0; next = text.read()) {
            read.write(next);
        }
        assertArrayEquals("a\nb\n".getBytes(UTF_8), read.toByteArray());
    }
}
