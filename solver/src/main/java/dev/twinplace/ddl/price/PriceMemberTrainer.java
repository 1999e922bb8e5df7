package dev.twinplace.ddl.price;

import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.Adam;
import dev.twinplace.nn.Mlp;
import dev.twinplace.nn.MlpWorkspace;
import java.util.Arrays;
import java.util.List;

/** Takes gradient steps for one member of an ensemble. Touches no other member's weights: members can learn in parallel. */
final class PriceMemberTrainer {
    /** Of the first and the last member: members that judge by different temperatures keep stating different prices. */
    private static final double COLDEST = 0.01;

    private static final double HOTTEST = 0.1;

    private final PriceEnsemble ensemble;
    private final int member;
    private final double temperature;
    private final Kernels kernels;
    private final MlpWorkspace workspace;
    private final float[] gradient;
    private final float[] means;
    private final float[] squares;
    private final double[] prices;
    private final double[] priceGradients;

    /**
     * For samples of at most so many resources together.
     *
     * @param means Adam's, of all members like the ensemble's weights
     * @param squares likewise
     */
    PriceMemberTrainer(PriceEnsemble ensemble, int member, int rows, float[] means, float[] squares, Kernels kernels) {
        this.ensemble = ensemble;
        this.member = member;
        this.kernels = kernels;
        temperature = COLDEST * StrictMath.pow(HOTTEST / COLDEST, (member + 0.5) / ensemble.members());
        this.means = means;
        this.squares = squares;
        workspace = MlpWorkspace.forTraining(ensemble.shape(), rows);
        gradient = new float[ensemble.weights().length];
        prices = new double[rows];
        priceGradients = new double[rows];
    }

    /**
     * One step of Adam on all samples together.
     *
     * @return the mean loss of a twin, before the step
     */
    double step(List<TrainingSample> samples, int iteration, double learningRate) {
        Mlp shape = ensemble.shape();
        int rows = gatherFeatures(samples, shape.stride(0));
        ensemble.statePrices(kernels, member, workspace, rows, prices, 0);
        double loss = judge(samples, rows);
        int at = member * shape.parameters();
        Arrays.fill(gradient, at, at + shape.parameters(), 0);
        shape.backward(kernels, ensemble.weights(), at, workspace, rows, gradient, at, false);
        Adam.withRate(learningRate)
                .update(iteration, ensemble.weights(), gradient, means, squares, at, shape.parameters());
        return loss;
    }

    private int gatherFeatures(List<TrainingSample> samples, int stride) {
        int rows = 0;
        for (TrainingSample sample : samples) {
            float[] features = sample.features();
            System.arraycopy(features, 0, workspace.input(), rows * stride, features.length);
            rows += sample.resources();
        }
        return rows;
    }

    /** Leaves the gradient for the outputs in the workspace. A price of 0 that should fall stays. */
    private double judge(List<TrainingSample> samples, int rows) {
        double loss = 0;
        int at = 0;
        for (TrainingSample sample : samples) {
            loss += sample.judge(kernels, temperature, prices, at, priceGradients);
            at += sample.resources();
        }
        int stride = ensemble.shape().stride(ensemble.shape().layers());
        Arrays.fill(workspace.outputGradient(), 0, rows * stride, 0);
        for (int r = 0; r < rows; r++) {
            boolean stuck = prices[r] == 0 && priceGradients[r] > 0;
            workspace.outputGradient()[r * stride] = stuck ? 0 : (float) (priceGradients[r] / samples.size());
        }
        return loss / samples.size();
    }
}
