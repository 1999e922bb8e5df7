package dev.twinplace.ddl.price;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import java.util.SplittableRandom;

/**
 * K networks of one shape, each of which states a price for every resource from its features alone. Immutable by
 * convention: only a trainer writes to the weights.
 */
final class PriceEnsemble {
    private static final int OUTPUTS = 1;

    /** A price is at first this much of what the drawn weights would say: prices of 0 are a good start. */
    private static final float INITIAL_PRICE_SCALE = 0.1f;

    private final Mlp shape;
    private final int members;
    private final float[] weights;

    /** With given weights, members × {@link #weightsPerMember()}, which are not copied. */
    PriceEnsemble(int members, int hidden, float[] weights) {
        this.members = members;
        shape = shape(hidden);
        this.weights = weights;
        if (weights.length != members * shape.parameters()) {
            throw new IllegalArgumentException("weights: must be " + members * shape.parameters() + " floats for "
                    + members + " members of " + hidden + " hidden units, but were " + weights.length);
        }
    }

    static PriceEnsemble drawn(int members, int hidden, long seed) {
        Mlp shape = shape(hidden);
        float[] weights = new float[Math.multiplyExact(members, shape.parameters())];
        SplittableRandom random = new SplittableRandom(seed);
        int last = shape.layers() - 1;
        for (int k = 0; k < members; k++) {
            int at = k * shape.parameters();
            shape.initialize(weights, at, random.split());
            for (int j = at + shape.weightsAt(last); j < at + shape.parameters(); j++) {
                weights[j] *= INITIAL_PRICE_SCALE;
            }
        }
        return new PriceEnsemble(members, hidden, weights);
    }

    static Mlp shape(int hidden) {
        return new Mlp(ResourceFeatures.COUNT, hidden, hidden, OUTPUTS);
    }

    int members() {
        return members;
    }

    int hidden() {
        return shape.size(1);
    }

    Mlp shape() {
        return shape;
    }

    int weightsPerMember() {
        return shape.parameters();
    }

    /** The array itself. */
    float[] weights() {
        return weights;
    }

    /**
     * Lets one member state prices.
     *
     * @param workspace with the features of {@code resources} resources as its input; its output is overwritten
     * @param prices written from {@code at} on: at least 0
     */
    void statePrices(Kernels kernels, int member, MlpWorkspace workspace, int resources, double[] prices, int at) {
        shape.forward(kernels, weights, member * shape.parameters(), workspace, resources);
        int stride = shape.stride(shape.layers());
        for (int r = 0; r < resources; r++) {
            prices[at + r] = Math.max(0, workspace.output()[r * stride]);
        }
    }
}
