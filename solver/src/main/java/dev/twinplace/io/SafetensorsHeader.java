package dev.twinplace.io;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the header of a safetensors file: after it, every tensor is known to have a place of the right size. */
final class SafetensorsHeader {
    private static final List<String> FIELDS = List.of("dtype", "shape", "data_offsets");

    private final StrictJson json;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int end;

    private int[] shape;
    private int[] offsets;

    private SafetensorsHeader(StrictJson json) {
        this.json = json;
    }

    /**
     * Reads a header.
     *
     * @throws InvalidInputException if it is not one
     */
    static SafetensorsHeader read(String source, byte[] header) {
        return TextFiles.read(
                source,
                new ByteArrayInputStream(header),
                text -> StrictJson.read(source, text, json -> {
                    SafetensorsHeader result = new SafetensorsHeader(json);
                    result.read();
                    return result;
                }));
    }

    /** All texts, the checksum among them. */
    Map<String, String> metadata() {
        return metadata;
    }

    /** The shapes of the tensors by name, in the order of their numbers. */
    Map<String, int[]> shapes() {
        return shapes;
    }

    private void read() {
        json.object(this::readMember);
        if (!members.contains(Safetensors.METADATA)) {
            throw json.missingField(Safetensors.METADATA);
        }
    }

    private void readMember(String name) {
        if (!members.add(name)) {
            throw json.repeatedField();
        }
        if (name.equals(Safetensors.METADATA)) {
            json.object(this::readText);
            if (!metadata.containsKey(Safetensors.CHECKSUM)) {
                throw json.missingField(Safetensors.CHECKSUM);
            }
        } else {
            readTensor(name);
        }
    }

    private void readText(String key) {
        String value = json.string();
        if (!TensorFile.isText(value)) {
            throw json.fail("must be Unicode text, but has half a character");
        }
        if (metadata.putIfAbsent(key, value) != null) {
            throw json.repeatedField();
        }
    }

    private void readTensor(String name) {
        seen.clear();
        json.object(this::readField);
        for (String field : FIELDS) {
            if (!seen.contains(field)) {
                throw json.missingField(field);
            }
        }
        int bytes = Float.BYTES * places();
        if (offsets[1] - offsets[0] != bytes) {
            throw json.fail("must have data_offsets " + bytes + " apart, as its shape needs, but they are "
                    + (offsets[1] - offsets[0]) + " apart");
        }
        if (offsets[0] != end) {
            throw json.fail("must begin where the last tensor ends, at " + end + ", but begins at " + offsets[0]);
        }
        end = offsets[1];
        shapes.put(name, shape);
    }

    private int places() {
        try {
            return Safetensors.places(shape);
        } catch (IllegalArgumentException e) {
            throw json.fail(e.getMessage());
        }
    }

    private void readField(String field) {
        if (!FIELDS.contains(field)) {
            throw json.unknownField(FIELDS);
        }
        if (!seen.add(field)) {
            throw json.repeatedField();
        }
        switch (field) {
            case "dtype" -> readDataType();
            case "shape" -> shape = readIntegers(Integer.MAX_VALUE);
            default -> readOffsets();
        }
    }

    private void readDataType() {
        String type = json.string();
        if (!type.equals(Safetensors.DATA_TYPE)) {
            throw json.fail("must be " + Safetensors.DATA_TYPE + ", but was " + InvalidInputException.quote(type));
        }
    }

    private void readOffsets() {
        offsets = readIntegers(Safetensors.MAX_DATA_BYTES);
        if (offsets.length != 2) {
            throw json.fail("must be begin and end, but has " + offsets.length + " elements");
        }
    }

    private int[] readIntegers(int most) {
        IntArrayList values = new IntArrayList();
        json.array(() -> values.add(json.integer(most)));
        return values.toIntArray();
    }
}
