package dev.twinplace.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A protocol buffer as the list of its fields, written in the order of the calls; no generated code.
 *
 * <p>Keep the order of the field numbers, as every other writer does: the same model is then the same bytes.
 */
final class ProtoMessage {
    private final List<Field> fields = new ArrayList<>();

    private interface Field {
        void write(CodedOutputStream out) throws IOException;
    }

    ProtoMessage integer(int field, long value) {
        fields.add(out -> out.writeInt64(field, value));
        return this;
    }

    /** A repeated field, not packed, as {@code onnx.proto} declares it. */
    ProtoMessage integers(int field, long... values) {
        for (long value : values) {
            integer(field, value);
        }
        return this;
    }

    ProtoMessage text(int field, String value) {
        fields.add(out -> out.writeString(field, value));
        return this;
    }

    /** Takes the array, not a copy of it. */
    ProtoMessage bytes(int field, byte[] value) {
        fields.add(out -> out.writeByteArray(field, value));
        return this;
    }

    /** As the message is now: fields that it gets later are not written. */
    ProtoMessage message(int field, ProtoMessage value) {
        return bytes(field, value.toByteArray());
    }

    ProtoMessage messages(int field, Iterable<ProtoMessage> values) {
        values.forEach(value -> message(field, value));
        return this;
    }

    private byte[] toByteArray() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    /** Writes to a stream, which stays open. */
    void write(OutputStream out) {
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        try {
            for (Field field : fields) {
                field.write(coded);
            }
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
