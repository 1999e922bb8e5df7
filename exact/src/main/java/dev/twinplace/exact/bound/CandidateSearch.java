package dev.twinplace.exact.bound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * Local search by moves and swaps among the candidates of {@link ReducedCosts}: descends until no twin gains by a move to a
 * candidate or by changing places with a twin there.
 *
 * <p>A pass costs O(M · K · M/R), where all moves and swaps would be O(M²). Twins are tried in index order; a feasible
 * placement stays so. Allocates nothing after construction.
 */
public final class CandidateSearch {
    /** The smallest improvement, relative to the cost; a smaller one may be rounding. */
    private static final double MIN_IMPROVEMENT = 1e-12;

    private static final int NONE = -1;

    private final IncrementalCost placement;
    private final ProblemView problem;
    /** The twins of each server as a doubly linked list. */
    private final int[] first;

    private final int[] next;
    private final int[] previous;

    private ReducedCosts prices;
    private double threshold;
    private double bestDelta;
    private int bestServer;
    private int bestPartner;

    /** Works on a complete placement within all capacities, in place. */
    public CandidateSearch(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
        first = new int[problem.servers()];
        next = new int[problem.twins()];
        previous = new int[problem.twins()];
    }

    /** Searches until nothing improves or the time is over. */
    public void improve(ReducedCosts reducedCosts, BudgetMeter meter) {
        prices = reducedCosts;
        Arrays.fill(first, NONE);
        for (int m = 0; m < next.length; m++) {
            link(m, placement.serverOf(m));
        }
        boolean improved = true;
        while (improved) {
            improved = false;
            threshold = -MIN_IMPROVEMENT * problem.costMagnitude();
            for (int m = 0; m < next.length; m++) {
                if (meter.isSpent(0)) {
                    return;
                }
                improved |= improve(m);
            }
        }
    }

    private boolean improve(int twin) {
        bestDelta = threshold;
        bestServer = NONE;
        bestPartner = NONE;
        int from = placement.serverOf(twin);
        for (int k = 0; k < prices.candidates(); k++) {
            int server = prices.candidate(twin, k);
            if (server != from) {
                tryMove(twin, server);
                trySwaps(twin, server);
            }
        }
        if (bestServer == NONE) {
            return false;
        }
        unlink(twin);
        if (bestPartner == NONE) {
            placement.move(twin, bestServer);
        } else {
            unlink(bestPartner);
            placement.swap(twin, bestPartner);
            link(bestPartner, from);
        }
        link(twin, bestServer);
        return true;
    }

    private void tryMove(int twin, int server) {
        if (placement.fits(twin, server)) {
            double delta = placement.moveDelta(twin, server);
            if (delta < bestDelta) {
                bestDelta = delta;
                bestServer = server;
                bestPartner = NONE;
            }
        }
    }

    private void trySwaps(int twin, int server) {
        for (int other = first[server]; other != NONE; other = next[other]) {
            double delta = placement.swapDelta(twin, other);
            if (delta < bestDelta && placement.swapFits(twin, other)) {
                bestDelta = delta;
                bestServer = server;
                bestPartner = other;
            }
        }
    }

    private void link(int twin, int server) {
        next[twin] = first[server];
        previous[twin] = NONE;
        if (first[server] != NONE) {
            previous[first[server]] = twin;
        }
        first[server] = twin;
    }

    private void unlink(int twin) {
        if (previous[twin] == NONE) {
            first[placement.serverOf(twin)] = next[twin];
        } else {
            next[previous[twin]] = next[twin];
        }
        if (next[twin] != NONE) {
            previous[next[twin]] = previous[twin];
        }
    }
}
