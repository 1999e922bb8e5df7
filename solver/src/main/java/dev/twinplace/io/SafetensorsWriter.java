package dev.twinplace.io;

import dev.twinplace.io.TensorFile.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes safetensors files with a checksum, for {@link SafetensorsReader} and all other readers of the format.
 *
 * <p>The same texts and tensors in the same order are the same bytes, on every machine. Numbers are read twice, for the
 * checksum and to be written: they must not change meanwhile.
 */
public final class SafetensorsWriter {
    private SafetensorsWriter() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     * @throws IllegalArgumentException if a number is infinite or not a number, or if names and texts need a header larger
     *     than 1 MiB
     */
    public static void write(TensorFile content, Path file) {
        AtomicFiles.write(file, out -> write(content, out));
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     * @throws IllegalArgumentException as above, before anything is written
     */
    public static void write(TensorFile content, OutputStream out) {
        content.tensors().forEach(SafetensorsWriter::demandFinite);
        byte[] header = header(content);
        try {
            MessageDigest digest = Safetensors.newDigest();
            writeAll(header, content, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            Safetensors.putDigits(HexFormat.of().formatHex(digest.digest()), header);
            writeAll(header, content, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandFinite(String name, Tensor tensor) {
        int place = Safetensors.firstNotFinite(tensor.data());
        if (place >= 0) {
            throw new IllegalArgumentException(
                    name + "[" + place + "]: must be finite, but was " + tensor.data()[place]);
        }
    }

    /** The header with zeros for a checksum, padded so that the numbers begin at a multiple of their size. */
    private static byte[] header(TensorFile content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeObjectPropertyStart(Safetensors.METADATA);
            json.writeStringProperty(Safetensors.CHECKSUM, Safetensors.NO_DIGITS);
            content.metadata().forEach(json::writeStringProperty);
            json.writeEndObject();
            writeTensors(content.tensors(), json);
            json.writeEndObject();
        }
        byte[] unpadded = text.toString().getBytes(StandardCharsets.UTF_8);
        text.write(" ".repeat(-unpadded.length & (Safetensors.LENGTH_BYTES - 1)));
        byte[] header = text.toString().getBytes(StandardCharsets.UTF_8);
        if (header.length > Safetensors.MAX_HEADER_BYTES) {
            throw new IllegalArgumentException(
                    "header: must have at most " + Safetensors.MAX_HEADER_BYTES + " bytes, but has " + header.length);
        }
        return header;
    }

    private static void writeTensors(Map<String, Tensor> tensors, JsonGenerator json) {
        int end = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            int begin = end;
            int[] shape = entry.getValue().shape();
            end += Float.BYTES * entry.getValue().data().length;
            json.writeObjectPropertyStart(entry.getKey());
            json.writeStringProperty("dtype", Safetensors.DATA_TYPE);
            json.writeName("shape");
            json.writeArray(shape, 0, shape.length);
            json.writeName("data_offsets");
            json.writeArray(new int[] {begin, end}, 0, 2);
            json.writeEndObject();
        }
    }

    private static void writeAll(byte[] header, TensorFile content, OutputStream out) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Safetensors.LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (Tensor tensor : content.tensors().values()) {
            writeNumbers(tensor.data(), out);
        }
    }

    private static void writeNumbers(float[] data, OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Safetensors.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int most = Safetensors.CHUNK_BYTES / Float.BYTES;
        for (int done = 0; done < data.length; done += most) {
            int count = Math.min(most, data.length - done);
            chunk.asFloatBuffer().put(data, done, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }
}
