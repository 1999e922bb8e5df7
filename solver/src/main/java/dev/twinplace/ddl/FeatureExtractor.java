package dev.twinplace.ddl;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import java.util.Optional;

/** What all members of an ensemble share: it turns a sample as the database has it into what members see. */
public interface FeatureExtractor {
    /** Floats of a sample. */
    int sampleLength();

    /** Floats that members see. */
    int features();

    /** Its layers, whose parameters are learnt together with those of the members; empty if there is nothing to learn. */
    Optional<Mlp> shape();

    /** Room to compute in, for one thread. */
    Pass newPass(Kernels kernels);

    /** The computation itself. Allocates nothing. */
    interface Pass {
        /** Writes the features of a sample. */
        void forward(float[] parameters, float[] sample, int sampleAt, float[] features, int featuresAt);

        /**
         * Adds the gradient of a loss for the parameters, given that for the features.
         *
         * @param features what {@link #forward} wrote
         * @param featureGradient read from {@code featuresAt} on
         */
        void backward(
                float[] sample,
                int sampleAt,
                float[] features,
                float[] featureGradient,
                int featuresAt,
                float[] gradient);
    }
}
