package dev.twinplace.io;

import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.SafetensorsBytes.SEALABLE;
import static dev.twinplace.io.SafetensorsBytes.seal;
import static dev.twinplace.io.SafetensorsBytes.sealed;
import static dev.twinplace.io.SafetensorsBytes.unsealed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, of another kind, or made to do harm: refused in one line, before they cost memory. */
class HostileSafetensorsTest {
    private static final String W = ",\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}";
    private static final String B = ",\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}";

    private static TensorFile read(byte[] bytes) {
        return SafetensorsReader.read("t", new ByteArrayInputStream(bytes));
    }

    private static byte[] small() {
        return sealed(W + B, 1, 2, 3);
    }

    private static void assertRefused(byte[] bytes, String what) {
        String message = assertThrows(InvalidInputException.class, () -> read(bytes), what)
                .getMessage();
        assertTrue(message.startsWith("t: "), message);
        assertFalse(message.chars().anyMatch(Character::isISOControl), message);
    }

    @Test
    void readsTheFileThatTheOthersSpoil() {
        assertArrayEquals(new float[] {1, 2}, read(small()).tensors().get("w").data());
    }

    @Test
    void refusesAFileCutAnywhere() {
        byte[] bytes = small();
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "cut at " + length);
        }
    }

    @Test
    void refusesAFileWithAnyBitFlipped() {
        byte[] bytes = small();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(bytes, "bit " + bit);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    /** Spaces may stand for each other in JSON, digits for digits in a name: the checksum takes neither. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, '\t', '\n', ' ', '"', ',', '9', 'a', '}', 0xff})
    void refusesAFileWithAnyByteReplaced(int replacement) {
        byte[] bytes = small();
        for (int place = 0; place < bytes.length; place++) {
            byte original = bytes[place];
            bytes[place] = (byte) replacement;
            if (bytes[place] != original) {
                assertRefused(bytes, "byte " + place);
            }
            bytes[place] = original;
        }
    }

    @Test
    void namesWhatIsCut() {
        byte[] bytes = small();
        int header = bytes.length - 8 - 12;
        assertComplaint("t: must begin with a header length of 8 bytes, but has only 0", () -> read(new byte[0]));
        assertComplaint(
                "t: must begin with a header length of 8 bytes, but has only 7", () -> read(Arrays.copyOf(bytes, 7)));
        assertComplaint(
                "t: header: must have " + header + " bytes, but the file ends after 12",
                () -> read(Arrays.copyOf(bytes, 20)));
        assertComplaint(
                "t: w: must have 8 bytes of numbers, but the file ends after 7",
                () -> read(Arrays.copyOf(bytes, bytes.length - 5)));
        assertComplaint(
                "t: must end after the last tensor, but goes on", () -> read(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void namesTheChecksumThatItShouldBe() {
        byte[] bytes = small();
        String right = digits(bytes);
        bytes[bytes.length - 1] ^= 1;
        String actual = digits(seal(bytes));
        assertComplaint(
                "t: __metadata__.sha256: must be " + actual + ", the checksum of the file, but was " + right
                        + ": the file is damaged",
                () -> read(bytes));
    }

    private static String digits(byte[] file) {
        return new String(file, 8 + SEALABLE.indexOf("0000"), 64, StandardCharsets.US_ASCII);
    }

    @Test
    void acceptsTheChecksumOnlyAtItsPlaceAndInLowerCase() {
        assertComplaint(
                "t: __metadata__.sha256: must be there, but is missing",
                () -> read(unsealed("{\"__metadata__\":{\"format\":\"pt\"}}")));
        assertComplaint("t: __metadata__: must be there, but is missing", () -> read(unsealed("{}")));
        String digits = "0".repeat(64);
        assertComplaint(
                "t: __metadata__.sha256: must be what the header begins with, but is not",
                () -> read(unsealed("{\"__metadata__\":{\"a\":\"\",\"sha256\":\"" + digits + "\"}}")));
        byte[] bytes = small();
        String upper = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(digits(bytes), digits(bytes).toUpperCase(Locale.ROOT));
        assertRefused(upper.getBytes(StandardCharsets.ISO_8859_1), upper);
    }

    @ParameterizedTest
    @CsvSource({"1048577,1048577", "-1,18446744073709551615", "9223372036854775807,9223372036854775807"})
    void refusesHugeHeaders(long length, String shown) {
        byte[] bytes = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        assertComplaint(
                "t: header length: must be at most 1048576, but was " + shown + ": probably not a safetensors file",
                () -> read(bytes));
    }

    @Test
    void refusesFilesOfOtherKinds(@TempDir Path directory) {
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13}, "PNG");
        assertRefused("{\"format\": \"twinplace/scenario/1\"}".getBytes(StandardCharsets.UTF_8), "JSON");
        assertRefused(new byte[4096], "zeros");
        assertRefused(unsealed("\u0000\u0001"), "no JSON");
        assertComplaint(directory + ": must be a file, but is a directory", () -> SafetensorsReader.read(directory));
        Path absent = directory.resolve("absent");
        assertComplaint(absent + ": must be readable, but there is no such file", () -> SafetensorsReader.read(absent));
    }

    @Test
    void refusesHeadersThatAreNotUtf8() {
        byte[] bytes = small();
        bytes[8 + SEALABLE.length() + 3] = (byte) 0xff;
        assertComplaint("t: must be UTF-8, but is not", () -> read(seal(bytes)));
    }

    /** Fields of one tensor that begins where the first ends, and what is wrong with them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "dtype":"F16","shape":[1],"data_offsets":[8,12]|x.dtype: must be F32, but was F16
        "dtype":7,"shape":[1],"data_offsets":[8,12]|x.dtype: must be a string, but was 7
        "dtype":"F32","data_offsets":[8,12]|x.shape: must be there, but is missing
        "dtype":"F32","shape":[1]|x.data_offsets: must be there, but is missing
        "shape":[1],"data_offsets":[8,12]|x.dtype: must be there, but is missing
        "dtype":"F32","shape":[1],"shape":[1],"data_offsets":[8,12]|x.shape: must be there once, but is there twice
        "dtype":"F32","offsets":[8,12]|x.offsets: must be one of the fields dtype, shape, data_offsets, but is unknown
        "dtype":"F32","shape":[1.0],"data_offsets":[8,12]|x.shape[0]: must be an integer, but was 1.0
        "dtype":"F32","shape":[1,-1],"data_offsets":[8,12]|x.shape[1]: must be from 0 to 2147483647, but was -1
        "dtype":"F32","shape":[99999999999999999999],"data_offsets":[8,12]|x.shape[0]: must be from 0 to 2147483647, but was 99999999999999999999
        "dtype":"F32","shape":[65536,65536],"data_offsets":[8,12]|x: shape: must have at most 67108864 places, but has more
        "dtype":"F32","shape":[4294967296],"data_offsets":[8,12]|x.shape[0]: must be from 0 to 2147483647, but was 4294967296
        "dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[8,12]|x: shape: must have at most 67108864 places, but has more
        "dtype":"F32","shape":[2],"data_offsets":[8,12]|x: must have data_offsets 8 apart, as its shape needs, but they are 4 apart
        "dtype":"F32","shape":[1],"data_offsets":[12,8]|x: must have data_offsets 4 apart, as its shape needs, but they are -4 apart
        "dtype":"F32","shape":[1],"data_offsets":[12,16]|x: must begin where the last tensor ends, at 8, but begins at 12
        "dtype":"F32","shape":[1],"data_offsets":[4,8]|x: must begin where the last tensor ends, at 8, but begins at 4
        "dtype":"F32","shape":[1],"data_offsets":[8]|x.data_offsets: must be begin and end, but has 1 elements
        "dtype":"F32","shape":[1],"data_offsets":[8,268435457]|x.data_offsets[1]: must be from 0 to 268435456, but was 268435457
        """)
    void namesTheFieldThatIsWrong(String fields, String complaint) {
        assertComplaint("t: " + complaint, () -> read(sealed(W + ",\"x\":{" + fields + "}", 1, 2, 3)));
    }

    @Test
    void refusesNamesThatAreRepeatedOrNoText() {
        assertComplaint("t: w: must be there once, but is there twice", () -> read(sealed(W + W, 1, 2)));
        assertComplaint(
                "t: __metadata__: must be there once, but is there twice",
                () -> read(sealed(",\"__metadata__\":{}", 1, 2)));
        assertComplaint(
                "t: __metadata__.a: must be there once, but is there twice",
                () -> read(seal(unsealed(SEALABLE + ",\"a\":\"\",\"a\":\"\"}}"))));
        assertComplaint(
                "t: __metadata__.a: must be Unicode text, but has half a character",
                () -> read(seal(unsealed(SEALABLE + ",\"a\":\"\\ud83d\"}}"))));
        assertRefused(sealed(",\"\\ud83d\":{}"), "high half");
        assertRefused(sealed(",\"\\ude80\":{}"), "low half");
        assertRefused(seal(unsealed(SEALABLE + ",\"\\ude80\":\"\"}}")), "low half of a key");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNotFinite(float number) {
        assertComplaint("t: w[1]: must be finite, but was " + number, () -> read(sealed(W, 0, number)));
    }

    /** The largest tensor that a header may promise, of which nothing comes: one chunk of memory, not 256 MiB. */
    @Test
    void believesNoPromise() {
        String tensor = "{\"dtype\":\"F32\",\"shape\":[67108864],\"data_offsets\":[0,268435456]}";
        assertComplaint(
                "t: x: must have 268435456 bytes of numbers, but the file ends after 4",
                () -> read(sealed(",\"x\":" + tensor, 1)));
        byte[] shortHeader = Arrays.copyOf(unsealed(" ".repeat(1 << 20)), 9);
        assertComplaint("t: header: must have 1048576 bytes, but the file ends after 1", () -> read(shortHeader));
    }

    @Test
    void saysWhenAStreamCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("unplugged");
            }
        };
        assertComplaint(
                "t: must be readable, but there was an error: unplugged", () -> SafetensorsReader.read("t", broken));
        assertEquals(0, read(sealed("")).tensors().size());
    }
}
