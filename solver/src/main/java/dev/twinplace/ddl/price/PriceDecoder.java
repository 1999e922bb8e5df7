package dev.twinplace.ddl.price;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.PricedChoice;
import dev.twinplace.heuristic.QuickGreedy;
import dev.twinplace.problem.ProblemView;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;

/**
 * Makes a placement of scores, and keeps to the capacities where that can be.
 *
 * <p>Twins choose one after the other, those with most regret first, among the servers with room. As contention builds up
 * it is what the twins placed so far cause, and of its price only the share remains that belongs to those still to come.
 * Then, in the same order, each decides again by what it would really cost now, until none changes or as often as {@link
 * PriceStages} say. O(M·R + M·log M), allocates nothing.
 *
 * <p>A twin that finds no room goes to the server that it overloads least, and the placement is then infeasible.
 */
final class PriceDecoder {
    private final ProblemView problem;
    private final SharedResources resources;
    private final PricedChoice choice;
    private final IncrementalCost placement;
    private final int[] unplaced;
    private final int[] order;
    private final IntComparator byRegret;
    private final int repairRounds;
    private long looked;

    /** For choices and a placement of the same problem. */
    PriceDecoder(
            ProblemView problem,
            SharedResources resources,
            PricedChoice choice,
            IncrementalCost placement,
            int repairRounds) {
        this.repairRounds = repairRounds;
        this.problem = problem;
        this.resources = resources;
        this.choice = choice;
        this.placement = placement;
        unplaced = new int[problem.twins()];
        order = new int[problem.twins()];
        Arrays.fill(unplaced, IncrementalCost.UNPLACED);
        byRegret = (m, n) -> {
            int regret = Double.compare(choice.regret(n), choice.regret(m));
            return regret != 0 ? regret : Integer.compare(m, n);
        };
    }

    /** Overwrites the placement by one made of the last choice. */
    void decode() {
        placement.reset(unplaced);
        for (int m = 0; m < order.length; m++) {
            order[m] = m;
        }
        IntArrays.quickSort(order, byRegret);
        boolean contention = problem.hasContention();
        double toCome = 1;
        for (int m : order) {
            boolean free = !contention && placement.fits(m, choice.best(m));
            placement.move(m, free ? choice.best(m) : serverFor(m, toCome));
            toCome -= resources.share(m);
        }
    }

    /** Lets each twin of the placement just made decide again. */
    void repair() {
        for (int round = 0; round < repairRounds && decideAgain(); round++) {
            // each round is as good as its cost
        }
    }

    /** Pairs of a twin and a server compared since {@link #clear}. */
    long looked() {
        return looked;
    }

    /** Begins a decision. */
    void clear() {
        looked = 0;
    }

    private int serverFor(int twin, double toCome) {
        looked += problem.servers();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            if (placement.fits(twin, s)) {
                double cost = placement.insertionDelta(twin, s) + choice.price(twin, s, toCome);
                if (cost < least) {
                    best = s;
                    least = cost;
                }
            }
        }
        return best >= 0 ? best : QuickGreedy.leastOverloaded(placement, twin);
    }

    private boolean decideAgain() {
        boolean changed = false;
        looked += (long) order.length * (problem.servers() - 1);
        for (int m : order) {
            int best = placement.serverOf(m);
            double least = 0;
            for (int s = 0; s < problem.servers(); s++) {
                if (s != placement.serverOf(m) && placement.fits(m, s)) {
                    double delta = placement.moveDelta(m, s);
                    if (delta < least) {
                        best = s;
                        least = delta;
                    }
                }
            }
            if (best != placement.serverOf(m)) {
                placement.move(m, best);
                changed = true;
            }
        }
        return changed;
    }
}
