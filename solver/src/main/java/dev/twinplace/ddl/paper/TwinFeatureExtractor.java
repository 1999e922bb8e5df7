package dev.twinplace.ddl.paper;

import dev.twinplace.kernel.Kernels;
import java.util.Arrays;

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
final class TwinFeatureExtractor extends DeviceExtractor {
    TwinFeatureExtractor(int devices, int twins) {
        super(devices, twins, INPUTS_PER_DEVICE * devices);
    }

    @Override
    public Pass newPass(Kernels kernels) {
        return new MaskedLayer(kernels);
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
