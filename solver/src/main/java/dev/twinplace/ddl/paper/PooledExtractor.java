package dev.twinplace.ddl.paper;

import dev.twinplace.kernel.Kernels;
import java.util.Arrays;

/**
 * A reading of the paper's feature extractor under which the order of devices has no meaning: one layer of ReLU units sees the
 * (w, x, y) of one device, the same for all, and what it says of a twin's devices is added up.
 *
 * <pre>h[m][f] = (M / N) Σ_{n of m} max(0, b[f] + Σ_c u[n][c]·W[c][f])</pre>
 *
 * <p>A device without a workload is one that the scenario does not have.
 */
final class PooledExtractor extends DeviceExtractor {
    private final boolean centred;

    /** Sees inputs from 0 to 1, or, centred, from -1 to 1. */
    PooledExtractor(int devices, int twins, boolean centred) {
        super(devices, twins, INPUTS_PER_DEVICE);
        this.centred = centred;
    }

    @Override
    public Pass newPass(Kernels kernels) {
        return new PooledLayer(kernels);
    }

    private final class PooledLayer implements Pass {
        private final Kernels kernels;
        private final int width = shape.stride(1);
        private final int biasAt = INPUTS_PER_DEVICE * width;
        private final float scale = (float) twins / devices;
        private final float[] ofDevice = new float[width];

        /** Of the last forward pass: a backward pass follows it and computes activations again. */
        private float[] last = new float[0];

        PooledLayer(Kernels kernels) {
            this.kernels = kernels;
        }

        private float input(float[] sample, int device, int c) {
            return centred ? 2 * sample[device + c] - 1 : sample[device + c];
        }

        private void activate(float[] parameters, float[] sample, int device) {
            System.arraycopy(parameters, biasAt, ofDevice, 0, width);
            for (int c = 0; c < INPUTS_PER_DEVICE; c++) {
                kernels.addScaled(width, input(sample, device, c), parameters, c * width, ofDevice, 0);
            }
        }

        @Override
        public void forward(float[] parameters, float[] sample, int sampleAt, float[] features, int featuresAt) {
            last = parameters;
            Arrays.fill(features, featuresAt, featuresAt + features(), 0);
            for (int n = 0; n < devices; n++) {
                int device = sampleAt + n * DEVICE_LENGTH;
                if (sample[device] > 0) {
                    activate(parameters, sample, device);
                    int at = featuresAt + FEATURES * (int) sample[device + INPUTS_PER_DEVICE];
                    for (int f = 0; f < FEATURES; f++) {
                        features[at + f] += scale * Math.max(ofDevice[f], 0);
                    }
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
            for (int n = 0; n < devices; n++) {
                int device = sampleAt + n * DEVICE_LENGTH;
                if (sample[device] > 0) {
                    activate(last, sample, device);
                    int at = featuresAt + FEATURES * (int) sample[device + INPUTS_PER_DEVICE];
                    for (int f = 0; f < width; f++) {
                        ofDevice[f] = f < FEATURES && ofDevice[f] > 0 ? scale * featureGradient[at + f] : 0;
                    }
                    for (int c = 0; c < INPUTS_PER_DEVICE; c++) {
                        kernels.addScaled(width, input(sample, device, c), ofDevice, 0, gradient, c * width);
                    }
                    kernels.addScaled(width, 1, ofDevice, 0, gradient, biasAt);
                }
            }
        }
    }
}
