package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import java.util.Arrays;

/**
 * Prices of a unit of load on each server, by which twins choose servers such that capacities are just used: the multipliers of
 * the relaxed capacities.
 *
 * <p>Maximises L(u) = Σ<sub>m</sub> min<sub>s</sub>(cost[m][s] + u<sub>s</sub>·demand[m][s]) − Σ<sub>s</sub>
 * u<sub>s</sub>·capacity<sub>s</sub> over u ≥ 0 by the subgradient method, from the best of some prices that all servers share.
 * The step aims at a level above the best value, and the level comes closer whenever it is not reached in time (Nedić and
 * Bertsekas, SIAM J. Optimization 12, 2001). Prices guide a search and prove nothing: no bound is taken from here.
 */
final class CapacityPrices {
    /** Shared prices that are tried, each {@value #SHARED_FACTOR} times the one before, around mean cost / mean demand. */
    private static final int MIN_SHARED_POWER = -14;

    private static final int MAX_SHARED_POWER = 6;
    private static final double SHARED_FACTOR = 1.6;

    private static final double FIRST_LEVEL = 0.02;
    private static final double LAST_LEVEL = 0x1p-20;
    private static final int PATIENCE = 10;
    private static final double MEMORY = 0.5;

    private final int twins;
    private final int servers;
    private final double[] cost;
    private final double[] demand;
    private final double[] capacity;
    private final boolean[] limited;
    private final double[] price;
    private final double[] best;
    private final double[] load;
    private final double[] direction;
    private double bestValue = Double.NEGATIVE_INFINITY;

    /**
     * For matrices of M rows of R.
     *
     * @param cost infinite where a twin does not fit
     * @param capacity finite for every server that is limited
     */
    CapacityPrices(double[] cost, double[] demand, double[] capacity, boolean[] limited) {
        this.cost = cost;
        this.demand = demand;
        this.capacity = capacity;
        this.limited = limited;
        servers = capacity.length;
        twins = cost.length / servers;
        price = new double[servers];
        best = new double[servers];
        load = new double[servers];
        direction = new double[servers];
    }

    /**
     * Climbs until the level is reached, {@code maxSteps} are made or the clock says so. O(M·R) a step.
     *
     * @return the best prices; 0 for servers without limit
     */
    double[] climb(int maxSteps, BudgetMeter clock) {
        startFromShared(clock);
        double level = FIRST_LEVEL * Math.abs(bestValue);
        double end = LAST_LEVEL * Math.abs(bestValue);
        double mark = bestValue;
        int waited = 0;
        for (int step = 0; step < maxSteps && level > end && !clock.isSpent(0); step++) {
            double value = evaluate();
            if (bestValue >= mark + level / 2) {
                mark = bestValue;
                waited = 0;
                level *= 1.5;
            } else if (++waited >= PATIENCE) {
                level /= 2;
                waited = 0;
                mark = bestValue;
                System.arraycopy(best, 0, price, 0, servers);
                Arrays.fill(direction, 0);
                value = evaluate();
            }
            if (!advance(bestValue + level - value)) {
                break;
            }
        }
        return best;
    }

    private void startFromShared(BudgetMeter clock) {
        evaluate();
        double unit = typicalPrice();
        for (int power = MAX_SHARED_POWER; power >= MIN_SHARED_POWER && !clock.isSpent(0); power--) {
            double shared = unit * Math.pow(SHARED_FACTOR, power);
            for (int s = 0; s < servers; s++) {
                price[s] = limited[s] ? shared : 0;
            }
            double before = bestValue;
            if (evaluate() < before && before > Double.NEGATIVE_INFINITY && power < 0 && best[firstLimited()] > 0) {
                break; // concave: it only falls from here
            }
        }
        System.arraycopy(best, 0, price, 0, servers);
    }

    private int firstLimited() {
        int s = 0;
        while (s < servers - 1 && !limited[s]) {
            s++;
        }
        return s;
    }

    /** Mean regret-free cost over mean demand, of finite entries. */
    private double typicalPrice() {
        double costs = 0;
        double demands = 0;
        for (int i = 0; i < cost.length; i++) {
            if (cost[i] < Double.POSITIVE_INFINITY) {
                costs += Math.abs(cost[i]);
                demands += demand[i];
            }
        }
        return demands > 0 ? costs / demands : 0;
    }

    private boolean advance(double distance) {
        double norm = 0;
        for (int s = 0; s < servers; s++) {
            double excess = load[s] - capacity[s];
            direction[s] = limited[s] ? (1 - MEMORY) * excess + MEMORY * direction[s] : 0;
            if (price[s] <= 0 && direction[s] < 0) {
                direction[s] = 0;
            }
            norm += direction[s] * direction[s];
        }
        if (!(norm > 0)) {
            return false;
        }
        double step = distance / norm;
        for (int s = 0; s < servers; s++) {
            price[s] = Math.max(0, price[s] + step * direction[s]);
        }
        return true;
    }

    /** L at the current prices; keeps the prices if it is the best. */
    private double evaluate() {
        Arrays.fill(load, 0);
        double value = 0;
        for (int m = 0; m < twins; m++) {
            int row = m * servers;
            int chosen = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < servers; s++) {
                double priced = cost[row + s] + price[s] * demand[row + s];
                if (priced < least) {
                    least = priced;
                    chosen = s;
                }
            }
            value += least;
            load[chosen] += demand[row + chosen];
        }
        for (int s = 0; s < servers; s++) {
            value -= limited[s] ? price[s] * capacity[s] : 0;
        }
        if (value > bestValue) {
            bestValue = value;
            System.arraycopy(price, 0, best, 0, servers);
        }
        return value;
    }
}
