package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.ddl.FeatureExtractor;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.Scenario;
import dev.twinplace.nn.Mlp;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinFeatureExtractorTest {
    private static final Kernels KERNELS = KernelSelection.kernels();
    private static final int AT = 5;

    /** The input of one twin as the paper says it: all devices, zero where they are another's. */
    private static float[] masked(Scenario scenario, int twin) {
        float[] input = new float[3 * scenario.devices().size()];
        for (int n = 0; n < scenario.devices().size(); n++) {
            Device device = scenario.devices().get(n);
            if (device.twin() == twin) {
                input[3 * n] = (float) (device.workloadMB() / 40);
                input[3 * n + 1] = (float) (device.x() / 1000);
                input[3 * n + 2] = (float) (device.y() / 800);
            }
        }
        return input;
    }

    private static float[] normal(int length, RandomGenerator random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Scenario scenario(int devices, int twins) {
        return new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, twins, devices, 3, 0.5).generate(devices);
    }

    private static float[] sample(TwinFeatureExtractor extractor, Scenario scenario) {
        float[] sample = new float[AT + extractor.sampleLength()];
        DeviceExtractor.describe(scenario, sample, AT);
        return sample;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "7, 3", "120, 15"})
    void isTheDenseMaskedLayerToTheLastBit(int devices, int twins) {
        TwinFeatureExtractor extractor = new TwinFeatureExtractor(devices, twins);
        Mlp shape = extractor.shape().orElseThrow();
        float[] parameters = normal(shape.parameters(), new SplittableRandom(twins));
        Scenario scenario = scenario(devices, twins);
        float[] features = new float[AT + extractor.features()];
        extractor.newPass(KERNELS).forward(parameters, sample(extractor, scenario), AT, features, AT);

        float[] dense = new float[shape.stride(1)];
        for (int m = 0; m < twins; m++) {
            KERNELS.affine(1, 3 * devices, dense.length, masked(scenario, m), 0, 0, parameters, 0, dense, 0, true);
            int from = AT + m * DeviceExtractor.FEATURES;
            assertArrayEquals(
                    Arrays.copyOf(dense, DeviceExtractor.FEATURES),
                    Arrays.copyOfRange(features, from, from + DeviceExtractor.FEATURES));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "7, 3", "120, 15"})
    void itsGradientIsThatOfTheDenseMaskedLayer(int devices, int twins) {
        TwinFeatureExtractor extractor = new TwinFeatureExtractor(devices, twins);
        Mlp shape = extractor.shape().orElseThrow();
        int width = shape.stride(1);
        RandomGenerator random = new SplittableRandom(devices);
        float[] parameters = normal(shape.parameters(), random);
        Scenario scenario = scenario(devices, twins);
        float[] features = new float[AT + extractor.features()];
        float[] outer = normal(features.length, random);
        FeatureExtractor.Pass pass = extractor.newPass(KERNELS);
        float[] sample = sample(extractor, scenario);
        pass.forward(parameters, sample, AT, features, AT);
        float[] gradient = normal(shape.parameters(), new SplittableRandom(1));
        pass.backward(sample, AT, features, outer, AT, gradient);

        float[] expected = normal(shape.parameters(), new SplittableRandom(1));
        for (int m = 0; m < twins; m++) {
            float[] d = new float[width];
            for (int f = 0; f < DeviceExtractor.FEATURES; f++) {
                int i = AT + m * DeviceExtractor.FEATURES + f;
                d[f] = features[i] > 0 ? outer[i] : 0;
            }
            KERNELS.accumulateGradient(1, 3 * devices, width, masked(scenario, m), 0, 0, d, 0, expected, 0);
        }
        assertArrayEquals(expected, gradient, 1e-4f);
    }

    @Test
    void inputsAreScaledByTheLargestValuesOfThePaper() {
        Scenario drawn = scenario(200, 3);
        TwinFeatureExtractor extractor = new TwinFeatureExtractor(200, 3);
        float[] sample = sample(extractor, drawn);
        for (int i = AT; i < sample.length; i++) {
            assertEquals(0.5, sample[i], (i - AT) % 4 == 3 ? 1.5 : 0.5);
        }
    }
}
