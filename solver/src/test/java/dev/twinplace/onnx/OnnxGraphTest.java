package dev.twinplace.onnx;

import static dev.twinplace.onnx.Dimension.fixed;
import static dev.twinplace.onnx.Dimension.open;
import static dev.twinplace.onnx.ElementType.FLOAT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bytes of a model, and what a graph refuses to become. */
class OnnxGraphTest {
    private static OnnxGraph tiny() {
        return new OnnxGraph("tiny")
                .metadata("kind", "tiny é")
                .input("x", FLOAT, open("rows"), fixed(2))
                .constant("w", new int[] {2, 1}, new float[] {1, -2.5f})
                .constant("s", new long[] {0, 2})
                .node("MatMul", List.of("x", "w"), "p")
                .node("Transpose", List.of("p"), "q", Attribute.integers("perm", 1, 0))
                .node("Concat", List.of("q", "q"), "y", Attribute.integer("axis", -1))
                .output("y", FLOAT, fixed(1), open("columns"));
    }

    private static void assertRefused(String message, Executable building) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, building).getMessage());
    }

    /** These are the bytes that the ONNX project's own Python package writes for this model, and its checker accepts. */
    @Test
    void writesTheBytesOfTheReferenceImplementation() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tiny().write(out);
        String expected = """
                080812097477696e706c6163653ad2010a140a01780a01771201701a017022064d61744d756c0a230a01701201711a017122
                095472616e73706f73652a0d0a047065726d40014000a001070a2a0a01710a01711201791a01792206436f6e6361742a140a
                046178697318ffffffffffffffffff01a00102120474696e792a130802080110014201774a080000803f000020c02a190802
                10074201734a10000000000000000002000000000000005a170a017812120a100801120c0a061204726f77730a020802621a
                0a017912150a130801120f0a0208010a091207636f6c756d6e734202100d720f0a046b696e64120774696e7920c3a9
                """;
        assertEquals(expected.replace("\n", ""), HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void copiesWhatItIsGiven() {
        float[] data = {1};
        long[] shape = {1};
        OnnxGraph graph = new OnnxGraph("g")
                .constant("c", new int[] {1}, data)
                .constant("s", shape)
                .node("Reshape", List.of("c", "s"), "y")
                .output("y", FLOAT, fixed(1));
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        graph.write(before);
        data[0] = 2;
        shape[0] = 2;
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        graph.write(after);
        assertArrayEquals(before.toByteArray(), after.toByteArray());
    }

    @Test
    void refusesNamesThatAreRepeatedOrUnknown() {
        OnnxGraph graph = tiny();
        assertRefused("x: must be defined once, but is defined twice", () -> graph.input("x", FLOAT));
        assertRefused("w: must be defined once, but is defined twice", () -> graph.constant("w", new long[1]));
        assertRefused("p: must be defined once, but is defined twice", () -> graph.node("Sigmoid", List.of("x"), "p"));
        assertRefused("value: must have a name, but has none", () -> graph.input("", FLOAT));
        assertRefused(
                "later: must be defined before Add that makes sum, but is not",
                () -> graph.node("Add", List.of("x", "later"), "sum"));
        assertRefused("z: must be defined before the output, but is not", () -> graph.output("z", FLOAT));
        assertRefused("y: must be an output once, but is one twice", () -> graph.output("y", FLOAT));
        assertRefused("metadata: must have each key once, but has two of kind", () -> graph.metadata("kind", ""));
    }

    @Test
    void refusesShapesThatCannotBe() {
        OnnxGraph graph = tiny();
        assertRefused(
                "c: must have as many numbers as its shape has places, but has 5 for 6",
                () -> graph.constant("c", new int[] {2, 3}, new float[5]));
        assertRefused(
                "c: must not have negative extents, but has -1",
                () -> graph.constant("c", new int[] {-1, -1}, new float[1]));
        assertRefused("dimension: must be >= 0, but was -1", () -> fixed(-1));
        assertRefused("dimension: must have an extent or a name, but has neither", () -> open(""));
    }

    @Test
    void refusesToWriteAGraphWithoutOutput() {
        OnnxGraph graph = new OnnxGraph("empty");
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> graph.write(OutputStream.nullOutputStream()));
        assertEquals("empty: must have an output, but has none", e.getMessage());
    }

    @Test
    void saysWhenAStreamCannotBeWrittenTo() {
        IOException failure = new IOException("full");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw failure;
            }
        };
        assertSame(
                failure,
                assertThrows(UncheckedIOException.class, () -> tiny().write(out))
                        .getCause());
    }
}
