package dev.twinplace.ddl;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import java.util.Optional;

/**
 * No extractor: members see the sample itself.
 *
 * @param sampleLength at least 1
 */
public record IdentityExtractor(int sampleLength) implements FeatureExtractor {
    @Override
    public int features() {
        return sampleLength;
    }

    @Override
    public Optional<Mlp> shape() {
        return Optional.empty();
    }

    @Override
    public Pass newPass(Kernels kernels) {
        return new Copy();
    }

    private final class Copy implements Pass {
        @Override
        public void forward(float[] parameters, float[] sample, int sampleAt, float[] features, int featuresAt) {
            System.arraycopy(sample, sampleAt, features, featuresAt, sampleLength);
        }

        @Override
        public void backward(
                float[] sample,
                int sampleAt,
                float[] features,
                float[] featureGradient,
                int featuresAt,
                float[] gradient) {
            // Nothing to learn.
        }
    }
}
