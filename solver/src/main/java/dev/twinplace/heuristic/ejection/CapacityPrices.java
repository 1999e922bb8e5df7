package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;

/**
 * Prices of a unit of load on each server, by which twins choose servers such that capacities are just used: the multipliers of
 * the relaxed capacities, and of the rows of {@link SideConstraints} behind them. Cell s is the capacity of server s, and cell
 * (1 + r)·R + s the limit of row r there.
 *
 * <p>Maximises L(u) = Σ<sub>m</sub> min<sub>s</sub>(cost[m][s] + u<sub>s</sub>·demand[m][s]) − Σ<sub>s</sub>
 * u<sub>s</sub>·capacity<sub>s</sub>, with rows likewise, over u ≥ 0 by the subgradient method, from the best of some prices that all servers share.
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
    private final SideConstraints side;
    private final double[] charge; // of a twin by its rows, on each server
    private double[] typical; // price of demands and of each row
    private double[] scale; // how much of the first demand a unit of it, or of a row, counts as
    private double meanCosts; // the sum over twins
    private double bestValue = Double.NEGATIVE_INFINITY;

    /**
     * For matrices of M rows of R.
     *
     * @param cost infinite where a twin does not fit
     * @param capacity of each cell, finite for those that are limited
     */
    CapacityPrices(double[] cost, double[] demand, double[] capacity, boolean[] limited, SideConstraints side) {
        this.side = side;
        this.cost = cost;
        this.demand = demand;
        this.capacity = capacity;
        this.limited = limited;
        servers = capacity.length / (1 + side.rows());
        twins = cost.length / servers;
        price = new double[capacity.length];
        best = new double[capacity.length];
        load = new double[capacity.length];
        direction = new double[capacity.length];
        charge = new double[servers];
    }

    /**
     * Climbs until the level is reached, {@code maxSteps} are made or the clock says so. O(M·R) a step.
     *
     * @return the best prices; 0 for cells without limit
     */
    double[] climb(int maxSteps, BudgetMeter clock) {
        measure();
        startFromShared(clock);
        double magnitude = bestValue == 0 ? meanCosts : Math.abs(bestValue);
        double level = FIRST_LEVEL * magnitude;
        double end = LAST_LEVEL * magnitude;
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
                System.arraycopy(best, 0, price, 0, price.length);
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
        for (int power = MAX_SHARED_POWER; power >= MIN_SHARED_POWER && !clock.isSpent(0); power--) {
            double factor = Math.pow(SHARED_FACTOR, power);
            for (int cell = 0; cell < price.length; cell++) {
                price[cell] = limited[cell] && isShared(cell / servers) ? typical[cell / servers] * factor : 0;
            }
            double before = bestValue;
            if (evaluate() < before && before > Double.NEGATIVE_INFINITY && power < 0 && best[firstLimited()] > 0) {
                break; // concave: it only falls from here
            }
        }
        System.arraycopy(best, 0, price, 0, price.length);
    }

    private int firstLimited() {
        int cell = 0;
        while (cell < price.length - 1 && !limited[cell]) {
            cell++;
        }
        return cell;
    }

    /** Rows that separate twins begin without a price. */
    private boolean isShared(int kind) {
        return kind == 0 || !side.isSeparating(kind - 1);
    }

    /** Typical prices: mean cost over mean demand of those that demand any, of finite entries. */
    private void measure() {
        double costs = 0;
        long finite = 0;
        double[] demands = new double[1 + side.rows()];
        long[] members = new long[1 + side.rows()];
        for (int m = 0; m < twins; m++) {
            for (int i = m * servers; i < (m + 1) * servers; i++) {
                if (cost[i] < Double.POSITIVE_INFINITY) {
                    finite++;
                    costs += Math.abs(cost[i]);
                    demands[0] += demand[i];
                    for (int entry = side.start(m); entry < side.end(m); entry++) {
                        demands[1 + side.row(entry)] += side.demand(entry);
                        members[1 + side.row(entry)]++;
                    }
                }
            }
        }
        meanCosts = finite > 0 ? costs * twins / finite : 0;
        typical = new double[demands.length];
        scale = new double[demands.length];
        for (int k = 0; k < typical.length; k++) {
            double mean = k == 0 ? costs : costs * members[k] / finite;
            typical[k] = demands[k] > 0 ? mean / demands[k] : 0;
            scale[k] = k > 0 && typical[0] > 0 && typical[k] > 0 ? typical[k] / typical[0] : 1;
        }
    }

    private boolean advance(double distance) {
        double norm = 0;
        for (int cell = 0; cell < price.length; cell++) {
            double excess = scale[cell / servers] * (load[cell] - capacity[cell]);
            direction[cell] = limited[cell] ? (1 - MEMORY) * excess + MEMORY * direction[cell] : 0;
            if (price[cell] <= 0 && direction[cell] < 0) {
                direction[cell] = 0;
            }
            norm += direction[cell] * direction[cell];
        }
        if (!(norm > 0)) {
            return false;
        }
        double step = distance / norm;
        for (int cell = 0; cell < price.length; cell++) {
            price[cell] = Math.max(0, price[cell] + step * scale[cell / servers] * direction[cell]);
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
            boolean charged = chargeRows(m);
            for (int s = 0; s < servers; s++) {
                double priced = cost[row + s] + price[s] * demand[row + s];
                priced += charged ? charge[s] : 0;
                if (priced < least) {
                    least = priced;
                    chosen = s;
                }
            }
            value += least;
            load[chosen] += demand[row + chosen];
            for (int entry = side.start(m); entry < side.end(m); entry++) {
                load[(1 + side.row(entry)) * servers + chosen] += side.demand(entry);
            }
        }
        for (int cell = 0; cell < price.length; cell++) {
            value -= limited[cell] ? price[cell] * capacity[cell] : 0;
        }
        if (value > bestValue) {
            bestValue = value;
            System.arraycopy(price, 0, best, 0, best.length);
        }
        return value;
    }

    /** Adds up what rows charge a twin on each server; false if it is in none. */
    private boolean chargeRows(int twin) {
        int start = side.start(twin);
        int end = side.end(twin);
        if (start == end) {
            return false;
        }
        Arrays.fill(charge, 0);
        for (int entry = start; entry < end; entry++) {
            int cell = (1 + side.row(entry)) * servers;
            for (int s = 0; s < servers; s++) {
                charge[s] += price[cell + s] * side.demand(entry);
            }
        }
        return true;
    }
}
