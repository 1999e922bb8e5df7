package dev.twinplace.io;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a safetensors file holds: texts and tensors of 32-bit floats by name, both in the order of the file.
 *
 * <p>Names and texts cannot be changed. The numbers can: see {@link Tensor#data()}.
 */
public final class TensorFile {
    private final Map<String, String> metadata;
    private final Map<String, Tensor> tensors;

    private TensorFile(Builder builder) {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tensors));
    }

    /** The texts in the order of the file, without the checksum, which only readers and writers see. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The tensors in the order of the file. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** A dense tensor, row-major: the last index runs fastest. */
    public static final class Tensor {
        private final int[] shape;
        private final float[] data;

        private Tensor(int[] shape, float[] data) {
            this.shape = shape;
            this.data = data;
        }

        /** The extent of each dimension, none for a scalar; a copy. */
        public int[] shape() {
            return shape.clone();
        }

        /** The numbers themselves, not a copy: changes to the array change this tensor. */
        public float[] data() {
            return data;
        }
    }

    /** Collects texts and tensors; the order of the calls is the order of the file. */
    public static final class Builder {
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final Map<String, Tensor> tensors = new LinkedHashMap<>();
        private long bytes;

        /**
         * Adds a text.
         *
         * @throws IllegalArgumentException if the key is there already or is the one of the checksum, {@code sha256}, or if
         *     either is not Unicode text
         */
        public Builder metadata(String key, String value) {
            demandText("key", key);
            demandText("value", value);
            if (key.equals(Safetensors.CHECKSUM)) {
                throw new IllegalArgumentException("metadata: must not have the reserved key " + key);
            }
            if (metadata.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("metadata: must have each key once, but has two of " + key);
            }
            return this;
        }

        /**
         * Adds a tensor.
         *
         * @param shape the extent of each dimension, copied
         * @param data as many numbers as the shape has places, row-major, at the latest when written finite; not copied
         * @throws IllegalArgumentException if the name is there already, is reserved or is not Unicode text, if shape and
         *     data do not agree, or if the file becomes larger than a reader would accept
         */
        public Builder tensor(String name, int[] shape, float[] data) {
            demandText("tensor", name);
            if (name.equals(Safetensors.METADATA)) {
                throw new IllegalArgumentException("tensor: must not have the reserved name " + name);
            }
            int[] own = shape.clone();
            int places = Safetensors.places(own);
            if (places != data.length) {
                throw new IllegalArgumentException(
                        name + ": must have as many numbers as its shape has places, but has " + data.length + " for "
                                + places);
            }
            bytes += (long) Float.BYTES * places;
            if (bytes > Safetensors.MAX_DATA_BYTES) {
                throw new IllegalArgumentException(
                        name + ": must end within " + Safetensors.MAX_DATA_BYTES + " bytes, but ends after " + bytes);
            }
            if (tensors.putIfAbsent(name, new Tensor(own, data)) != null) {
                throw new IllegalArgumentException("tensors: must have each name once, but have two of " + name);
            }
            return this;
        }

        /** What has been collected so far; the builder may go on. */
        public TensorFile build() {
            return new TensorFile(this);
        }

        private static void demandText(String what, String text) {
            if (!isText(text)) {
                throw new IllegalArgumentException(what + ": must be Unicode text, but has half a character");
            }
        }
    }

    /** Whether UTF-8 can express it: no surrogate without its other half. */
    static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
