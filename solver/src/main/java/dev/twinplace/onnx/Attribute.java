package dev.twinplace.onnx;

/** A constant that belongs to a node, such as the axis along which it works. */
public final class Attribute {
    private final ProtoMessage message;

    private Attribute(ProtoMessage message) {
        this.message = message;
    }

    /** An attribute that is an integer. */
    public static Attribute integer(String name, long value) {
        return new Attribute(new ProtoMessage()
                .text(OnnxFormat.ATTRIBUTE_NAME, name)
                .integer(OnnxFormat.ATTRIBUTE_INTEGER, value)
                .integer(OnnxFormat.ATTRIBUTE_TYPE, OnnxFormat.ATTRIBUTE_TYPE_INTEGER));
    }

    /** An attribute that is a list of integers, even if it has only one. */
    public static Attribute integers(String name, long... values) {
        return new Attribute(new ProtoMessage()
                .text(OnnxFormat.ATTRIBUTE_NAME, name)
                .integers(OnnxFormat.ATTRIBUTE_INTEGERS, values)
                .integer(OnnxFormat.ATTRIBUTE_TYPE, OnnxFormat.ATTRIBUTE_TYPE_INTEGERS));
    }

    ProtoMessage encode() {
        return message;
    }
}
