package dev.twinplace.onnx;

import static dev.twinplace.onnx.Dimension.fixed;
import static dev.twinplace.onnx.Dimension.open;
import static dev.twinplace.onnx.ElementType.FLOAT;
import static dev.twinplace.onnx.ElementType.INT64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A runtime that is not ours reads what we write, and computes from it what plain loops do. */
class OnnxRuntimeTest {
    private static final int IN = 5;
    private static final int OUT = 4;
    private static final int BATCH = 3;
    private static final float TOLERANCE = 1e-6f;

    private static final float[] WEIGHTS = random(1, IN * OUT);
    private static final float[] BIAS = random(2, OUT);
    private static final float[] X = random(3, BATCH * IN);

    private static OrtEnvironment environment;
    private static OrtSession session;

    private static float[] random(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private static byte[] model() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OnnxGraph("layer")
                .metadata("servers", "4")
                .metadata("purpose", "für Tests")
                .input("x", FLOAT, open("batch"), fixed(IN))
                .constant("W", new int[] {IN, OUT}, WEIGHTS)
                .constant("b", new int[] {OUT}, BIAS)
                .constant("pairs", new long[] {-1, 2, OUT / 2})
                .node("MatMul", List.of("x", "W"), "xW")
                .node("Add", List.of("xW", "b"), "affine")
                .node("Relu", List.of("affine"), "rectified")
                .node("Sigmoid", List.of("rectified"), "squashed")
                .node("Reshape", List.of("squashed", "pairs"), "paired")
                .node("Concat", List.of("rectified", "squashed"), "beside", Attribute.integer("axis", 1))
                .node("ArgMax", List.of("beside"), "largest", Attribute.integer("axis", -1))
                .node(
                        "ReduceMean",
                        List.of("paired"),
                        "mean",
                        Attribute.integers("axes", 1, 2),
                        Attribute.integer("keepdims", 0))
                .output("rectified", FLOAT, open("batch"), fixed(OUT))
                .output("paired", FLOAT, open("batch"), fixed(2), fixed(OUT / 2))
                .output("beside", FLOAT, open("batch"), fixed(2 * OUT))
                .output("largest", INT64, open("batch"), fixed(1))
                .output("mean", FLOAT, open("batch"))
                .write(out);
        return out.toByteArray();
    }

    @BeforeAll
    static void load() throws OrtException {
        environment = OrtEnvironment.getEnvironment();
        session = environment.createSession(model());
    }

    @AfterAll
    static void unload() throws OrtException {
        session.close();
    }

    private static float[] rectified() {
        float[] y = new float[BATCH * OUT];
        for (int row = 0; row < BATCH; row++) {
            for (int o = 0; o < OUT; o++) {
                double sum = BIAS[o];
                for (int i = 0; i < IN; i++) {
                    sum += (double) X[row * IN + i] * WEIGHTS[i * OUT + o];
                }
                y[row * OUT + o] = (float) Math.max(0, sum);
            }
        }
        return y;
    }

    private static float[] squashed() {
        float[] y = rectified();
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (1 / (1 + Math.exp(-y[i])));
        }
        return y;
    }

    private static float[] beside() {
        float[] y = new float[BATCH * 2 * OUT];
        for (int row = 0; row < BATCH; row++) {
            System.arraycopy(rectified(), row * OUT, y, row * 2 * OUT, OUT);
            System.arraycopy(squashed(), row * OUT, y, row * 2 * OUT + OUT, OUT);
        }
        return y;
    }

    private static float[] mean() {
        float[] squashed = squashed();
        float[] y = new float[BATCH];
        for (int i = 0; i < squashed.length; i++) {
            y[i / OUT] += squashed[i] / OUT;
        }
        return y;
    }

    static Stream<Arguments> outputs() {
        return Stream.of(
                arguments("rectified", new long[] {BATCH, OUT}, rectified()),
                arguments("paired", new long[] {BATCH, 2, OUT / 2}, squashed()),
                arguments("beside", new long[] {BATCH, 2 * OUT}, beside()),
                arguments("mean", new long[] {BATCH}, mean()));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void computesWhatPlainLoopsDo(String output, long[] shape, float[] expected) throws OrtException {
        try (OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.wrap(X), new long[] {BATCH, IN});
                OrtSession.Result result = session.run(Map.of("x", x))) {
            OnnxTensor y = (OnnxTensor) result.get(output).orElseThrow();
            float[] actual = new float[expected.length];
            y.getFloatBuffer().get(actual);
            assertArrayEquals(shape, y.getInfo().getShape());
            assertArrayEquals(expected, actual, TOLERANCE);
        }
    }

    @Test
    void writesIntegersToo() throws OrtException {
        try (OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.wrap(X), new long[] {BATCH, IN});
                OrtSession.Result result = session.run(Map.of("x", x))) {
            long[] largest = new long[BATCH];
            ((OnnxTensor) result.get("largest").orElseThrow()).getLongBuffer().get(largest);
            float[] beside = beside();
            for (int row = 0; row < BATCH; row++) {
                int best = 0;
                for (int o = 1; o < 2 * OUT; o++) {
                    best = beside[row * 2 * OUT + o] > beside[row * 2 * OUT + best] ? o : best;
                }
                assertEquals(best, largest[row]);
            }
        }
    }

    @Test
    void saysWhatItIs() throws OrtException {
        OnnxModelMetadata metadata = session.getMetadata();
        assertEquals("twinplace", metadata.getProducerName());
        assertEquals("layer", metadata.getGraphName());
        assertEquals(Map.of("servers", "4", "purpose", "für Tests"), metadata.getCustomMetadata());
        TensorInfo x = (TensorInfo) session.getInputInfo().get("x").getInfo();
        assertArrayEquals(new long[] {-1, IN}, x.getShape());
        assertArrayEquals(new String[] {"batch", ""}, x.getDimensionNames());
        assertEquals(
                List.of("rectified", "paired", "beside", "largest", "mean"),
                List.copyOf(session.getOutputInfo().keySet()));
    }
}
