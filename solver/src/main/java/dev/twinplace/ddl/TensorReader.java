package dev.twinplace.ddl;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.TensorFile;
import dev.twinplace.nn.Mlp;
import java.util.Arrays;
import java.util.Map;

/**
 * Takes a tensor file apart and complains about what is missing or out of range. Nothing is allocated for a shape that the
 * file does not have: what a file claims costs no memory.
 */
public final class TensorReader {
    private final String source;
    private final TensorFile file;

    /**
     * A reader of this content.
     *
     * @param source what to call the file in messages
     */
    public TensorReader(String source, TensorFile file) {
        this.source = source;
        this.file = file;
    }

    public String source() {
        return source;
    }

    /** A text that must be there. */
    public String text(String key) {
        String value = file.metadata().get(key);
        if (value == null) {
            throw fail(key, "must be there, but is not");
        }
        return value;
    }

    /** A whole number in [least, most]. */
    public long integer(String key, long least, long most) {
        String text = text(key);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw fail(key, "must be a whole number, but was " + text);
        }
        throw fail(key, "must be in [" + least + ", " + most + "], but was " + text);
    }

    /**
     * Refuses a file of another kind.
     *
     * @param format what {@code format} must be
     * @param kind what such a file is, for people
     */
    public void requireFormat(String format, String kind) {
        String actual = file.metadata().get("format");
        if (!format.equals(actual)) {
            throw fail("format", "must be " + format + ", that of " + kind + ", but was " + actual);
        }
    }

    /** Refuses a file that was made with other settings. */
    public void requireSame(Map<String, String> settings) {
        settings.forEach((key, asked) -> {
            String actual = text(key);
            if (!asked.equals(actual)) {
                throw fail(key, "must be " + asked + " as asked for now, but was " + actual);
            }
        });
    }

    /** A tensor of this shape; the array itself. */
    public float[] numbers(String name, int... shape) {
        TensorFile.Tensor tensor = file.tensors().get(name);
        if (tensor == null) {
            throw fail(name, "must be a tensor, but is not there");
        }
        if (!Arrays.equals(shape, tensor.shape())) {
            throw fail(
                    name, "must have shape " + Arrays.toString(shape) + ", but has " + Arrays.toString(tensor.shape()));
        }
        return tensor.data();
    }

    /** Networks as {@link NetworkTensors} adds them; a new array, one after the other. */
    public float[] networks(String name, Mlp shape, int count) {
        float[][] weights = new float[shape.layers()][];
        float[][] biases = new float[shape.layers()][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.size(layer);
            int outputs = shape.size(layer + 1);
            weights[layer] = numbers(NetworkTensors.weightName(name, layer), count, inputs, outputs);
            biases[layer] = numbers(NetworkTensors.biasName(name, layer), count, outputs);
        }
        float[] parameters = new float[Math.multiplyExact(count, shape.parameters())];
        for (int layer = 0; layer < shape.layers(); layer++) {
            NetworkTensors.copyLayer(shape, layer, count, weights[layer], biases[layer], parameters);
        }
        return parameters;
    }

    /** A complaint about a part of the file. */
    public InvalidInputException fail(String part, String complaint) {
        return new InvalidInputException(source, part + ": " + complaint);
    }
}
