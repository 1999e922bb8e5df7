package dev.twinplace.ddl.price;

import dev.twinplace.cost.PricedChoice;
import dev.twinplace.problem.ProblemView;

/**
 * The choice of twins at prices of {@link SharedResources}: the size of a twin is its share of all work, and what it costs
 * alone on a server contains its contention with itself. O(M·R), allocates nothing after construction.
 */
final class ResourcePricing {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final ProblemView problem;
    private final SharedResources resources;
    private final PricedChoice choice;
    private double sumOfLeast;

    ResourcePricing(ProblemView problem, SharedResources resources) {
        this.problem = problem;
        this.resources = resources;
        choice = new PricedChoice(problem);
    }

    /** Takes over what the resources have {@linkplain SharedResources#read read} of the problem. */
    void read() {
        for (int m = 0; m < problem.twins(); m++) {
            choice.setSize(m, resources.share(m));
            for (int s = 0; s < problem.servers(); s++) {
                choice.setBase(m, s, resources.aloneCost(m, s));
            }
        }
    }

    /**
     * Lets every twin choose.
     *
     * @param prices of the resources, in their units, from {@code at} on
     */
    void choose(double[] prices, int at) {
        set(prices, at);
        sumOfLeast = choice.choose();
    }

    /** Sets prices, at which no twin chooses yet. */
    void set(double[] prices, int at) {
        resources.spreadPrices(prices, at, choice.demandPrices(), choice.sizePrices());
    }

    /** What the twins chose last. */
    PricedChoice choice() {
        return choice;
    }

    /**
     * A lower bound on the cost of every placement, if speeds have no price: capacities are relaxed at their prices, which
     * is weak Lagrangian duality, and contention between different twins, which is never negative, is left out. What
     * rounding can have added to these sums is taken off; costs may be negative, so terms may be larger than their sums.
     */
    double lowerBound() {
        double[] perDemand = choice.demandPrices();
        double bound = sumOfLeast;
        double charged = 0;
        for (int s = 0; s < perDemand.length; s++) {
            if (perDemand[s] > 0) {
                double charge = perDemand[s] * problem.loadLimit(s);
                bound -= charge;
                charged += charge;
            }
        }
        double magnitude = Math.abs(sumOfLeast) + 2 * problem.costMagnitude() + charged;
        return bound - (2 * problem.twins() + 2 * problem.servers() + 16) * UNIT_ROUNDOFF * magnitude;
    }
}
