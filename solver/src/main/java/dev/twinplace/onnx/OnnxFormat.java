package dev.twinplace.onnx;

/**
 * The field numbers of {@code onnx.proto} that we write, message by message, and the values that stand for something.
 *
 * <p>Source: {@code onnx/onnx.proto} of the ONNX project. Numbers are never reassigned there, only added.
 */
final class OnnxFormat {
    /** Published in July 2021: runtimes read all versions up to their own. */
    static final int IR_VERSION = 8;

    /** Of the default domain. From 13 on, Squeeze, Unsqueeze and ReduceSum take their axes as an input; ReduceMean does not yet. */
    static final int OPERATOR_SET = 13;

    static final String PRODUCER = "twinplace";

    static final int MODEL_IR_VERSION = 1;
    static final int MODEL_PRODUCER_NAME = 2;
    static final int MODEL_GRAPH = 7;
    static final int MODEL_OPSET_IMPORT = 8;
    static final int MODEL_METADATA_PROPS = 14;

    static final int OPERATOR_SET_VERSION = 2;

    static final int ENTRY_KEY = 1;
    static final int ENTRY_VALUE = 2;

    static final int GRAPH_NODE = 1;
    static final int GRAPH_NAME = 2;
    static final int GRAPH_INITIALIZER = 5;
    static final int GRAPH_INPUT = 11;
    static final int GRAPH_OUTPUT = 12;

    static final int NODE_INPUT = 1;
    static final int NODE_OUTPUT = 2;
    static final int NODE_NAME = 3;
    static final int NODE_OPERATOR = 4;
    static final int NODE_ATTRIBUTE = 5;

    static final int ATTRIBUTE_NAME = 1;
    static final int ATTRIBUTE_INTEGER = 3;
    static final int ATTRIBUTE_INTEGERS = 8;
    static final int ATTRIBUTE_TYPE = 20;
    static final int ATTRIBUTE_TYPE_INTEGER = 2;
    static final int ATTRIBUTE_TYPE_INTEGERS = 7;

    static final int TENSOR_DIMENSIONS = 1;
    static final int TENSOR_DATA_TYPE = 2;
    static final int TENSOR_NAME = 8;
    static final int TENSOR_RAW_DATA = 9;
    static final int TYPE_FLOAT = 1;
    static final int TYPE_INT64 = 7;

    static final int VALUE_NAME = 1;
    static final int VALUE_TYPE = 2;
    static final int TYPE_TENSOR = 1;
    static final int TENSOR_TYPE_ELEMENT = 1;
    static final int TENSOR_TYPE_SHAPE = 2;
    static final int SHAPE_DIMENSION = 1;
    static final int DIMENSION_VALUE = 1;
    static final int DIMENSION_PARAM = 2;

    private OnnxFormat() {}
}
