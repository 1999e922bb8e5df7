package dev.twinplace.ddl;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;

/** Lets all members of an ensemble decide one sample. Belongs to one thread; deciding allocates nothing. */
public final class EnsemblePass {
    private final Ensemble ensemble;
    private final Kernels kernels;
    private final FeatureExtractor.Pass extractor;
    private final MlpWorkspace workspace;
    private final float[] decisions;
    private double leastViolation;
    private boolean backwards;

    EnsemblePass(Ensemble ensemble, Kernels kernels) {
        this.ensemble = ensemble;
        this.kernels = kernels;
        extractor = ensemble.extractor().newPass(kernels);
        workspace = MlpWorkspace.forInference(ensemble.shape(), 1);
        decisions = new float[Math.multiplyExact(ensemble.members(), stride())];
    }

    /**
     * Computes the decision of each member. A bit is 1 where the output is above 1/2: the paper's (19) is the other way
     * round, which is the reverse of what its (20) trains. Above 1/2 after the sigmoid is above 0 before it.
     *
     * <p>Members take turns from first to last and from last to first: an ensemble may be larger than the second cache, which
     * then still has the weights of those that came last.
     */
    public void decide(float[] sample, int at) {
        Mlp shape = ensemble.shape();
        extractor.forward(ensemble.extractorWeights(), sample, at, workspace.input(), 0);
        for (int turn = 0; turn < ensemble.members(); turn++) {
            int k = backwards ? ensemble.members() - 1 - turn : turn;
            shape.forward(kernels, ensemble.weights(), k * shape.parameters(), workspace, 1);
            float[] outputs = workspace.output();
            for (int bit = 0; bit < shape.size(shape.layers()); bit++) {
                decisions[k * stride() + bit] = outputs[bit] > 0 ? 1 : 0;
            }
        }
        backwards = !backwards;
    }

    /**
     * The member whose decision costs least among those that break no constraint; if all do, the one that breaks them least.
     * The lowest among equals. (Lines 8 and 24 of Algorithm 1 say "arg" without "min".)
     */
    public int best(Situation situation) {
        int best = 0;
        leastViolation = Double.POSITIVE_INFINITY;
        double leastCost = Double.POSITIVE_INFINITY;
        for (int k = 0; k < ensemble.members(); k++) {
            double cost = situation.cost(decisions, k * stride());
            double violation = situation.violation();
            if (violation < leastViolation || (violation == leastViolation && cost < leastCost)) {
                best = k;
                leastViolation = violation;
                leastCost = cost;
            }
        }
        return best;
    }

    /** By how much the decision that was {@linkplain #best best} last breaks constraints; 0 if it breaks none. */
    public double leastViolation() {
        return leastViolation;
    }

    /** What was decided, members × {@link #stride()}; the array itself. */
    public float[] decisions() {
        return decisions;
    }

    /** Floats from one member's decision to the next. */
    public int stride() {
        return ensemble.shape().stride(ensemble.shape().layers());
    }
}
