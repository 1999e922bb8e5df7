package dev.twinplace.onnx;

/** What the elements of a tensor are. */
public enum ElementType {
    FLOAT(OnnxFormat.TYPE_FLOAT),
    INT64(OnnxFormat.TYPE_INT64);

    final int code;

    ElementType(int code) {
        this.code = code;
    }
}
