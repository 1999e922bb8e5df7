package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import it.unimi.dsi.fastutil.doubles.DoubleHeapIndirectPriorityQueue;
import java.util.Arrays;

/**
 * Places unplaced twins one at a time, always the one with the largest regret: the difference between its second cheapest
 * and its cheapest server among those with room, at the prices of the moment, contention included.
 *
 * <p>A placement makes only its own server more expensive or fuller, so only twins whose cheapest or second cheapest that is
 * are looked at again: the regrets are exact at every step. O(M·R + M·log M) where nothing couples the twins; otherwise O(M²),
 * and O(R) more for each twin looked at again. A twin without room anywhere goes where it exceeds the capacity least, and the
 * placement is then infeasible: {@link FeasibleGreedy} repairs it.
 *
 * <p>If the budget ends before, {@link QuickGreedy} places all these twins instead: every twin has a server in the end. What is
 * placed by regret by then is not kept, for with contention, where time runs out, the outcome would cost more.
 */
public final class RegretGreedy {
    private static final int PLACEMENTS_BETWEEN_LOOKS_AT_THE_NODES = 64;

    /** Cells of the matrices read between two looks at the clock: little time even before the code is compiled. */
    private static final int CELLS_BETWEEN_LOOKS_AT_THE_CLOCK = 16_384;

    private final IncrementalCost placement;
    private final ProblemView problem;
    private final int[] cheapest;
    private final int[] second;
    private final double[] negativeRegret;
    private final double[] largestDemand; // of the twins unplaced at first
    private final int[] start;
    private DoubleHeapIndirectPriorityQueue queue;
    private int queued;
    private BudgetMeter clock;
    private int cellsRead;
    private boolean outOfTime;

    public RegretGreedy(IncrementalCost placement) {
        this.placement = placement;
        this.problem = placement.problem();
        this.cheapest = new int[problem.twins()];
        this.second = new int[problem.twins()];
        this.negativeRegret = new double[problem.twins()];
        this.largestDemand = new double[problem.servers()];
        this.start = new int[problem.twins()];
    }

    /**
     * Places all unplaced twins: by regret, or quickly if the budget does not suffice for that.
     *
     * @param meter looked at before the first twin, then every 64 twins for its nodes and more often for its time
     * @return how many it placed
     */
    public long placeAll(BudgetMeter meter) {
        clock = meter.ofTimeAlone();
        cellsRead = 0;
        outOfTime = false;
        placement.copyTo(start);
        if (!meter.isSpent(0) && rankAll() && placeByRegret(meter)) {
            return queued;
        }
        placement.reset(start);
        return new QuickGreedy(placement).placeAll();
    }

    private boolean rankAll() {
        boolean capacities = problem.hasCapacities();
        Arrays.fill(largestDemand, 0);
        for (int m = 0; m < problem.twins() && !outOfTime; m++) {
            if (isUnplaced(m)) {
                rank(m);
                if (capacities) {
                    noteDemands(m);
                }
            }
        }
        return !outOfTime;
    }

    private void noteDemands(int twin) {
        for (int s = 0; s < largestDemand.length; s++) {
            largestDemand[s] = Math.max(largestDemand[s], problem.demand(twin, s));
        }
    }

    private boolean placeByRegret(BudgetMeter meter) {
        enqueueAll();
        for (long placed = 0; !queue.isEmpty(); placed++) {
            if (outOfTime || (placed % PLACEMENTS_BETWEEN_LOOKS_AT_THE_NODES == 0 && meter.isSpent(placed))) {
                return false;
            }
            int twin = queue.dequeue();
            int server = cheapest[twin] >= 0 ? cheapest[twin] : QuickGreedy.leastOverloaded(placement, twin);
            placement.move(twin, server);
            rankAgainAfterPlacementOn(server);
        }
        return true;
    }

    private void enqueueAll() {
        if (queue == null) { // made on first use: loading its class takes longer than a short budget
            queue = new DoubleHeapIndirectPriorityQueue(negativeRegret);
        }
        queue.clear(); // the budget may have ended the last call
        for (int m = 0; m < problem.twins(); m++) {
            if (isUnplaced(m)) {
                queue.enqueue(m);
            }
        }
        queued = queue.size();
    }

    private boolean isUnplaced(int twin) {
        return placement.serverOf(twin) == IncrementalCost.UNPLACED;
    }

    private void read(int cells) {
        cellsRead += cells;
        if (cellsRead >= CELLS_BETWEEN_LOOKS_AT_THE_CLOCK) {
            cellsRead = 0;
            outOfTime |= clock.isSpent(0);
        }
    }

    private void rankAgainAfterPlacementOn(int server) {
        boolean costlier = problem.contention(server) != 0;
        boolean roomForAny = placement.sideLoads() == null
                && placement.loadOn(server) + largestDemand[server] <= problem.loadLimit(server);
        if (!costlier && roomForAny) {
            return;
        }
        for (int m = 0; m < problem.twins() && !outOfTime; m++) {
            boolean concerned = cheapest[m] == server || second[m] == server;
            if (concerned && isUnplaced(m) && (costlier || !placement.fits(m, server))) {
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
        read(problem.servers());
    }
}
