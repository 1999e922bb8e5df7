package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
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
 * <p>and the priced room of the rows of side constraints, which charge their members likewise,
 *
 * <p>where reduced[m][s] = cost[m][s] + u<sub>s</sub>·demand[m][s] + κ<sub>s</sub>·(a<sub>m</sub>·B<sub>s</sub> +
 * b<sub>m</sub>·A<sub>s</sub>) less the least of its row, and room is what is left of a capacity. All terms without contention
 * are at least 0 in a feasible placement, which is what lets chains be cut short. Immutable; shared by all threads.
 */
final class PricedProblem {
    /** Servers that a twin is moved to: the cheapest ones by reduced cost; more where more twins must be on as many servers. */
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

    final boolean hasSide;

    final double[] contention;
    final double[] weight;
    final double[] work;
    final double[] weightOn;
    final double[] workOn;

    /** What a unit of overload costs beyond its price, as a scale: the mean price. */
    final double unit;

    /** With the side constraints that loads are kept of. */
    final PlacementProblem source;

    /** Of the room that is left of each row on each server. */
    final double[] sidePrice;

    /** What a unit of excess of each row, and of work, costs, as a multiple of {@link #unit} by which that of overload goes. */
    final double[] sideUnit;

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
        width = Math.min(Math.max(MAX_CANDIDATES, largestSeparateGroup(problem.side())), servers);
        contended = problem.hasContention();
        hasSide = !problem.side().isNone();
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
        source = problem;
        copyServers(problem);
        copyTwins(problem, reference);
        linearise(problem);
        boolean climbs = contended || hasSide || kept.isEmpty(); // those kept are of another problem
        double[] prices = climbs ? climb(clock) : kept.get();
        price = Arrays.copyOf(prices, servers);
        sidePrice = climbs ? Arrays.copyOfRange(prices, servers, prices.length) : new double[0];
        double regret = reduce();
        unit = unit(price, sum(demand) / demand.length, regret);
        sideUnit = sideUnits(regret);
    }

    private void copyServers(PlacementProblem problem) {
        for (int s = 0; s < servers; s++) {
            contention[s] = problem.contention(s);
            boolean limited = problem.capacity(s) < Double.POSITIVE_INFINITY;
            capacity[s] = limited ? problem.loadLimit(s) : 0;
        }
    }

    private static int largestSeparateGroup(SideConstraints side) {
        int largest = 0;
        for (int r = 0; r < side.rows(); r++) {
            largest = side.isSeparating(r) ? Math.max(largest, side.members(r)) : largest;
        }
        return largest;
    }

    private double[] climb(BudgetMeter clock) {
        SideConstraints side = source.side();
        double[] limit = Arrays.copyOf(capacity, (1 + side.rows()) * servers);
        boolean[] limited = new boolean[limit.length];
        for (int s = 0; s < servers; s++) {
            limited[s] = source.capacity(s) < Double.POSITIVE_INFINITY;
            for (int r = 0; r < side.rows(); r++) {
                int cell = (1 + r) * servers + s;
                limited[cell] = side.limit(r, s) < Double.POSITIVE_INFINITY;
                limit[cell] = limited[cell] ? side.sumLimit(r, s) : 0;
            }
        }
        return new CapacityPrices(reduced, demand, limit, limited, side).climb(MAX_STEPS, clock);
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
                reduced[row + s] += price[s] * demand[row + s] + sidePrice(m, s);
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

    /** What the rows of a twin charge it on a server. */
    private double sidePrice(int twin, int server) {
        SideConstraints side = source.side();
        double sum = 0;
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            sum += sidePrice[side.row(entry) * servers + server] * side.demand(entry);
        }
        return sum;
    }

    private double[] sideUnits(double regret) {
        SideConstraints side = source.side();
        double[] units = new double[side.rows() + 1];
        for (int r = 0; r < side.rows(); r++) {
            double demands = 0;
            for (int i = 0; i < side.members(r); i++) {
                demands += side.memberDemand(r, i);
            }
            double[] prices = Arrays.copyOfRange(sidePrice, r * servers, (r + 1) * servers);
            units[r] = unit(prices, demands / side.members(r), regret) / unit;
        }
        units[side.rows()] = unit(new double[servers], sum(work) / twins, regret) / unit;
        return units;
    }

    private static double unit(double[] prices, double meanDemand, double regret) {
        double least = meanDemand > 0 ? MIN_UNIT * regret / meanDemand : 0;
        double scale = Math.max(sum(prices) / prices.length, least);
        return scale > 0 ? scale : 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum;
    }
}
