package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;

/**
 * Completes a placement in one pass, on any budget: each twin goes to the server of least insertion cost among those
 * with room. For short budgets, and for what {@link RegretGreedy} has no time to place.
 *
 * <p>Twins go in order of decreasing relative demand, the least share of a capacity that a twin takes on any server, so that
 * those that are hard to fit still find room; equals go in index order, and so do all twins where some server has no
 * capacity limit. A twin without room anywhere goes where it exceeds the capacity least; {@link OverloadRepair} may then make
 * the placement feasible.
 */
public final class QuickGreedy {
    private final IncrementalCost placement;
    private final ProblemView problem;

    public QuickGreedy(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
    }

    /** Places all unplaced twins, and returns how many these were. O(M·R + M·log M) time, O(M) memory. */
    public long placeAll() {
        int unplaced = 0;
        for (int m = 0; m < problem.twins(); m++) {
            unplaced += isUnplaced(m) ? 1 : 0;
        }
        if (unplaced > 0) {
            place();
        }
        return unplaced;
    }

    private void place() {
        for (int twin : DecreasingOrder.of(relativeDemands())) {
            if (isUnplaced(twin)) {
                placement.move(twin, serverFor(twin));
            }
        }
    }

    /** Of side constraints too, where there are any. */
    private double[] relativeDemands() {
        double[] relative = relativeToCapacities();
        for (int m = 0; m < relative.length && placement.sideLoads() != null; m++) {
            relative[m] = isUnplaced(m) ? Math.max(relative[m], largestShare(m)) : 0;
        }
        return relative;
    }

    /** 0 for twins that are placed, and for all where some server has no limit. */
    private double[] relativeToCapacities() {
        double[] relative = new double[problem.twins()];
        double[] inverse = new double[problem.servers()];
        for (int s = 0; s < inverse.length; s++) {
            inverse[s] = 1 / problem.capacity(s);
            if (inverse[s] == 0) {
                return relative;
            }
        }
        for (int m = 0; m < relative.length; m++) {
            relative[m] = isUnplaced(m) ? relativeDemand(m, inverse) : 0;
        }
        return relative;
    }

    /** Of the rows that a twin demands of, its largest share of a mean limit. */
    private double largestShare(int twin) {
        SideConstraints side = problem.side();
        double largest = 0;
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            largest =
                    Math.max(largest, side.demand(entry) * placement.sideLoads().unit(side.row(entry)));
        }
        return largest;
    }

    private boolean isUnplaced(int twin) {
        return placement.serverOf(twin) == IncrementalCost.UNPLACED;
    }

    private double relativeDemand(int twin, double[] inverseCapacity) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < inverseCapacity.length; s++) {
            double demand = problem.demand(twin, s);
            double relative = demand == 0 ? 0 : demand * inverseCapacity[s];
            if (relative < least) {
                least = relative;
            }
        }
        return least;
    }

    private int serverFor(int twin) {
        int server = cheapestWithRoom(twin);
        return server >= 0 ? server : leastOverloaded(placement, twin);
    }

    private int cheapestWithRoom(int twin) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double cost = placement.insertionDelta(twin, s);
            if (cost < least && placement.fits(twin, s)) {
                best = s;
                least = cost;
            }
        }
        return best;
    }

    /**
     * The server whose capacity a twin would exceed least, the first among equals; with side constraints, the one where it would
     * exceed limits least in all, relative to their size. O(R).
     */
    public static int leastOverloaded(IncrementalCost placement, int twin) {
        if (placement.sideLoads() != null) {
            return leastExcess(placement, twin);
        }
        ProblemView problem = placement.problem();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double excess = placement.loadOn(s) + problem.demand(twin, s) - problem.capacity(s);
            if (excess < least) {
                best = s;
                least = excess;
            }
        }
        return best;
    }

    private static int leastExcess(IncrementalCost placement, int twin) {
        ProblemView problem = placement.problem();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double load = placement.loadOn(s) + problem.demand(twin, s);
            double beyond = load > problem.loadLimit(s) ? load / problem.capacity(s) - 1 : 0;
            double excess = beyond + placement.sideLoads().addedExcess(twin, s);
            if (excess < least && problem.fits(twin, s)) {
                best = s;
                least = excess;
            }
        }
        return best;
    }
}
