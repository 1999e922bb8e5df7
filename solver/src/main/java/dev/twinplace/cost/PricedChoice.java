package dev.twinplace.ddl.price;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.problem.PlacementProblem;

/**
 * Every pair of a twin and a server scored at given prices, and what each twin would choose: its cheapest server and its
 * runner-up. O(M·R), allocates nothing.
 */
final class PricedChoice {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final PlacementProblem problem;
    private final SharedResources resources;
    private final double[] perDemand;
    private final double[] perShare;
    private final int[] best;
    private final int[] runnerUp;
    private final double[] regret;
    private double sumOfLeast;

    PricedChoice(PlacementProblem problem, SharedResources resources) {
        this.problem = problem;
        this.resources = resources;
        perDemand = new double[problem.servers()];
        perShare = new double[problem.servers()];
        best = new int[problem.twins()];
        runnerUp = new int[problem.twins()];
        regret = new double[problem.twins()];
    }

    /**
     * Lets every twin choose.
     *
     * @param prices of the resources, in their units, from {@code at} on
     */
    void choose(double[] prices, int at) {
        resources.spreadPrices(prices, at, perDemand, perShare);
        sumOfLeast = 0;
        for (int m = 0; m < best.length; m++) {
            choose(m);
        }
    }

    private void choose(int m) {
        int first = -1;
        int second = -1;
        double least = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double score = score(m, s);
            if (score < least) {
                second = first;
                next = least;
                first = s;
                least = score;
            } else if (score < next) {
                second = s;
                next = score;
            }
        }
        best[m] = first;
        runnerUp[m] = second;
        regret[m] = next - least;
        sumOfLeast += least;
    }

    /** The cost of a pair at the prices of the last choice. */
    double score(int twin, int server) {
        return resources.aloneCost(twin, server) + price(twin, server, 1);
    }

    /** What a pair costs beyond its own cost, if only some of the work that makes a server slow is still to come. */
    double price(int twin, int server, double toCome) {
        return perDemand[server] * problem.demand(twin, server) + toCome * perShare[server] * resources.share(twin);
    }

    /** The server of least score, the lowest index among equals. */
    int best(int twin) {
        return best[twin];
    }

    /** The server of the next score, or -1 if there is but one. */
    int runnerUp(int twin) {
        return runnerUp[twin];
    }

    /** By how much the runner-up's score is higher; infinite if there is none. */
    double regret(int twin) {
        return regret[twin];
    }

    /** What it would cost if every twin ran where it chose, capacities aside. */
    double cost(CostEvaluator evaluator) {
        return evaluator.cost(best);
    }

    /** Of a unit of demand on each server. The array itself, read only. */
    double[] perDemand() {
        return perDemand;
    }

    /** Of a unit share of each server's speed. The array itself, read only. */
    double[] perShare() {
        return perShare;
    }

    /**
     * A lower bound on the cost of every placement, if speeds have no price: capacities are relaxed at their prices, which
     * is weak Lagrangian duality, and contention between different twins, which is never negative, is left out. What
     * rounding can have added to these sums is taken off.
     */
    double lowerBound() {
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
