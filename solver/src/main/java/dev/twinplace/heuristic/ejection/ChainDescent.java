package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;

/**
 * Makes improving chains until no twin begins one, and offers the feasible placements met on the way.
 *
 * <p>A twin is looked at again only when its server, or one that it would gain by moving to, has changed since. A node is a
 * search for chains that begin with one twin.
 */
final class ChainDescent {
    private static final int NODES_BETWEEN_LOOKS = 16;
    private static final int NODES_BETWEEN_OFFERS = 256;

    /** The smallest gain, relative to the largest sum of costs; a smaller one may be rounding, and chains could go in circles. */
    private static final double MIN_GAIN = 1e-10;

    private final SolveContext context;
    private final PricedProblem problem;
    private final WorkingPlacement placement;
    private final BudgetMeter clock;
    private final ChainMove chains;
    private final long maxNodes;
    private final double minGain;
    private final long[] lookedAt;
    private final int[] pending;
    private boolean isPending;
    private double value;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int next;
    private long nodes;
    private boolean over;

    /** Begins with the twin {@code first}, and is over after {@code maxNodes}. */
    ChainDescent(SolveContext context, WorkingPlacement placement, int first, long maxNodes) {
        this.context = context;
        this.placement = placement;
        problem = placement.problem;
        clock = context.meter().ofTimeAlone();
        this.maxNodes = maxNodes;
        minGain = MIN_GAIN * context.reduced().costMagnitude();
        chains = new ChainMove(placement, minGain);
        next = first;
        lookedAt = new long[problem.twins];
        pending = new int[problem.twins];
    }

    /** Whether the solve is settled, or the budget spent. */
    boolean isOver() {
        return over;
    }

    long nodes() {
        return nodes;
    }

    long evaluations() {
        return chains.evaluations();
    }

    /** The {@link WorkingPlacement#value} of the best feasible placement met. */
    double bestValue() {
        return bestValue;
    }

    /**
     * Descends to a placement that no chain improves, or until the solve is over.
     *
     * @param effort evaluations for each first move of a chain
     */
    void descend(int effort) {
        double largest = largestTerm();
        value = placement.value();
        keepIfBest();
        for (int idle = 0; idle < problem.twins && !over; ) {
            int m = next;
            next = next + 1 == problem.twins ? 0 : next + 1;
            idle++;
            if (isStale(m, largest)) {
                lookedAt[m] = placement.now();
                if (chains.improve(m, largest, effort)) {
                    lookedAt[m] = 0;
                    idle = 0;
                    largest = largestTerm();
                    value -= chains.gain();
                    keepIfBest();
                }
                count();
            }
        }
        offerPending();
    }

    private void keepIfBest() {
        if (value < bestValue - minGain && placement.isFeasible()) {
            bestValue = value;
            System.arraycopy(placement.serverOf, 0, pending, 0, pending.length);
            isPending = true;
        }
    }

    private void count() {
        nodes++;
        boolean looks = nodes % NODES_BETWEEN_LOOKS == 0;
        if (nodes >= maxNodes || (looks && (clock.isSpent(0) || context.isSettled()))) {
            over = true;
        } else if (nodes % NODES_BETWEEN_OFFERS == 0) {
            offerPending();
        }
    }

    private void offerPending() {
        if (isPending) {
            context.offer(pending);
            isPending = false;
        }
    }

    private double largestTerm() {
        double largest = 0;
        for (double each : placement.term) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    private boolean isStale(int twin, double largest) {
        int server = placement.serverOf[twin];
        long looked = lookedAt[twin];
        if (placement.changedAt[server] > looked) {
            return true;
        }
        double left = placement.costOf[twin] + placement.term[server];
        int row = twin * problem.width;
        for (int k = 0; k < problem.width; k++) {
            double gain = left - problem.candidateCost[row + k];
            if (gain + largest <= minGain) {
                return false;
            }
            int s = problem.candidate[row + k];
            if (placement.changedAt[s] > looked && gain + placement.term[s] > minGain) {
                return true;
            }
        }
        return false;
    }
}
