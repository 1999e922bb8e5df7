package dev.twinplace.onnx;

/** An extent of an input or output: a number, or a name for what each run may choose, such as the size of the batch. */
public final class Dimension {
    private static final int OPEN = -1;

    private final int extent;
    private final String name;

    private Dimension(int extent, String name) {
        this.extent = extent;
        this.name = name;
    }

    /** Always this extent. */
    public static Dimension fixed(int extent) {
        if (extent < 0) {
            throw new IllegalArgumentException("dimension: must be >= 0, but was " + extent);
        }
        return new Dimension(extent, "");
    }

    /** Any extent, but in one run the same wherever the name is. */
    public static Dimension open(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("dimension: must have an extent or a name, but has neither");
        }
        return new Dimension(OPEN, name);
    }

    ProtoMessage encode() {
        return extent == OPEN
                ? new ProtoMessage().text(OnnxFormat.DIMENSION_PARAM, name)
                : new ProtoMessage().integer(OnnxFormat.DIMENSION_VALUE, extent);
    }
}
