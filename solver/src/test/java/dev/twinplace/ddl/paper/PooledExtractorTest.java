package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.ddl.FeatureExtractor;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.model.Coupling;
import dev.twinplace.nn.Mlp;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against its definition, in double precision. */
class PooledExtractorTest {
    private static final int DEVICES = 20;
    private static final int TWINS = 4;
    private static final int FEATURES = DeviceExtractor.FEATURES;
    private static final int AT = 3;

    private static float[] sample(FeatureExtractor extractor, int devices) {
        float[] sample = new float[AT + extractor.sampleLength()];
        ScenarioGenerator generator =
                new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, TWINS, devices, 3, 0.5);
        DeviceExtractor.describe(generator.generate(1), sample, AT);
        return sample;
    }

    private static float[] parameters(Mlp shape) {
        float[] parameters = new float[shape.parameters()];
        shape.initialize(parameters, 0, new SplittableRandom(2));
        for (int f = 0; f < FEATURES; f++) {
            parameters[shape.weightAt(0, 3, f)] = 0.1f * (f - 4); // biases
        }
        return parameters;
    }

    /** Σ over a sum of features with these weights. */
    private static double weighted(
            Mlp shape, boolean centred, float[] parameters, float[] sample, int devices, float[] weights) {
        double sum = 0;
        for (int n = 0; n < devices; n++) {
            int row = AT + 4 * n;
            for (int f = 0; f < FEATURES; f++) {
                double h = parameters[shape.weightAt(0, 3, f)];
                for (int c = 0; c < 3; c++) {
                    double u = centred ? 2.0 * sample[row + c] - 1 : sample[row + c];
                    h += u * parameters[shape.weightAt(0, c, f)];
                }
                sum += weights[FEATURES * (int) sample[row + 3] + f] * Math.max(h, 0) * TWINS / DEVICES;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void addsUpWhatOneLayerSaysOfEachDevice(boolean centred) {
        PooledExtractor extractor = new PooledExtractor(DEVICES, TWINS, centred);
        Mlp shape = extractor.shape().orElseThrow();
        float[] parameters = parameters(shape);
        for (int devices : new int[] {DEVICES, DEVICES - 7}) {
            float[] sample = sample(extractor, devices);
            float[] features = new float[AT + extractor.features()];
            extractor.newPass(KernelSelection.kernels()).forward(parameters, sample, AT, features, AT);
            for (int i = 0; i < extractor.features(); i++) {
                float[] one = new float[extractor.features()];
                one[i] = 1;
                assertEquals(weighted(shape, centred, parameters, sample, devices, one), features[AT + i], 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsGradientIsTheSlopeOfWhatItComputes(boolean centred) {
        PooledExtractor extractor = new PooledExtractor(DEVICES, TWINS, centred);
        Mlp shape = extractor.shape().orElseThrow();
        float[] parameters = parameters(shape);
        float[] sample = sample(extractor, DEVICES);
        float[] outer = new float[extractor.features()];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < outer.length; i++) {
            outer[i] = (float) random.nextGaussian();
        }
        float[] features = new float[extractor.features()];
        FeatureExtractor.Pass pass = extractor.newPass(KernelSelection.kernels());
        pass.forward(parameters, sample, AT, features, 0);
        float[] gradient = new float[parameters.length];
        pass.backward(sample, AT, features, outer, 0, gradient);
        float[] slopes = new float[parameters.length];
        float step = 1f / 1024;
        for (int c = 0; c <= 3; c++) {
            for (int f = 0; f < FEATURES; f++) {
                int i = shape.weightAt(0, c, f);
                float kept = parameters[i];
                parameters[i] = kept + step;
                double up = weighted(shape, centred, parameters, sample, DEVICES, outer);
                parameters[i] = kept - step;
                double down = weighted(shape, centred, parameters, sample, DEVICES, outer);
                parameters[i] = kept;
                slopes[i] = (float) ((up - down) / (2 * step));
            }
        }
        assertArrayEquals(slopes, gradient, 0.02f);
    }

    /** The list of devices has no order that matters. */
    @Test
    void devicesMayChangePlaces() {
        PooledExtractor extractor = new PooledExtractor(DEVICES, TWINS, true);
        float[] parameters = parameters(extractor.shape().orElseThrow());
        float[] sample = sample(extractor, DEVICES);
        float[] turned = sample.clone();
        for (int n = 0; n < DEVICES; n++) {
            System.arraycopy(sample, AT + 4 * n, turned, AT + 4 * (DEVICES - 1 - n), 4);
        }
        float[] features = new float[extractor.features()];
        float[] other = new float[extractor.features()];
        FeatureExtractor.Pass pass = extractor.newPass(KernelSelection.kernels());
        pass.forward(parameters, sample, AT, features, 0);
        pass.forward(parameters, turned, AT, other, 0);
        assertArrayEquals(features, other, 1e-5f);
    }
}
