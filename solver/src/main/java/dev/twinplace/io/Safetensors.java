package dev.twinplace.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What reader and writer of safetensors files agree on.
 *
 * <p>A file is the length of the header as 8 bytes, little-endian; the header, a JSON object; the numbers of all tensors,
 * little-endian, one tensor after the other without gaps:
 *
 * <pre>{"__metadata__":{"sha256":"…","key":"value"},"name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}</pre>
 *
 * <p>The checksum is ours, other readers see one more text. It is the SHA-256 of the whole file, from the first byte of the
 * length to the last number, in which the 64 digits of the checksum itself, always at the same place, count as zeros
 * ({@code '0'}). It covers how the header is written too, spaces at its end included: no byte can change unnoticed.
 */
final class Safetensors {
    static final String METADATA = "__metadata__";
    static final String CHECKSUM = "sha256";
    static final String DATA_TYPE = "F32";

    static final int LENGTH_BYTES = Long.BYTES;
    static final int MAX_HEADER_BYTES = 1 << 20;
    static final int MAX_DATA_BYTES = 1 << 28;
    static final int MAX_PLACES = MAX_DATA_BYTES / Float.BYTES;

    /** How much is read or written at once. */
    static final int CHUNK_BYTES = 1 << 16;

    private static final byte[] BEFORE_DIGITS =
            ("{\"" + METADATA + "\":{\"" + CHECKSUM + "\":\"").getBytes(StandardCharsets.US_ASCII);

    static final String NO_DIGITS = "0".repeat(64);

    private Safetensors() {}

    /**
     * The number of places of a shape: the product of its extents, 1 for a scalar.
     *
     * @throws IllegalArgumentException if an extent is negative or the product, taken from left to right, grows too large
     */
    static int places(int[] shape) {
        long places = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("shape: must not have negative extents, but has " + extent);
            }
            places *= extent;
            if (places > MAX_PLACES) {
                throw new IllegalArgumentException("shape: must have at most " + MAX_PLACES + " places, but has more");
            }
        }
        return (int) places;
    }

    /** The place of the first number that is infinite or not a number, -1 if there is none. */
    static int firstNotFinite(float[] data) {
        for (int i = 0; i < data.length; i++) {
            if (!Float.isFinite(data[i])) {
                return i;
            }
        }
        return -1;
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Whether the header has the checksum where it must be; what follows its digits is for the JSON reader to judge. */
    static boolean hasPlaceForDigits(byte[] header) {
        return header.length >= BEFORE_DIGITS.length + NO_DIGITS.length()
                && Arrays.equals(header, 0, BEFORE_DIGITS.length, BEFORE_DIGITS, 0, BEFORE_DIGITS.length);
    }

    /** Writes the digits of a checksum to their place in a header that has one. */
    static void putDigits(String digits, byte[] header) {
        byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, header, BEFORE_DIGITS.length, ascii.length);
    }
}
