package dev.twinplace.ddl.price;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.PricedChoice;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.problem.PlacementProblem;

/**
 * One problem to learn from, and the placement to imitate: what the ensemble itself decides, improved by local search
 * ("expert iteration"). It needs no optimum.
 *
 * <p>The loss is the cross entropy of a softmax over servers, by their scores at the stated prices, with the server that the
 * twin has in that placement, averaged over twins. Its gradient for a price is the load that the placement puts on the
 * resource less the load at that price: it vanishes where the price clears the market. It is counted in units of load.
 */
final class TrainingSample {
    private final PlacementProblem problem;
    private final SharedResources resources;
    private final float[] features;
    private final int[] label;

    private TrainingSample(PriceModel model, PlacementProblem problem, int[] label) {
        this.problem = problem;
        this.label = label;
        resources = new SharedResources(problem);
        resources.read();
        PricedChoice choice = choiceAt(new double[resources.count()], 0);
        int stride = model.ensemble().shape().stride(0);
        features = new float[resources.count() * stride];
        new ResourceFeatures(problem, resources).write(choice, features, stride);
    }

    /** Has the model decide a problem. */
    static TrainingSample of(PriceModel model, PlacementProblem problem) {
        PriceDecision decision = PriceDecision.of(model, problem, Polish.LOCAL_SEARCH);
        if (!decision.decide(Budget.UNLIMITED.start())) {
            throw new IllegalStateException("a scenario with a cloud has a placement, but none was found");
        }
        return new TrainingSample(model, problem, decision.placement().clone());
    }

    /** A new one: members judge at the same time. */
    private PricedChoice choiceAt(double[] prices, int at) {
        ResourcePricing pricing = new ResourcePricing(problem, resources);
        pricing.read();
        pricing.choose(prices, at);
        return pricing.choice();
    }

    int resources() {
        return resources.count();
    }

    /** A row for each resource. */
    float[] features() {
        return features;
    }

    /**
     * Computes loss and gradient at stated prices.
     *
     * @param temperature of the softmax, as a share of the mean spread of a twin's costs over servers
     * @param prices of the resources, from {@code at} on
     * @param gradient written for each resource, from {@code at} on
     * @return the mean cross entropy of a twin
     */
    double judge(Kernels kernels, double temperature, double[] prices, int at, double[] gradient) {
        PricedChoice choice = choiceAt(prices, at);
        int servers = problem.servers();
        float[] probability = new float[servers];
        double unit = temperature * Math.max(resources.meanSpread(), Double.MIN_NORMAL);
        double loss = 0;
        for (int r = 0; r < resources.count(); r++) {
            gradient[at + r] = 0;
        }
        for (int m = 0; m < problem.twins(); m++) {
            double least = choice.score(m, choice.best(m));
            for (int s = 0; s < servers; s++) {
                probability[s] = (float) ((least - choice.score(m, s)) / unit);
            }
            kernels.softmax(servers, probability, 0);
            loss -= Math.log(Math.max(probability[label[m]], Float.MIN_NORMAL));
            for (int r = 0; r < resources.count(); r++) {
                int s = resources.server(r);
                double units = resources.use(r, m) / resources.loadUnit(r);
                gradient[at + r] += units * ((label[m] == s ? 1 : 0) - probability[s]);
            }
        }
        return loss / problem.twins();
    }
}
