package dev.twinplace.onnx;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A computation built from inputs and constants by operators of ONNX, and written as a model that ONNX Runtime runs.
 *
 * <p>Every value has a name of its own and must be there before a node uses it, so that nodes are in an order in which they
 * can run. Whether an operator exists and what it demands of its inputs only the runtime checks. IR version 8, operator set
 * 13. The same calls write the same bytes.
 */
public final class OnnxGraph {
    private final String name;
    private final Set<String> values = new HashSet<>();
    private final Set<String> outputNames = new HashSet<>();
    private final List<ProtoMessage> inputs = new ArrayList<>();
    private final List<ProtoMessage> constants = new ArrayList<>();
    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final List<ProtoMessage> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** An empty graph. */
    public OnnxGraph(String name) {
        this.name = name;
    }

    /** A tensor that each run is given. */
    public OnnxGraph input(String input, ElementType type, Dimension... shape) {
        define(input);
        inputs.add(valueInfo(input, type, shape));
        return this;
    }

    /**
     * A tensor of floats that is part of the model.
     *
     * @param shape none for a scalar
     * @param data row-major, as many as the shape has places; copied
     */
    public OnnxGraph constant(String constant, int[] shape, float[] data) {
        long places = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException(constant + ": must not have negative extents, but has " + extent);
            }
            places = Math.multiplyExact(places, extent);
        }
        if (places != data.length) {
            throw new IllegalArgumentException(constant
                    + ": must have as many numbers as its shape has places, but has " + data.length + " for " + places);
        }
        byte[] raw = new byte[Math.multiplyExact(data.length, Float.BYTES)];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(data);
        long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
        return constant(constant, ElementType.FLOAT, dimensions, raw);
    }

    /** A list of integers that is part of the model, as operators demand that take a shape or axes; copied. */
    public OnnxGraph constant(String constant, long[] data) {
        byte[] raw = new byte[Math.multiplyExact(data.length, Long.BYTES)];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(data);
        return constant(constant, ElementType.INT64, new long[] {data.length}, raw);
    }

    private OnnxGraph constant(String constant, ElementType type, long[] dimensions, byte[] raw) {
        define(constant);
        constants.add(new ProtoMessage()
                .integers(OnnxFormat.TENSOR_DIMENSIONS, dimensions)
                .integer(OnnxFormat.TENSOR_DATA_TYPE, type.code)
                .text(OnnxFormat.TENSOR_NAME, constant)
                .bytes(OnnxFormat.TENSOR_RAW_DATA, raw));
        return this;
    }

    /**
     * Applies an operator.
     *
     * @param operator as ONNX calls it: {@code MatMul}
     * @param operands values that are there already, an empty name for an optional operand that is left out
     * @param result the new value, which is the name of the node too
     */
    public OnnxGraph node(String operator, List<String> operands, String result, Attribute... attributes) {
        for (String operand : operands) {
            if (!operand.isEmpty()) {
                demandDefined(operand, operator + " that makes " + result);
            }
        }
        define(result);
        ProtoMessage node = new ProtoMessage();
        operands.forEach(operand -> node.text(OnnxFormat.NODE_INPUT, operand));
        node.text(OnnxFormat.NODE_OUTPUT, result)
                .text(OnnxFormat.NODE_NAME, result)
                .text(OnnxFormat.NODE_OPERATOR, operator);
        for (Attribute attribute : attributes) {
            node.message(OnnxFormat.NODE_ATTRIBUTE, attribute.encode());
        }
        nodes.add(node);
        return this;
    }

    /** Makes a value that is there already a result of each run. */
    public OnnxGraph output(String output, ElementType type, Dimension... shape) {
        demandDefined(output, "the output");
        if (!outputNames.add(output)) {
            throw new IllegalArgumentException(output + ": must be an output once, but is one twice");
        }
        outputs.add(valueInfo(output, type, shape));
        return this;
    }

    /** A text that goes with the model. */
    public OnnxGraph metadata(String key, String value) {
        if (metadata.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("metadata: must have each key once, but has two of " + key);
        }
        return this;
    }

    /**
     * Writes the model to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     * @throws IllegalStateException if it has no output
     */
    public void write(OutputStream out) {
        if (outputs.isEmpty()) {
            throw new IllegalStateException(name + ": must have an output, but has none");
        }
        ProtoMessage graph = new ProtoMessage()
                .messages(OnnxFormat.GRAPH_NODE, nodes)
                .text(OnnxFormat.GRAPH_NAME, name)
                .messages(OnnxFormat.GRAPH_INITIALIZER, constants)
                .messages(OnnxFormat.GRAPH_INPUT, inputs)
                .messages(OnnxFormat.GRAPH_OUTPUT, outputs);
        ProtoMessage model = new ProtoMessage()
                .integer(OnnxFormat.MODEL_IR_VERSION, OnnxFormat.IR_VERSION)
                .text(OnnxFormat.MODEL_PRODUCER_NAME, OnnxFormat.PRODUCER)
                .message(OnnxFormat.MODEL_GRAPH, graph)
                .message(
                        OnnxFormat.MODEL_OPSET_IMPORT,
                        new ProtoMessage().integer(OnnxFormat.OPERATOR_SET_VERSION, OnnxFormat.OPERATOR_SET));
        metadata.forEach((key, value) -> model.message(
                OnnxFormat.MODEL_METADATA_PROPS,
                new ProtoMessage().text(OnnxFormat.ENTRY_KEY, key).text(OnnxFormat.ENTRY_VALUE, value)));
        model.write(out);
    }

    private void define(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("value: must have a name, but has none");
        }
        if (!values.add(value)) {
            throw new IllegalArgumentException(value + ": must be defined once, but is defined twice");
        }
    }

    private void demandDefined(String value, String user) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException(value + ": must be defined before " + user + ", but is not");
        }
    }

    private static ProtoMessage valueInfo(String value, ElementType type, Dimension... shape) {
        ProtoMessage dimensions = new ProtoMessage();
        for (Dimension dimension : shape) {
            dimensions.message(OnnxFormat.SHAPE_DIMENSION, dimension.encode());
        }
        ProtoMessage tensor = new ProtoMessage()
                .integer(OnnxFormat.TENSOR_TYPE_ELEMENT, type.code)
                .message(OnnxFormat.TENSOR_TYPE_SHAPE, dimensions);
        return new ProtoMessage()
                .text(OnnxFormat.VALUE_NAME, value)
                .message(OnnxFormat.VALUE_TYPE, new ProtoMessage().message(OnnxFormat.TYPE_TENSOR, tensor));
    }
}
