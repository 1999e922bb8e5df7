package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.doubles.DoubleHeapIndirectPriorityQueue;

/**
 * Places unplaced twins one at a time, always the one with the largest regret: the difference between its second cheapest
 * and its cheapest server among those with room, at the prices of the moment, contention included.
 *
 * <p>A placement makes only its own server dearer or fuller, so only twins whose cheapest or second cheapest that is are
 * looked at again: the regrets are exact at every step. O(M·R + M·log M) where nothing couples the twins; otherwise O(M²),
 * and O(R) more for each twin looked at again. A twin without room anywhere goes where it exceeds the capacity least, and the
 * placement is then infeasible: {@link LocalSearch} may repair it.
 */
public final class RegretGreedy {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 64;

    private final IncrementalCost placement;
    private final PlacementProblem problem;
    private final int[] cheapest;
    private final int[] second;
    private final double[] negativeRegret;
    private final double[] largestDemand;
    private final DoubleHeapIndirectPriorityQueue queue;

    public RegretGreedy(IncrementalCost placement) {
        this.placement = placement;
        this.problem = placement.problem();
        this.cheapest = new int[problem.twins()];
        this.second = new int[problem.twins()];
        this.negativeRegret = new double[problem.twins()];
        this.largestDemand = new double[problem.servers()];
        this.queue = new DoubleHeapIndirectPriorityQueue(negativeRegret);
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                largestDemand[s] = Math.max(largestDemand[s], problem.demand(m, s));
            }
        }
    }

    /** Places all unplaced twins, or stops when the budget is spent. Returns how many it placed. */
    public long placeAll(BudgetMeter meter) {
        queue.clear(); // the budget may have ended the last call
        for (int m = 0; m < problem.twins(); m++) {
            if (placement.serverOf(m) == IncrementalCost.UNPLACED) {
                rank(m);
                queue.enqueue(m);
            }
        }
        long placed = 0;
        while (!queue.isEmpty()) {
            if (placed % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && meter.isSpent(placed)) {
                return placed;
            }
            int twin = queue.dequeue();
            int server = cheapest[twin] >= 0 ? cheapest[twin] : leastOverloaded(twin);
            placement.move(twin, server);
            rankAgainAfterPlacementOn(server);
            placed++;
        }
        return placed;
    }

    private void rankAgainAfterPlacementOn(int server) {
        boolean dearer = problem.contention(server) != 0;
        boolean roomForAny = placement.loadOn(server) + largestDemand[server] <= problem.loadLimit(server);
        if (!dearer && roomForAny) {
            return;
        }
        for (int m = 0; m < problem.twins(); m++) {
            boolean concerned = cheapest[m] == server || second[m] == server;
            if (concerned
                    && placement.serverOf(m) == IncrementalCost.UNPLACED
                    && (dearer || !placement.fits(m, server))) {
                rank(m);
                queue.changed(m);
            }
        }
    }

    /** Finds a twin's two cheapest servers with room; -1 for those it has not. */
    private void rank(int twin) {
        int best = -1;
        int next = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        double nextCost = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            if (!placement.fits(twin, s)) {
                continue;
            }
            double cost = placement.insertionDelta(twin, s);
            if (cost < bestCost) {
                next = best;
                nextCost = bestCost;
                best = s;
                bestCost = cost;
            } else if (cost < nextCost) {
                next = s;
                nextCost = cost;
            }
        }
        cheapest[twin] = best;
        second[twin] = next;
        negativeRegret[twin] = next < 0 ? Double.NEGATIVE_INFINITY : bestCost - nextCost;
    }

    private int leastOverloaded(int twin) {
        int least = 0;
        double leastExcess = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double excess = placement.loadOn(s) + problem.demand(twin, s) - problem.capacity(s);
            if (excess < leastExcess) {
                least = s;
                leastExcess = excess;
            }
        }
        return least;
    }
}
