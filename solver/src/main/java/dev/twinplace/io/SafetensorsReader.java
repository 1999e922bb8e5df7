package dev.twinplace.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * Reads the safetensors files that {@link SafetensorsWriter} writes, and refuses all others and what has become of them.
 *
 * <p>Stricter than the format: only 32-bit floats, all finite, in the order of the header, and a checksum that is right. The
 * header has at most 1 MiB, the numbers at most 256 MiB. Memory grows as bytes arrive, not as the header promises: beyond
 * the first 64 KiB of a tensor never to more than three times what has been read.
 */
public final class SafetensorsReader {
    private final String source;
    private final InputStream bytes;
    private final MessageDigest digest = Safetensors.newDigest();
    private final byte[] chunk = new byte[Safetensors.CHUNK_BYTES];

    private SafetensorsReader(String source, InputStream bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read, is of another kind, or is not what was written
     */
    public static TensorFile read(Path file) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(source, "must be a file, but is a directory");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(source, bytes);
        } catch (IOException e) {
            throw TextFiles.unreadable(source, e);
        }
    }

    /** Reads a resource that stands beside a class and is known to be there. */
    public static TensorFile read(Class<?> beside, String resource) {
        try (InputStream bytes = beside.getResourceAsStream(resource)) {
            return read(resource, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param source what to call it in messages
     * @throws InvalidInputException if it cannot be read, is of another kind, or is not what was written
     */
    public static TensorFile read(String source, InputStream bytes) {
        try {
            return new SafetensorsReader(source, bytes).read();
        } catch (IOException e) {
            throw TextFiles.unreadable(source, e);
        }
    }

    private TensorFile read() throws IOException {
        byte[] rawHeader = readHeader();
        SafetensorsHeader header = SafetensorsHeader.read(source, rawHeader);
        if (!Safetensors.hasPlaceForDigits(rawHeader)) {
            throw new InvalidInputException(source, checksum() + "must be what the header begins with, but is not");
        }
        Safetensors.putDigits(Safetensors.NO_DIGITS, rawHeader);
        digest.update(rawHeader);
        TensorFile.Builder content = new TensorFile.Builder();
        header.metadata().forEach((key, value) -> {
            if (!key.equals(Safetensors.CHECKSUM)) {
                content.metadata(key, value);
            }
        });
        for (Map.Entry<String, int[]> tensor : header.shapes().entrySet()) {
            int[] shape = tensor.getValue();
            content.tensor(tensor.getKey(), shape, readNumbers(tensor.getKey(), Safetensors.places(shape)));
        }
        demandEnd();
        demandChecksum(header.metadata().get(Safetensors.CHECKSUM));
        TensorFile result = content.build();
        result.tensors().forEach((name, tensor) -> demandFinite(name, tensor.data()));
        return result;
    }

    private byte[] readHeader() throws IOException {
        byte[] lengthBytes = bytes.readNBytes(Safetensors.LENGTH_BYTES);
        if (lengthBytes.length < Safetensors.LENGTH_BYTES) {
            throw new InvalidInputException(
                    source,
                    "must begin with a header length of " + Safetensors.LENGTH_BYTES + " bytes, but has only "
                            + lengthBytes.length);
        }
        digest.update(lengthBytes);
        long length =
                ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > Safetensors.MAX_HEADER_BYTES) {
            throw new InvalidInputException(
                    source,
                    "header length: must be at most " + Safetensors.MAX_HEADER_BYTES + ", but was "
                            + Long.toUnsignedString(length) + ": probably not a safetensors file");
        }
        byte[] header = bytes.readNBytes((int) length);
        if (header.length < length) {
            throw new InvalidInputException(
                    source, "header: must have " + length + " bytes, but the file ends after " + header.length);
        }
        return header;
    }

    /** Enlarges the array only when what it has is full, so that a promise alone costs no memory. */
    private float[] readNumbers(String name, int count) throws IOException {
        float[] data = new float[Math.min(count, Safetensors.CHUNK_BYTES / Float.BYTES)];
        int done = 0;
        while (done < count) {
            int wanted = Math.min(Safetensors.CHUNK_BYTES / Float.BYTES, count - done);
            int read = bytes.readNBytes(chunk, 0, wanted * Float.BYTES);
            if (read < wanted * Float.BYTES) {
                throw cut(name, count, (long) done * Float.BYTES + read);
            }
            digest.update(chunk, 0, read);
            if (done + wanted > data.length) {
                data = Arrays.copyOf(data, Math.min(count, 2 * data.length));
            }
            ByteBuffer.wrap(chunk)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(data, done, wanted);
            done += wanted;
        }
        return data;
    }

    private InvalidInputException cut(String name, int count, long present) {
        return new InvalidInputException(
                source,
                InvalidInputException.quote(name) + ": must have " + (long) count * Float.BYTES
                        + " bytes of numbers, but the file ends after " + present);
    }

    private void demandEnd() throws IOException {
        if (bytes.read() >= 0) {
            throw new InvalidInputException(source, "must end after the last tensor, but goes on");
        }
    }

    private void demandChecksum(String stated) {
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(stated)) {
            throw new InvalidInputException(
                    source,
                    checksum() + "must be " + actual + ", the checksum of the file, but was "
                            + InvalidInputException.quote(stated) + ": the file is damaged");
        }
    }

    private static String checksum() {
        return Safetensors.METADATA + "." + Safetensors.CHECKSUM + ": ";
    }

    private void demandFinite(String name, float[] data) {
        int place = Safetensors.firstNotFinite(data);
        if (place >= 0) {
            throw new InvalidInputException(
                    source,
                    InvalidInputException.quote(name) + "[" + place + "]: must be finite, but was " + data[place]);
        }
    }
}
