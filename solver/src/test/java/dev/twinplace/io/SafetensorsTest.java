package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.io.TensorFile.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read, and its bytes are what they always were. */
class SafetensorsTest {
    @TempDir
    Path directory;

    private static TensorFile.Builder tiny() {
        return new TensorFile.Builder()
                .metadata("kind", "tiny é")
                .tensor("w", new int[] {2, 1}, new float[] {1, -2.5f})
                .tensor("b", new int[0], new float[] {0.1f});
    }

    private static byte[] bytes(TensorFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(file, out);
        return out.toByteArray();
    }

    private static TensorFile read(byte[] bytes) {
        return SafetensorsReader.read("t", new ByteArrayInputStream(bytes));
    }

    private static void assertRefused(String message, Executable building) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, building).getMessage());
    }

    /** The checksum was computed with another implementation, and the file read with that of the format's authors. */
    @Test
    void writesTheseBytes() {
        String header =
                "{\"__metadata__\":{\"sha256\":\"3922a5d3e7eda683523e4e7a12c4238445e7630bb8d6aece9f61a0c65a8cc1fa\","
                        + "\"kind\":\"tiny é\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
        assertArrayEquals(SafetensorsBytes.unsealed(header, 1, -2.5f, 0.1f), bytes(tiny().build()));
    }

    @Test
    void readsWhatWasWritten() {
        Path path = directory.resolve("tiny.safetensors");
        SafetensorsWriter.write(tiny().build(), path);
        TensorFile read = SafetensorsReader.read(path);
        assertEquals(Map.of("kind", "tiny é"), read.metadata());
        assertEquals(List.of("w", "b"), List.copyOf(read.tensors().keySet()));
        assertArrayEquals(new int[] {2, 1}, read.tensors().get("w").shape());
        assertArrayEquals(new float[] {1, -2.5f}, read.tensors().get("w").data());
        assertArrayEquals(new int[0], read.tensors().get("b").shape());
        assertArrayEquals(new float[] {0.1f}, read.tensors().get("b").data());
    }

    /** Around the size of a chunk, where the reader enlarges its array, and where the last chunk is short. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 16383, 16384, 16385, 32768, 32769, 100_003})
    void keepsEveryBitOfTensorsOfAllSizes(int size) {
        SplittableRandom random = new SplittableRandom(size);
        float[] data = new float[size];
        for (int i = 0; i < size; i++) {
            float number = Float.intBitsToFloat(random.nextInt());
            data[i] = Float.isFinite(number) ? number : -0.0f;
        }
        TensorFile file = new TensorFile.Builder()
                .tensor("before", new int[] {1}, new float[] {Float.MIN_VALUE})
                .tensor("data", new int[] {1, size}, data)
                .tensor("after", new int[] {1}, new float[] {-Float.MAX_VALUE})
                .build();
        byte[] bytes = bytes(file);
        TensorFile read = SafetensorsReader.read("t", new Trickle(bytes));
        assertArrayEquals(data, read.tensors().get("data").data());
        assertArrayEquals(
                new float[] {-Float.MAX_VALUE}, read.tensors().get("after").data());
        assertArrayEquals(bytes, bytes(read));
    }

    @Test
    void keepsAnyTextAndTheOrderOfTheCalls() {
        List<String> texts =
                List.of("z", "", "a\"b\\", "line\nbreak\u0000", "\uD83D\uDE80", "__metadata__", "\u2028", "A");
        TensorFile.Builder builder = new TensorFile.Builder();
        for (String text : texts) {
            builder.metadata(text, text + "!").tensor(text + ".", new int[] {0, 3}, new float[0]);
        }
        byte[] bytes = bytes(builder.build());
        TensorFile read = read(bytes);
        assertEquals(texts, List.copyOf(read.metadata().keySet()));
        texts.forEach(text -> assertEquals(text + "!", read.metadata().get(text)));
        assertEquals(
                texts.stream().map(text -> text + ".").toList(),
                List.copyOf(read.tensors().keySet()));
        assertArrayEquals(bytes, bytes(read));
    }

    @Test
    void numbersAreAligned() {
        for (int length = 0; length < 16; length++) {
            byte[] bytes = bytes(new TensorFile.Builder()
                    .tensor("n".repeat(length), new int[] {1}, new float[1])
                    .build());
            assertEquals(0, (bytes.length - Float.BYTES) % 8);
        }
    }

    @Test
    void sharesNumbersButNeitherShapesNorMaps() {
        int[] shape = {1};
        float[] data = {1};
        TensorFile.Builder builder = new TensorFile.Builder().tensor("w", shape, data);
        TensorFile file = builder.build();
        shape[0] = 7;
        builder.tensor("later", new int[] {1}, data);
        Tensor tensor = file.tensors().get("w");
        assertArrayEquals(new int[] {1}, tensor.shape());
        assertNotSame(tensor.shape(), tensor.shape());
        assertSame(data, tensor.data());
        assertEquals(1, file.tensors().size());
        assertThrows(UnsupportedOperationException.class, () -> file.tensors().clear());
        assertThrows(UnsupportedOperationException.class, () -> file.metadata().clear());
    }

    @Test
    void refusesContentThatNoReaderWouldAccept() {
        TensorFile.Builder builder = tiny();
        int[] one = {1};
        assertRefused("metadata: must have each key once, but has two of kind", () -> builder.metadata("kind", ""));
        assertRefused("metadata: must not have the reserved key sha256", () -> builder.metadata("sha256", ""));
        assertRefused("key: must be Unicode text, but has half a character", () -> builder.metadata("\uD83D", ""));
        assertRefused("value: must be Unicode text, but has half a character", () -> builder.metadata("k", "\uDE80"));
        assertRefused(
                "tensors: must have each name once, but have two of w", () -> builder.tensor("w", one, new float[1]));
        assertRefused(
                "tensor: must not have the reserved name __metadata__",
                () -> builder.tensor("__metadata__", one, new float[1]));
        assertRefused(
                "tensor: must be Unicode text, but has half a character",
                () -> builder.tensor("\uDE80\uD83D", one, new float[1]));
        assertRefused(
                "x: must have as many numbers as its shape has places, but has 5 for 6",
                () -> builder.tensor("x", new int[] {2, 3}, new float[5]));
        assertRefused(
                "shape: must not have negative extents, but has -1",
                () -> builder.tensor("x", new int[] {-1, -1}, new float[1]));
        assertRefused(
                "shape: must have at most 67108864 places, but has more",
                () -> builder.tensor("x", new int[] {1 << 16, 1 << 16}, new float[0]));
    }

    @Test
    void writesNothingOfWhatCannotBeWritten() {
        Path path = directory.resolve("f");
        TensorFile diverged =
                tiny().tensor("n", new int[] {2}, new float[] {0, Float.NaN}).build();
        assertRefused("n[1]: must be finite, but was NaN", () -> SafetensorsWriter.write(diverged, path));
        TensorFile large = tiny().metadata("text", "x".repeat(1 << 20)).build();
        assertRefused(
                "header: must have at most 1048576 bytes, but has 1048808", () -> SafetensorsWriter.write(large, path));
        assertFalse(Files.exists(path));
    }

    @Test
    void saysWhenAStreamCannotBeWrittenTo() {
        IOException failure = new IOException("full");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw failure;
            }
        };
        assertSame(
                failure,
                assertThrows(UncheckedIOException.class, () -> SafetensorsWriter.write(tiny().build(), out))
                        .getCause());
    }

    /** Hands out few bytes at a time, as a pipe may. */
    private static final class Trickle extends InputStream {
        private final InputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(length, 1001));
        }
    }
}
