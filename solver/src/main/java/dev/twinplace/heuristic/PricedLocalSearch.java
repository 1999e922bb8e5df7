package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * Descends, like {@link LocalSearch}, to a placement that no move of one twin and no swap of two improves, but passes over
 * swaps that prices of the servers' capacities rule out: with good prices nearly all of them. For many twins.
 *
 * <p>Twins are tried in index order, and each makes its best move or swap with servers that have changed since it was tried
 * last, until a pass finds none. A pass costs O(M·R) and the swaps that {@link SwapBounds} cannot rule out. Allocates
 * nothing after construction.
 */
public final class PricedLocalSearch {
    private static final double MIN_IMPROVEMENT = 1e-12;

    /** Before any change. */
    private static final long NEVER = -1;

    private final IncrementalCost placement;
    private final ProblemView problem;
    private final TwinsByServer twinsOn;
    private final Gains gains;
    private final SwapBounds bounds;
    private final long[] changedAt;
    private final long[] lookedAt;
    private long now;
    private long looked;
    private int bestServer;
    private int bestPartner;
    private double best;

    /** For a placement that is complete and feasible whenever {@link #improve} is called. O(M·R + R²) memory. */
    public PricedLocalSearch(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
        twinsOn = new TwinsByServer(problem.twins(), problem.servers());
        gains = new Gains(placement);
        bounds = new SwapBounds(placement, twinsOn, gains);
        changedAt = new long[problem.servers()];
        lookedAt = new long[problem.twins()];
    }

    /**
     * Searches until the placement is locally optimal or the budget is spent.
     *
     * @param prices of a unit of load on each server, at least 0; read only
     * @param stepsBefore what the budget's nodes were spent on before
     * @return moves and swaps made
     */
    public long improve(double[] prices, BudgetMeter meter, long stepsBefore) {
        looked = 0;
        if (meter.isSpent(stepsBefore)) {
            return 0;
        }
        start(prices);
        return descend(meter, stepsBefore);
    }

    /** Looks at problem and placement anew. O(M·R). */
    void start(double[] prices) {
        twinsOn.gather(placement);
        gains.start();
        bounds.start(prices);
        now = 0;
        Arrays.fill(changedAt, now);
        Arrays.fill(lookedAt, NEVER);
    }

    /** Searches on, after {@link #start} and any {@link #relocated}. */
    long descend(BudgetMeter meter, long stepsBefore) {
        double threshold = -MIN_IMPROVEMENT * problem.costMagnitude();
        long steps = 0;
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int m = 0; m < problem.twins(); m++) {
                if (meter.isSpent(stepsBefore + steps)) {
                    return steps;
                }
                if (improve(m, threshold)) {
                    improved = true;
                    steps++;
                }
            }
        }
        return steps;
    }

    /** Notes that a twin has moved from a server. */
    void relocated(int twin, int before) {
        int server = placement.serverOf(twin);
        twinsOn.move(twin, server);
        gains.moved(twin, server);
        changed(before, server, twin, -1);
    }

    /** The placement is known to be locally optimal: only what changes from now on is looked at. */
    void settle() {
        Arrays.fill(lookedAt, now);
    }

    /** Moves and swaps that the last {@link #improve} compared. */
    public long looked() {
        return looked;
    }

    private boolean improve(int twin, double threshold) {
        int s = placement.serverOf(twin);
        best = threshold;
        bestServer = -1;
        bestPartner = -1;
        bounds.look(twin);
        long before = changedAt[s] > lookedAt[twin] ? NEVER : lookedAt[twin];
        lookedAt[twin] = now;
        int moves = 0;
        for (int t = 0; t < problem.servers(); t++) {
            if (t == s || changedAt[t] <= before) {
                continue;
            }
            moves++;
            double gain = gains.of(twin, s, t);
            double delta = gain + (problem.contention(s) + problem.contention(t)) * gains.itself(twin);
            if (delta < best && placement.fits(twin, t)) {
                best = delta;
                bestServer = t;
                bestPartner = -1;
            }
            if (bounds.ofSwap(twin, t, gain) < best) {
                lookForPartner(twin, t, gain);
            }
        }
        looked += moves;
        if (bestServer < 0) {
            return false;
        }
        change(twin, s);
        return true;
    }

    private void lookForPartner(int twin, int t, double gain) {
        int s = placement.serverOf(twin);
        double contention = problem.contention(s) + problem.contention(t);
        int end = twinsOn.end(t);
        looked += end - twinsOn.start(t);
        for (int i = twinsOn.start(t); i < end; i++) {
            int n = twinsOn.twin(i);
            double delta = gain + gains.of(n, t, s);
            if (contention > 0) {
                delta += contention * gains.together(twin, n);
            }
            if (delta < best && placement.swapFits(twin, n)) {
                best = delta;
                bestServer = t;
                bestPartner = n;
            }
        }
    }

    private void change(int twin, int s) {
        move(twin, bestServer);
        if (bestPartner >= 0) {
            move(bestPartner, s);
        }
        changed(s, bestServer, twin, bestPartner);
    }

    private void changed(int s, int t, int twin, int partner) {
        now++;
        changedAt[s] = now;
        changedAt[t] = now;
        gains.changed(s);
        gains.changed(t);
        bounds.changed(s, t, twin, partner);
    }

    private void move(int twin, int server) {
        placement.move(twin, server);
        twinsOn.move(twin, server);
        gains.moved(twin, server);
    }
}
