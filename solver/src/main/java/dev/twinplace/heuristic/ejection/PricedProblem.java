package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.Optional;

/**
 * A problem as the search sees it, in flat arrays: costs are reduced by prices, and each twin knows its cheapest servers.
 *
 * <p>With prices u, and contention linearised where a reference placement has the sums A of weights and B of work on a server,
 * the cost of a placement is a constant plus
 *
 * <pre>Σ_m reduced[m][s_m] + Σ_s (u_s·room_s + κ_s·(weightOn_s − A_s)·(workOn_s − B_s))</pre>
 *
 * <p>where reduced[m][s] = cost[m][s] + u<sub>s</sub>·demand[m][s] + κ<sub>s</sub>·(a<sub>m</sub>·B<sub>s</sub> +
 * b<sub>m</sub>·A<sub>s</sub>) less the least of its row, and room is what is left of a capacity. All terms without contention
 * are at least 0 in a feasible placement, which is what lets chains be cut short. Immutable; shared by all threads.
 */
final class PricedProblem {
    /** Servers that a twin is moved to: the cheapest ones by reduced cost. */
    static final int MAX_CANDIDATES = 12;

    private static final int MAX_STEPS = 300;

    /** The least unit of a penalty, as a share of the mean regret of a unit of demand; it counts where no capacity has a price. */
    private static final double MIN_UNIT = 0.1;

    final int twins;
    final int servers;
    final int width;
    final double[] reduced;
    final double[] demand;
    final int[] candidate;
    final double[] candidateCost;
    final double[] capacity;
    final double[] price;
    final boolean contended;
    final double[] contention;
    final double[] weight;
    final double[] work;
    final double[] weightOn;
    final double[] workOn;

    /** What a unit of overload costs beyond its price, as a scale: the mean price. */
    final double unit;

    /**
     * Prices a problem. O(M·R) for each of at most {@value #MAX_STEPS} steps.
     *
     * @param reference placement at which contention is linearised; read only
     * @param kept what another solver found, to be used without a search of our own; their first R are of demand
     * @param clock ends the search for prices
     */
    PricedProblem(PlacementProblem problem, int[] reference, Optional<double[]> kept, BudgetMeter clock) {
        twins = problem.twins();
        servers = problem.servers();
        width = Math.min(MAX_CANDIDATES, servers);
        contended = problem.hasContention();
        weight = new double[twins];
        work = new double[twins];
        weightOn = new double[servers];
        workOn = new double[servers];
        contention = new double[servers];
        capacity = new double[servers];
        demand = new double[twins * servers];
        reduced = new double[twins * servers];
        candidate = new int[twins * width];
        candidateCost = new double[twins * width];
        boolean[] limited = copyServers(problem);
        copyTwins(problem, reference);
        linearise(problem);
        price = contended || kept.isEmpty() // with contention theirs are for another linearisation
                ? new CapacityPrices(reduced, demand, capacity, limited).climb(MAX_STEPS, clock)
                : Arrays.copyOf(kept.get(), servers);
        double regret = reduce();
        unit = unit(regret);
    }

    private boolean[] copyServers(PlacementProblem problem) {
        boolean[] limited = new boolean[servers];
        for (int s = 0; s < servers; s++) {
            contention[s] = problem.contention(s);
            limited[s] = problem.capacity(s) < Double.POSITIVE_INFINITY;
            capacity[s] = limited[s] ? problem.loadLimit(s) : 0;
        }
        return limited;
    }

    private void copyTwins(PlacementProblem problem, int[] reference) {
        for (int m = 0; m < twins; m++) {
            weight[m] = problem.weight(m);
            work[m] = problem.work(m);
            weightOn[reference[m]] += weight[m];
            workOn[reference[m]] += work[m];
        }
    }

    /** A server without limit gets a capacity that no load exceeds, and no demand. */
    private void linearise(PlacementProblem problem) {
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                int cell = m * servers + s;
                boolean limited = problem.capacity(s) < Double.POSITIVE_INFINITY;
                demand[cell] = limited ? problem.demand(m, s) : 0;
                double contending = contention[s] * (weight[m] * workOn[s] + work[m] * weightOn[s]);
                reduced[cell] = problem.fits(m, s) ? problem.cost(m, s) + contending : Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Reduces the costs and chooses the candidates; returns the mean difference between the best two. */
    private double reduce() {
        double regrets = 0;
        for (int m = 0; m < twins; m++) {
            int row = m * servers;
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < servers; s++) {
                reduced[row + s] += price[s] * demand[row + s];
                least = Math.min(least, reduced[row + s]);
            }
            for (int s = 0; s < servers; s++) {
                reduced[row + s] -= least;
            }
            choose(m);
            double regret = width > 1 ? candidateCost[m * width + 1] : 0;
            regrets += regret < Double.POSITIVE_INFINITY ? regret : 0;
        }
        return regrets / twins;
    }

    /** The cheapest servers of a twin by insertion, the lowest index among equals. */
    private void choose(int twin) {
        int first = twin * width;
        int chosen = 0;
        for (int s = 0; s < servers; s++) {
            double cost = reduced[twin * servers + s];
            if (chosen == width && cost >= candidateCost[first + width - 1]) {
                continue;
            }
            int k = chosen < width ? chosen++ : width - 1;
            for (; k > 0 && candidateCost[first + k - 1] > cost; k--) {
                candidateCost[first + k] = candidateCost[first + k - 1];
                candidate[first + k] = candidate[first + k - 1];
            }
            candidateCost[first + k] = cost;
            candidate[first + k] = s;
        }
    }

    private double unit(double regret) {
        double prices = 0;
        for (double each : price) {
            prices += each;
        }
        double demands = 0;
        for (double each : demand) {
            demands += each;
        }
        double meanDemand = demands / demand.length;
        double least = meanDemand > 0 ? MIN_UNIT * regret / meanDemand : 0;
        double scale = Math.max(prices / servers, least);
        return scale > 0 ? scale : 1;
    }
}
