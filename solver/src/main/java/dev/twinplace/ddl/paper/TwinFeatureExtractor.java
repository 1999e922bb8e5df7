package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.FeatureExtractor;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.nn.Mlp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The paper's feature extractor: one layer of ReLU units, the same for every twin. A twin's input is (w, x, y) of all N
 * devices, zero where a device is another's; the features of all twins, one after the other, are what members see.
 *
 * <pre>h[m][f] = max(0, b[f] + Σ_n [device n is of twin m] · Σ_c u[n][c]·W[3n + c][f])</pre>
 *
 * <p>Of the 3·N·M inputs only 3·N are not masked, so each device adds its three rows of W to the sum of its own twin: O(N + M)
 * instead of O(N·M), and the same bits.
 *
 * <p>Assumptions, for the paper has neither sizes nor units: {@value #FEATURES} features a twin, and inputs scaled by the
 * largest values of section 5.1: 40 MB, 1000 m and 800 m.
 */
final class TwinFeatureExtractor implements FeatureExtractor {
    static final int FEATURES = 8;

    /** w, x and y. */
    static final int INPUTS_PER_DEVICE = 3;

    /** In the database a device is its three inputs and the index of its twin. */
    static final int DEVICE_LENGTH = INPUTS_PER_DEVICE + 1;

    private final int devices;
    private final int twins;
    private final Mlp shape;

    TwinFeatureExtractor(int devices, int twins) {
        this.devices = devices;
        this.twins = twins;
        shape = new Mlp(INPUTS_PER_DEVICE * devices, FEATURES);
    }

    @Override
    public int sampleLength() {
        return DEVICE_LENGTH * devices;
    }

    @Override
    public int features() {
        return FEATURES * twins;
    }

    @Override
    public Optional<Mlp> shape() {
        return Optional.of(shape);
    }

    @Override
    public Pass newPass(Kernels kernels) {
        return new MaskedLayer(kernels);
    }

    /** Writes the sample of a scenario. Rows of devices that it does not have keep what is there; all zero, they add nothing. */
    static void describe(Scenario scenario, float[] sample, int at) {
        List<Device> devices = scenario.devices();
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            int row = at + n * DEVICE_LENGTH;
            sample[row] = (float) (device.workloadMB() / PaperDefaults.MAX_WORKLOAD_MB);
            sample[row + 1] = (float) (device.x() / PaperDefaults.FIELD_WIDTH_METRES);
            sample[row + 2] = (float) (device.y() / PaperDefaults.FIELD_HEIGHT_METRES);
            sample[row + INPUTS_PER_DEVICE] = device.twin();
        }
    }

    private final class MaskedLayer implements Pass {
        private final Kernels kernels;
        private final int width = shape.stride(1);
        private final int biasAt = INPUTS_PER_DEVICE * devices * width;
        private final float[] byTwin = new float[twins * width];

        MaskedLayer(Kernels kernels) {
            this.kernels = kernels;
        }

        private int rowOfTwin(float[] sample, int device) {
            int twin = (int) sample[device + INPUTS_PER_DEVICE];
            return twin * width;
        }

        @Override
        public void forward(float[] parameters, float[] sample, int sampleAt, float[] features, int featuresAt) {
            Arrays.fill(byTwin, 0);
            for (int n = 0; n < devices; n++) {
                int device = sampleAt + n * DEVICE_LENGTH;
                int row = rowOfTwin(sample, device);
                for (int c = 0; c < INPUTS_PER_DEVICE; c++) {
                    int weights = (INPUTS_PER_DEVICE * n + c) * width;
                    kernels.addScaled(width, sample[device + c], parameters, weights, byTwin, row);
                }
            }
            for (int m = 0; m < twins; m++) {
                for (int f = 0; f < FEATURES; f++) {
                    float sum = byTwin[m * width + f] + parameters[biasAt + f];
                    features[featuresAt + m * FEATURES + f] = Math.max(sum, 0);
                }
            }
        }

        @Override
        public void backward(
                float[] sample,
                int sampleAt,
                float[] features,
                float[] featureGradient,
                int featuresAt,
                float[] gradient) {
            for (int m = 0; m < twins; m++) {
                for (int f = 0; f < FEATURES; f++) {
                    int feature = featuresAt + m * FEATURES + f;
                    byTwin[m * width + f] = features[feature] > 0 ? featureGradient[feature] : 0;
                }
                Arrays.fill(byTwin, m * width + FEATURES, (m + 1) * width, 0);
                kernels.addScaled(width, 1, byTwin, m * width, gradient, biasAt);
            }
            for (int n = 0; n < devices; n++) {
                int device = sampleAt + n * DEVICE_LENGTH;
                int row = rowOfTwin(sample, device);
                for (int c = 0; c < INPUTS_PER_DEVICE; c++) {
                    int weights = (INPUTS_PER_DEVICE * n + c) * width;
                    kernels.addScaled(width, sample[device + c], byTwin, row, gradient, weights);
                }
            }
        }
    }
}
