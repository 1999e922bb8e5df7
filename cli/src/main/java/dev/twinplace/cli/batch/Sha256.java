package dev.twinplace.cli.batch;

import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that tell whether a run has the inputs of another. */
final class Sha256 {
    private Sha256() {}

    /** Of nothing yet. */
    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In hexadecimal digits, of all that was given to it; it starts again. */
    static String end(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Of a small file.
     *
     * @throws InvalidInputException if it cannot be read
     */
    static String of(String file) {
        MessageDigest digest = start();
        try {
            digest.update(Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new InvalidInputException(file, "must be readable, but was not", e);
        }
        return end(digest);
    }
}
