package dev.twinplace.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Safetensors files by hand, so that a test can be wrong on purpose in what it means to be, and in nothing else. */
final class SafetensorsBytes {
    /** What a header begins with, for a checksum that {@link #seal} fills in. */
    static final String SEALABLE = "{\"__metadata__\":{\"sha256\":\"" + "0".repeat(64) + "\"";

    private static final int DIGITS_AT = 8 + SEALABLE.indexOf("0000");

    private SafetensorsBytes() {}

    /** Length, header, padding and numbers, without a checksum. */
    static byte[] unsealed(String header, float... numbers) {
        byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
        int padded = (utf8.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + padded + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(utf8);
        while (bytes.position() < 8 + padded) {
            bytes.put((byte) ' ');
        }
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return bytes.array();
    }

    /** The same with the right checksum: the tensors follow the metadata in the header. */
    static byte[] sealed(String tensors, float... numbers) {
        return seal(unsealed(SEALABLE + "}" + tensors + "}", numbers));
    }

    /** A copy with the checksum where the writer has it, if there is room. */
    static byte[] seal(byte[] file) {
        byte[] sealed = file.clone();
        if (sealed.length >= DIGITS_AT + 64) {
            Arrays.fill(sealed, DIGITS_AT, DIGITS_AT + 64, (byte) '0');
            byte[] digits = HexFormat.of().formatHex(sha256(sealed)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, sealed, DIGITS_AT, 64);
        }
        return sealed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
