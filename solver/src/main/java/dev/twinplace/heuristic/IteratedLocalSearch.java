package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;

/**
 * Iterated local search (Lourenço, Martin and Stützle, "Iterated Local Search", 2003): descends again and again from the best
 * placement, of which a few twins were taken off their servers and put back, each where it costs least at given prices of loads,
 * some servers passed over at random (Christiaens and Vanden Berghe, "Slack Induction by String Removals", 2020).
 *
 * <p>A further descent looks only at servers that have changed, see {@link PricedLocalSearch}. Allocates nothing after construction.
 */
public final class IteratedLocalSearch {
    /** Twins that are taken off. */
    private static final int MIN_TAKEN = 2;

    private static final int MAX_TAKEN = 6;

    /** One of so many servers is passed over. */
    private static final int PASSED_OVER = 6;

    /** Descents in a row without a better placement. */
    private static final int MAX_IDLE = 1000;

    private static final double MIN_IMPROVEMENT = 1e-12;

    private final IncrementalCost placement;
    private final ProblemView problem;
    private final PricedLocalSearch localSearch;
    private final int[] best;
    private final int[] taken = new int[MAX_TAKEN];
    private double leastCost;
    private long looked;
    private long drawn;

    /** For a placement that is feasible and locally optimal whenever {@link #improve} is called. O(M·R + R²) memory. */
    public IteratedLocalSearch(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
        localSearch = new PricedLocalSearch(placement);
        best = new int[problem.twins()];
    }

    /**
     * Searches until the budget is spent, or {@value #MAX_IDLE} descents in a row have not helped.
     *
     * @param prices of a unit of load on each server, at least 0; read only
     * @param stepsBefore what the budget's nodes were spent on before
     * @param seed of what it draws
     * @return moves and swaps made, at most {@value #MAX_TAKEN} more than the budget has
     */
    public long improve(double[] prices, BudgetMeter meter, long stepsBefore, long seed) {
        looked = 0;
        if (meter.isSpent(stepsBefore)) {
            return 0;
        }
        long lookedBefore = localSearch.looked();
        drawn = seed;
        keep();
        start(prices);
        long steps = 0;
        long descents = 0;
        int idle = 0;
        while (idle < MAX_IDLE && !meter.isSpent(stepsBefore + steps)) {
            steps += perturb(prices);
            steps += localSearch.descend(meter, stepsBefore + steps);
            descents++;
            idle++;
            if (placement.cost() < leastCost - MIN_IMPROVEMENT * problem.costMagnitude()) {
                keep();
                idle = 0;
            } else {
                goBack();
            }
            if (descents % problem.twins() == 0) { // its bounds have become loose
                start(prices);
            }
        }
        looked += localSearch.looked() - lookedBefore;
        return steps;
    }

    private void start(double[] prices) {
        localSearch.start(prices);
        localSearch.settle();
    }

    /** Pairs of a twin and a server, moves and swaps that the last {@link #improve} compared. */
    public long looked() {
        return looked;
    }

    private void keep() {
        placement.copyTo(best);
        leastCost = placement.cost();
    }

    private void goBack() {
        for (int m = 0; m < problem.twins(); m++) {
            int before = placement.serverOf(m);
            if (before != best[m]) {
                placement.move(m, best[m]);
                localSearch.relocated(m, before);
            }
        }
        localSearch.settle();
    }

    /** Takes twins off their servers and puts them back in the order that they were drawn in. Returns how many have moved. */
    private int perturb(double[] prices) {
        int count = 0;
        for (int i = MIN_TAKEN + draw(MAX_TAKEN - MIN_TAKEN + 1); i > 0; i--) {
            int twin = draw(problem.twins());
            if (placement.serverOf(twin) != IncrementalCost.UNPLACED) {
                placement.move(twin, IncrementalCost.UNPLACED);
                taken[count++] = twin;
            }
        }
        boolean isPlaced = true;
        for (int i = 0; i < count && isPlaced; i++) {
            int server = cheapest(taken[i], prices);
            isPlaced = server >= 0;
            if (isPlaced) {
                placement.move(taken[i], server);
            }
        }
        return isPlaced ? note(count) : undo(count);
    }

    private int note(int count) {
        int moved = 0;
        for (int i = 0; i < count; i++) {
            int twin = taken[i];
            if (placement.serverOf(twin) != best[twin]) {
                localSearch.relocated(twin, best[twin]);
                moved++;
            }
        }
        return moved;
    }

    private int undo(int count) {
        for (int i = 0; i < count; i++) {
            placement.move(taken[i], best[taken[i]]);
        }
        return 0;
    }

    /** The server with room that costs least, its price included; passes over some at random. −1 if there is none. */
    private int cheapest(int twin, double[] prices) {
        int cheapest = -1;
        double least = Double.POSITIVE_INFINITY;
        looked += problem.servers();
        for (int s = 0; s < problem.servers(); s++) {
            double cost = placement.insertionDelta(twin, s) + prices[s] * problem.demand(twin, s);
            if (cost < least && draw(PASSED_OVER) > 0 && placement.fits(twin, s)) {
                least = cost;
                cheapest = s;
            }
        }
        return cheapest;
    }

    /** From 0 until a limit, by Steele, Lea and Flood's SplitMix64 (2014), which the library's class offers without a new seed. */
    private int draw(int limit) {
        drawn += 0x9E3779B97F4A7C15L;
        long z = (drawn ^ (drawn >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        long bits = (z ^ (z >>> 31)) >>> 33;
        return (int) ((bits * limit) >>> 31);
    }
}
