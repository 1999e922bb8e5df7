package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * Lower bounds on what swaps change, by prices of the servers' capacities.
 *
 * <p>Let π<sub>s</sub> ≥ 0 be a price for a unit of load on s, and G(m, s, t) = g(m, s, t) + π<sub>t</sub>·demand[m][t] −
 * π<sub>s</sub>·demand[m][s] with g of {@link Gains}. A swap of m on s with n on t changes the cost by
 *
 * <pre>
 * G(m, s, t) + G(n, t, s) − π_s·(demand[n][s] − demand[m][s]) − π_t·(demand[m][t] − demand[n][t])
 *     + (κ_s + κ_t)·(weight[m] − weight[n])·(work[m] − work[n]).
 * </pre>
 *
 * It fits only if each bracket of demands is at most the room left on its server. So it changes the cost by no less than
 * G(m, s, t) + min_n G(n, t, s) − π_s·room_s − π_t·room_t + (κ_s + κ_t)·min_n (weight[m] − weight[n])·(work[m] − work[n]).
 * The minima are kept for every two servers. This holds for any prices: bad ones only rule out little.
 */
final class SwapBounds {
    private final IncrementalCost placement;
    private final ProblemView problem;
    private final TwinsByServer twinsOn;
    private final Gains gains;
    private final int servers;
    private final double[] leastGain; // of the twins on s going to t, at s·R + t
    private final double[] price;
    private final double[] room;
    private double leastWeight;
    private double mostWeight;
    private double leastWork;
    private double mostWork;
    private double leastProduct;

    SwapBounds(IncrementalCost placement, TwinsByServer twinsOn, Gains gains) {
        this.placement = placement;
        this.twinsOn = twinsOn;
        this.gains = gains;
        problem = placement.problem();
        servers = problem.servers();
        leastGain = new double[servers * servers];
        price = new double[servers];
        room = new double[servers];
    }

    /** Looks at problem and placement anew. O(M·R). */
    void start(double[] prices) {
        System.arraycopy(prices, 0, price, 0, servers);
        leastWeight = Double.POSITIVE_INFINITY;
        leastWork = Double.POSITIVE_INFINITY;
        mostWeight = 0;
        mostWork = 0;
        for (int m = 0; m < problem.twins(); m++) {
            leastWeight = Math.min(leastWeight, problem.weight(m));
            mostWeight = Math.max(mostWeight, problem.weight(m));
            leastWork = Math.min(leastWork, problem.work(m));
            mostWork = Math.max(mostWork, problem.work(m));
        }
        for (int s = 0; s < servers; s++) {
            renewRoom(s);
            renewFrom(s);
        }
    }

    /** To be called before {@link #ofSwap}. */
    void look(int twin) {
        double a = problem.weight(twin);
        double b = problem.work(twin);
        leastProduct = Math.min((a - mostWeight) * (b - leastWork), (a - leastWeight) * (b - mostWork));
    }

    /** At most the change of the cost by a swap of a twin with any on server t, given its own gain there. */
    double ofSwap(int twin, int t, double gain) {
        int s = placement.serverOf(twin);
        return gain
                + price[t] * problem.demand(twin, t)
                - price[s] * problem.demand(twin, s)
                + leastGain[t * servers + s]
                - room[s]
                - room[t]
                + (problem.contention(s) + problem.contention(t)) * leastProduct;
    }

    /** What the room left on a server would cost; 0 without a price, even if the room is infinite. */
    private void renewRoom(int s) {
        room[s] = price[s] == 0 ? 0 : price[s] * Math.max(0, problem.loadLimit(s) - placement.loadOn(s));
    }

    /**
     * To be called when a twin has gone from s to t, and another the other way unless it is -1. Where contention does not
     * change what anything costs, the minima hold without those that left, and only those that came can lower them: O(R).
     */
    void changed(int s, int t, int twin, int other) {
        renewRoom(s);
        renewRoom(t);
        if (problem.contention(s) == 0 && problem.contention(t) == 0) {
            lower(twin, t);
            if (other >= 0) {
                lower(other, s);
            }
            return;
        }
        renewFrom(s);
        renewFrom(t);
        renewTo(s);
        renewTo(t);
    }

    private void lower(int twin, int from) {
        int row = from * servers;
        for (int to = 0; to < servers; to++) {
            leastGain[row + to] = Math.min(leastGain[row + to], pricedGain(twin, from, to));
        }
    }

    private double pricedGain(int twin, int from, int to) {
        return gains.of(twin, from, to)
                + price[to] * problem.demand(twin, to)
                - price[from] * problem.demand(twin, from);
    }

    private void renewFrom(int from) {
        Arrays.fill(leastGain, from * servers, (from + 1) * servers, Double.POSITIVE_INFINITY);
        for (int i = twinsOn.start(from); i < twinsOn.end(from); i++) {
            lower(twinsOn.twin(i), from);
        }
    }

    /** Only contention changes what it costs to come to a server. */
    private void renewTo(int to) {
        for (int from = 0; from < servers && problem.contention(to) != 0; from++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = twinsOn.start(from); i < twinsOn.end(from); i++) {
                least = Math.min(least, pricedGain(twinsOn.twin(i), from, to));
            }
            leastGain[from * servers + to] = least;
        }
    }
}
