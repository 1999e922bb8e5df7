package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.heuristic.FeasibleGreedy;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.QuickGreedy;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.solving.AblationPolicy.Decided;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Local search from a greedy placement, as {@code local-search}, and then from other placements until a given effort or time is
 * spent. Only time cuts a search off, but not the greedy one.
 */
final class RestartedSearch {
    private static final BudgetMeter UNLIMITED = Budget.UNLIMITED.start();

    /** A restart from the best placement changes the server of one twin in so many. */
    private static final int TWINS_PER_CHANGE = 10;

    private static final int MIN_CHANGES = 2;

    /** Where a further search begins. */
    enum Restart {
        /** Twins in random order, each on the cheapest server with room. */
        RANDOM_ORDER,
        /** The best placement so far, some twins moved to random servers with room. */
        CHANGED_BEST
    }

    private final PlacementProblem problem;
    private final Restart restart;
    private final SplittableRandom random;
    private final IncrementalCost placement;
    private final LocalSearch localSearch;
    private final int[] unplaced;
    private final int[] best;
    private double leastCost = Double.POSITIVE_INFINITY;
    private long looked;

    RestartedSearch(PlacementProblem problem, Restart restart, long seed) {
        this.problem = problem;
        this.restart = restart;
        random = new SplittableRandom(seed);
        placement = new IncrementalCost(problem);
        localSearch = new LocalSearch(placement);
        unplaced = new int[problem.twins()];
        Arrays.fill(unplaced, IncrementalCost.UNPLACED);
        best = unplaced.clone();
    }

    /**
     * Searches at least once.
     *
     * @param meter of the time
     * @param effort pairs of a twin and a server, moves and swaps to compare at least; {@code local-search} alone is counted
     *     as if its greedy placement compared each pair once
     */
    Decided search(BudgetMeter meter, long effort) {
        new FeasibleGreedy(placement).placeAll(UNLIMITED);
        looked = (long) problem.twins() * problem.servers();
        descend(meter);
        while (looked < effort && !meter.isSpent(0)) {
            begin();
            descend(meter);
        }
        return Decided.of(problem, best, looked);
    }

    private void descend(BudgetMeter meter) {
        localSearch.improve(meter, 0);
        looked += localSearch.looked();
        if (placement.overload() == 0 && placement.cost() < leastCost) {
            leastCost = placement.cost();
            placement.copyTo(best);
        }
    }

    private void begin() {
        if (restart == Restart.RANDOM_ORDER) {
            placeInRandomOrder();
        } else {
            placement.reset(best);
            for (int i = 0; i < Math.max(MIN_CHANGES, problem.twins() / TWINS_PER_CHANGE); i++) {
                moveAtRandom(random.nextInt(problem.twins()));
            }
        }
    }

    private void placeInRandomOrder() {
        placement.reset(unplaced);
        int[] order = new int[problem.twins()];
        for (int i = 0; i < order.length; i++) { // Fisher and Yates, from the inside
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int twin : order) {
            placement.move(twin, cheapestWithRoom(twin));
        }
        looked += (long) problem.twins() * problem.servers();
    }

    private int cheapestWithRoom(int twin) {
        int cheapest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double delta = placement.insertionDelta(twin, s);
            if (delta < least && placement.fits(twin, s)) {
                cheapest = s;
                least = delta;
            }
        }
        return cheapest >= 0 ? cheapest : QuickGreedy.leastOverloaded(placement, twin);
    }

    /** To one of the servers with room, itself among them. */
    private void moveAtRandom(int twin) {
        int chosen = placement.serverOf(twin);
        int withRoom = 1;
        for (int s = 0; s < problem.servers(); s++) {
            if (s != placement.serverOf(twin) && placement.fits(twin, s) && random.nextInt(++withRoom) == 0) {
                chosen = s;
            }
        }
        if (chosen != placement.serverOf(twin)) {
            placement.move(twin, chosen);
        }
        looked += problem.servers();
    }
}
