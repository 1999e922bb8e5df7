package dev.twinplace.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTest {
    private static final Kernels KERNELS = KernelSelection.kernels();
    private static final int ROWS = 5;
    private static final int AT = 7;

    private final Mlp shape = new Mlp(3, 18, 17, 4);
    private final float[] parameters = new float[AT + shape.parameters()];
    private final MlpWorkspace workspace = MlpWorkspace.forTraining(shape, ROWS);

    private void draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        shape.initialize(parameters, AT, random);
        for (int r = 0; r < ROWS; r++) {
            for (int i = 0; i < shape.size(0); i++) {
                workspace.input()[r * shape.stride(0) + i] = (float) random.nextGaussian();
            }
        }
    }

    /** The definition: in double, layer by layer. */
    private double[] output(int row) {
        double[] values = new double[shape.size(0)];
        for (int i = 0; i < values.length; i++) {
            values[i] = workspace.input()[row * shape.stride(0) + i];
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[] next = new double[shape.size(layer + 1)];
            for (int o = 0; o < next.length; o++) {
                double sum = parameters[AT + shape.weightAt(layer, values.length, o)];
                for (int i = 0; i < values.length; i++) {
                    sum += values[i] * parameters[AT + shape.weightAt(layer, i, o)];
                }
                next[o] = layer + 1 < shape.layers() ? Math.max(sum, 0) : sum;
            }
            values = next;
        }
        return values;
    }

    /** Some smooth function of all outputs. */
    private double loss() {
        double loss = 0;
        for (int r = 0; r < ROWS; r++) {
            double[] output = output(r);
            for (int o = 0; o < output.length; o++) {
                loss += (o + 1) * output[o] * output[o] / 2;
            }
        }
        return loss;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void forwardIsItsDefinition(long seed) {
        draw(seed);
        shape.forward(KERNELS, parameters, AT, workspace, ROWS);
        for (int r = 0; r < ROWS; r++) {
            double[] expected = output(r);
            for (int o = 0; o < expected.length; o++) {
                assertEquals(expected[o], workspace.output()[r * shape.stride(shape.layers()) + o], 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void backwardAgreesWithNumericalGradients(long seed) {
        draw(seed);
        shape.forward(KERNELS, parameters, AT, workspace, ROWS);
        int stride = shape.stride(shape.layers());
        for (int r = 0; r < ROWS; r++) {
            for (int o = 0; o < shape.size(shape.layers()); o++) {
                workspace.outputGradient()[r * stride + o] = (o + 1) * workspace.output()[r * stride + o];
            }
        }
        float[] gradient = new float[parameters.length];
        shape.backward(KERNELS, parameters, AT, workspace, ROWS, gradient, AT, true);

        for (int j = AT; j < parameters.length; j++) {
            assertEquals(slope(parameters, j), gradient[j], 2e-2 + 1e-3 * Math.abs(gradient[j]));
        }
        for (int r = 0; r < ROWS; r++) {
            for (int i = 0; i < shape.size(0); i++) {
                int j = r * shape.stride(0) + i;
                assertEquals(slope(workspace.input(), j), workspace.inputGradient()[j], 2e-2);
            }
        }
    }

    private double slope(float[] values, int index) {
        float before = values[index];
        values[index] = before + 1e-4f;
        double above = loss();
        float up = values[index];
        values[index] = before - 1e-4f;
        double below = loss();
        float down = values[index];
        values[index] = before;
        return (above - below) / (up - down);
    }

    @Test
    void weightsAreDrawnWithTheVarianceOfHe() {
        Mlp wide = new Mlp(200, 300);
        float[] drawn = new float[wide.parameters()];
        wide.initialize(drawn, 0, new SplittableRandom(1));
        double squares = 0;
        for (float weight : drawn) {
            squares += weight * weight;
        }
        assertEquals(2.0 / 200, squares / (200 * 300), 2e-4);
        for (int o = 0; o < wide.stride(1); o++) {
            assertEquals(0, drawn[wide.weightAt(0, 200, o)], "bias");
        }
    }

    @Test
    void weightsAreDrawnWithTheDeviationAskedFor() {
        Mlp wide = new Mlp(20, 300, 200);
        float[] drawn = new float[AT + wide.parameters()];
        wide.initialize(drawn, AT, 0.25, new SplittableRandom(2));
        for (int layer = 0; layer < wide.layers(); layer++) {
            double squares = 0;
            int end = layer + 1 < wide.layers() ? wide.weightsAt(layer + 1) : wide.parameters();
            for (int j = wide.weightsAt(layer); j < end; j++) {
                squares += drawn[AT + j] * drawn[AT + j];
            }
            assertEquals(0.0625, squares / (wide.size(layer) * wide.size(layer + 1)), 3e-3, "layer " + layer);
        }
    }

    @Test
    void paddingStaysZeroInTraining() {
        draw(4);
        float[] mean = new float[parameters.length];
        float[] square = new float[parameters.length];
        for (int step = 1; step <= 3; step++) {
            shape.forward(KERNELS, parameters, AT, workspace, ROWS);
            System.arraycopy(workspace.output(), 0, workspace.outputGradient(), 0, workspace.output().length);
            float[] gradient = new float[parameters.length];
            shape.backward(KERNELS, parameters, AT, workspace, ROWS, gradient, AT, false);
            Adam.withRate(0.01).update(step, parameters, gradient, mean, square, AT, shape.parameters());
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int i = 0; i <= shape.size(layer); i++) {
                for (int o = shape.size(layer + 1); o < shape.stride(layer + 1); o++) {
                    assertEquals(0, parameters[AT + shape.weightAt(layer, i, o)]);
                }
            }
        }
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Mlp(3));
        assertThrows(IllegalArgumentException.class, () -> new Mlp(3, 0, 2));
        assertThrows(ArithmeticException.class, () -> new Mlp(100_000, 100_000));
    }
}
