package dev.twinplace.decision.explain;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.decision.Question;
import dev.twinplace.problem.PlacementProblem;

/**
 * What one more unit of each capacity is worth: the multipliers of the capacities in a lower bound,
 *
 * <pre>L(λ) = Σ<sub>u</sub> min<sub>s</sub> (c<sub>us</sub> + Σ<sub>k</sub> λ<sub>ks</sub>·d<sub>uk</sub>) − Σ<sub>ks</sub> λ<sub>ks</sub>·capacity<sub>ks</sub></pre>
 *
 * raised by a subgradient method with Polyak's steps towards the cost of the placement. Where twins slow one another down,
 * c<sub>us</sub> is what a row costs there while all others stay. The bound is that of a relaxation which splits twins, and
 * the multipliers are approximate where several are best.
 */
final class ResourcePrices {
    private static final int STEPS = 300;

    /** The target may be unreachable, so steps shrink to this share of Polyak's in the end. */
    private static final double LAST_STEP = 0.02;

    private final int rows;
    private final int servers;
    private final int resources;

    /** By row and column; infinite where a row cannot be. */
    private final double[][] cost;

    /** By resource, row and server, as a share of the capacity; 0 where that is infinite. */
    private final double[][][] share;

    /** By resource and server: what the whole capacity is worth. */
    private final double[][] worth;

    private final double[][] slope;
    private double target;

    private ResourcePrices(Question question, IncrementalCost placed) {
        PlacementProblem problem = question.problem();
        rows = problem.twins();
        servers = question.servers();
        resources = question.resources().size();
        cost = new double[rows][problem.servers()];
        share = new double[resources][rows][servers];
        worth = new double[resources][servers];
        slope = new double[resources][servers];
        for (int u = 0; u < rows; u++) {
            double left = -placed.removalDelta(u);
            for (int t = 0; t < problem.servers(); t++) {
                boolean isThere = t == placed.serverOf(u);
                double there = isThere ? left : left + placed.moveDelta(u, t);
                cost[u][t] = isThere || problem.fits(u, t) ? there : Double.POSITIVE_INFINITY;
            }
            target += left;
        }
        addShares(question);
    }

    private void addShares(Question question) {
        for (int k = 0; k < resources; k++) {
            for (int s = 0; s < servers; s++) {
                double capacity = question.capacity(s, k);
                for (int m = 0; m < question.twins() && capacity > 0; m++) {
                    share[k][question.rowOf(m)][s] += question.demand(m, s, k) / capacity;
                }
            }
        }
    }

    /**
     * The prices by resource and server, in cost for one unit; 0 where a capacity is infinite or not short. O(M·R·K) a step, a
     * constant number of steps.
     *
     * @param placed has a complete placement, which it keeps
     */
    static double[][] of(Question question, IncrementalCost placed) {
        ResourcePrices prices = new ResourcePrices(question, placed);
        double[][] best = prices.climb();
        for (int k = 0; k < prices.resources; k++) {
            for (int s = 0; s < prices.servers; s++) {
                double capacity = question.capacity(s, k);
                best[k][s] = capacity > 0 && capacity != Double.POSITIVE_INFINITY ? best[k][s] / capacity : 0;
            }
        }
        return best;
    }

    private double[][] climb() {
        double[][] best = copy();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double bound = evaluate();
            if (bound > highest) {
                highest = bound;
                best = copy();
            }
            double length = 0;
            for (int k = 0; k < resources; k++) {
                for (int s = 0; s < servers; s++) {
                    slope[k][s] = worth[k][s] == 0 ? Math.max(0, slope[k][s]) : slope[k][s];
                    length += slope[k][s] * slope[k][s];
                }
            }
            if (length == 0 || bound >= target) {
                return best;
            }
            step(Math.pow(LAST_STEP, (double) i / STEPS) * (target - bound) / length);
        }
        return best;
    }

    private void step(double size) {
        for (int k = 0; k < resources; k++) {
            for (int s = 0; s < servers; s++) {
                worth[k][s] = Math.max(0, worth[k][s] + size * slope[k][s]);
            }
        }
    }

    /** The bound; leaves its slope. Each row goes to the first of the columns that cost it least. */
    private double evaluate() {
        double bound = 0;
        for (int k = 0; k < resources; k++) {
            for (int s = 0; s < servers; s++) {
                bound -= worth[k][s];
                slope[k][s] = -1;
            }
        }
        for (int u = 0; u < rows; u++) {
            int cheapest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < cost[u].length; t++) {
                double priced = cost[u][t] + (t < servers ? price(u, t) : 0);
                cheapest = priced < least ? t : cheapest;
                least = Math.min(least, priced);
            }
            bound += least;
            for (int k = 0; k < resources && cheapest < servers; k++) {
                slope[k][cheapest] += share[k][u][cheapest];
            }
        }
        return bound;
    }

    private double price(int row, int server) {
        double price = 0;
        for (int k = 0; k < resources; k++) {
            price += worth[k][server] * share[k][row][server];
        }
        return price;
    }

    private double[][] copy() {
        double[][] copy = new double[resources][];
        for (int k = 0; k < resources; k++) {
            copy[k] = worth[k].clone();
        }
        return copy;
    }
}
