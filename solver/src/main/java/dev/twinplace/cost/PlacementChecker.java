package dev.twinplace.cost;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * Trusts no solver: recomputes feasibility and cost of a placement straight from the problem's formula, server by server,
 * and shares no code with any search or with {@link CostEvaluator}.
 */
public final class PlacementChecker {
    /** Costs that should be equal may differ by this much, relative to the sum of the absolute terms. */
    public static final double COST_TOLERANCE = 1e-9;

    /** A search that summed in another order may have seen a load at the very limit as within it. */
    private static final double SUMMATION_TOLERANCE = 1e-12;

    private PlacementChecker() {}

    /**
     * Whether every twin has a server and no server is over its capacity. O(M·R).
     *
     * @throws IllegalArgumentException if {@code placement} does not have one server index per twin
     */
    public static boolean isFeasible(PlacementProblem problem, Placement placement) {
        return isFeasible(problem, placement.toArray());
    }

    /** As {@link #isFeasible(PlacementProblem, Placement)}, without allocating. */
    public static boolean isFeasible(PlacementProblem problem, int[] serverOf) {
        requireComplete(problem, serverOf);
        for (int s = 0; s < problem.servers(); s++) {
            double load = 0;
            for (int m = 0; m < problem.twins(); m++) {
                load += serverOf[m] == s ? problem.demand(m, s) : 0;
            }
            if (load > problem.loadLimit(s) * (1 + SUMMATION_TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks what a solver claims. O(M·R).
     *
     * @throws IllegalStateException if the placement is not feasible, costs something else, or lies below its bound
     */
    public static void check(PlacementProblem problem, Placement placement, double cost, double lowerBound) {
        check(problem, placement.toArray(), cost, lowerBound);
    }

    /** As {@link #check(PlacementProblem, Placement, double, double)}, without allocating. */
    public static void check(PlacementProblem problem, int[] serverOf, double cost, double lowerBound) {
        if (!isFeasible(problem, serverOf)) {
            throw new IllegalStateException("placement is over a server's capacity: " + Arrays.toString(serverOf));
        }
        double recomputed = 0;
        double magnitude = 0;
        for (int s = 0; s < problem.servers(); s++) {
            double weight = 0;
            double work = 0;
            for (int m = 0; m < problem.twins(); m++) {
                if (serverOf[m] == s) {
                    recomputed += problem.cost(m, s);
                    magnitude += Math.abs(problem.cost(m, s));
                    weight += problem.weight(m);
                    work += problem.work(m);
                }
            }
            recomputed += weight * work * problem.contention(s);
            magnitude += weight * work * problem.contention(s);
        }
        double tolerance = COST_TOLERANCE * magnitude;
        if (!(Math.abs(recomputed - cost) <= tolerance)) {
            throw new IllegalStateException("placement costs " + recomputed + ", but its solver said " + cost);
        }
        if (!(lowerBound <= cost + tolerance)) {
            throw new IllegalStateException("placement costs " + cost + ", below its lower bound " + lowerBound);
        }
    }

    /**
     * Checks the form of a placement.
     *
     * @throws IllegalArgumentException if it does not have one server index per twin
     */
    public static void requireComplete(PlacementProblem problem, int[] serverOf) {
        if (serverOf.length != problem.twins()) {
            throw new IllegalArgumentException("placement: must have one server for each of " + problem.twins()
                    + " twins, but had " + serverOf.length);
        }
        for (int m = 0; m < serverOf.length; m++) {
            int s = serverOf[m];
            if (s < 0 || s >= problem.servers()) {
                throw new IllegalArgumentException("placement[" + m + "]: must be the index of a server, but was " + s);
            }
        }
    }
}
