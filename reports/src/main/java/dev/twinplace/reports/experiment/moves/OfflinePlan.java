package dev.twinplace.reports.experiment.moves;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.List;

/**
 * What placements and moves over all hours cost at least, had all hours been known from the start. A move costs the same for
 * every twin and nothing where the twin cannot stay; the first placement is free.
 *
 * <p>Where nothing couples the twins, the cheapest sequence of servers of each twin is found by dynamic programming in
 * O(T·R), f<sub>t</sub>(s) = cost<sub>t</sub>(s) + min(f<sub>t−1</sub>(s), min<sub>s'</sub> f<sub>t−1</sub>(s') + move), and
 * the sum is the optimum. Capacities are relaxed with a price for each hour and server: any prices of 0 or more give a lower
 * bound, and the subgradient method (Polyak's step towards a known cost) looks for good ones.
 */
final class OfflinePlan {
    private static final double FIRST_STEP = 1;
    private static final double SHORTER = 0.7;
    private static final int PATIENCE = 10;

    private final List<PlacementProblem> hours;
    private final double moveCost;
    private final int twins;
    private final int servers;
    private final double[][] price;
    private final double[][] load;
    private final double[][] reached;
    private final int[][] before;

    /**
     * For these hours.
     *
     * @param hours one after the other, of the same twins and servers and without contention
     * @param moveCost not negative
     */
    OfflinePlan(List<PlacementProblem> hours, double moveCost) {
        this.hours = hours;
        this.moveCost = moveCost;
        twins = hours.get(0).twins();
        servers = hours.get(0).servers();
        price = new double[hours.size()][servers];
        load = new double[hours.size()][servers];
        reached = new double[hours.size()][servers];
        before = new int[hours.size()][servers];
    }

    /**
     * The best of the bounds at so many prices; the optimum after one step if no server has a capacity.
     *
     * @param target what a known plan costs
     */
    double bound(double target, int steps) {
        double best = relaxed();
        double length = FIRST_STEP;
        int sinceBetter = 0;
        for (int step = 1; step < steps && climb(target, best, length); step++) {
            double bound = relaxed();
            sinceBetter = bound > best ? 0 : sinceBetter + 1;
            best = Math.max(best, bound);
            if (sinceBetter == PATIENCE) {
                length *= SHORTER;
                sinceBetter = 0;
            }
        }
        return best;
    }

    /** Changes prices against the loads; false if no load exceeds a capacity and no price is left to lower. */
    private boolean climb(double target, double best, double length) {
        double norm = 0;
        for (int t = 0; t < hours.size(); t++) {
            for (int s = 0; s < servers; s++) {
                double excess = excess(t, s);
                norm += excess * excess;
            }
        }
        if (norm == 0) {
            return false;
        }
        double step = length * (target - best) / norm;
        for (int t = 0; t < hours.size(); t++) {
            for (int s = 0; s < servers; s++) {
                price[t][s] = Math.max(0, price[t][s] + step * excess(t, s));
            }
        }
        return true;
    }

    /** By how much a load exceeds a capacity; 0 where the price cannot fall. */
    private double excess(int t, int s) {
        double capacity = hours.get(t).capacity(s);
        double excess = capacity == Double.POSITIVE_INFINITY ? 0 : load[t][s] - capacity;
        return excess < 0 && price[t][s] == 0 ? 0 : excess;
    }

    /** The bound at the present prices; leaves the loads of the cheapest sequences. */
    private double relaxed() {
        double bound = 0;
        for (int t = 0; t < hours.size(); t++) {
            Arrays.fill(load[t], 0);
            for (int s = 0; s < servers; s++) {
                double capacity = hours.get(t).capacity(s);
                bound -= price[t][s] == 0 ? 0 : price[t][s] * capacity;
            }
        }
        for (int m = 0; m < twins; m++) {
            bound += cheapestSequence(m);
        }
        return bound;
    }

    /** Of one twin; adds its demand to the loads. */
    private double cheapestSequence(int m) {
        Arrays.fill(reached[0], 0);
        addCosts(m, 0);
        for (int t = 1; t < hours.size(); t++) {
            int from = cheapestDeparture(m, t);
            double arrives = departure(m, t, from);
            for (int s = 0; s < servers; s++) {
                boolean stays = reached[t - 1][s] <= arrives;
                reached[t][s] = stays ? reached[t - 1][s] : arrives;
                before[t][s] = stays ? s : from;
            }
            addCosts(m, t);
        }
        return traceBack(m);
    }

    private void addCosts(int m, int t) {
        PlacementProblem hour = hours.get(t);
        for (int s = 0; s < servers; s++) {
            reached[t][s] = hour.fits(m, s)
                    ? reached[t][s] + hour.cost(m, s) + price[t][s] * hour.demand(m, s)
                    : Double.POSITIVE_INFINITY;
        }
    }

    private int cheapestDeparture(int m, int t) {
        int best = 0;
        for (int s = 1; s < servers; s++) {
            best = departure(m, t, s) < departure(m, t, best) ? s : best;
        }
        return best;
    }

    /** What it costs to have been on a server and to leave it now. */
    private double departure(int m, int t, int s) {
        return reached[t - 1][s] + (hours.get(t).fits(m, s) ? moveCost : 0);
    }

    private double traceBack(int m) {
        int last = hours.size() - 1;
        int at = 0;
        for (int s = 1; s < servers; s++) {
            at = reached[last][s] < reached[last][at] ? s : at;
        }
        double cost = reached[last][at];
        for (int t = last; t >= 0; t--) {
            load[t][at] += hours.get(t).demand(m, at);
            at = before[t][at];
        }
        return cost;
    }
}
