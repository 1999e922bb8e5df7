package dev.twinplace.cost;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * Trusts no solver: recomputes feasibility and cost of a placement straight from the problem's formula, server by server,
 * and shares no code with any search or with {@link CostEvaluator}. Costs and bounds may differ by the rounding of sums in
 * another order, relative to the absolute terms of the placement, and by nothing else.
 */
public final class PlacementChecker {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private PlacementChecker() {}

    /**
     * Whether every twin has a server, no server is over its capacity, and the side constraints are kept. O(M·R), and O(R) for each
     * member of a row.
     *
     * @throws IllegalArgumentException if {@code placement} does not have one server index per twin
     */
    public static boolean isFeasible(ProblemView problem, Placement placement) {
        return isFeasible(problem, placement.toArray());
    }

    /** As {@link #isFeasible(ProblemView, Placement)}, without allocating. */
    public static boolean isFeasible(ProblemView problem, int[] serverOf) {
        requireComplete(problem, serverOf);
        for (int s = 0; s < problem.servers(); s++) {
            if (!isWithinCapacity(problem, serverOf, s)) {
                return false;
            }
        }
        return problem.side().isNone() || SideChecker.isFeasible(problem, serverOf);
    }

    /**
     * Whether the exact load of a server exceeds its capacity by no more than two roundings of a sum: one for a solver that
     * summed the same demands in another order, as {@link ProblemView#loadLimit} grants, and one for its own sum. The
     * load is summed in twice the precision (Neumaier, ZAMM 54, 1974).
     */
    private static boolean isWithinCapacity(ProblemView problem, int[] serverOf, int server) {
        double capacity = problem.capacity(server);
        if (capacity == Double.POSITIVE_INFINITY) {
            return true;
        }
        double load = 0;
        double lost = 0;
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == server) {
                double demand = problem.demand(m, server);
                if (demand > problem.loadLimit(server)) {
                    return false; // a twin that does not fit alone: nothing was summed that could have rounded
                }
                double sum = load + demand;
                lost += load >= demand ? load - sum + demand : demand - sum + load;
                load = sum;
            }
        }
        double forgiven = 2 * (problem.loadLimit(server) - capacity);
        return load - capacity + lost <= forgiven;
    }

    /**
     * Checks what a solver claims. O(M·R).
     *
     * @throws IllegalStateException if the placement is not feasible, costs something else, or lies below its bound
     */
    public static void check(ProblemView problem, Placement placement, double cost, double lowerBound) {
        check(problem, placement.toArray(), cost, lowerBound);
    }

    /** As {@link #check(ProblemView, Placement, double, double)}, without allocating. */
    public static void check(ProblemView problem, int[] serverOf, double cost, double lowerBound) {
        if (!isFeasible(problem, serverOf)) {
            throw new IllegalStateException(
                    "placement exceeds a capacity or breaks a side constraint: " + Arrays.toString(serverOf));
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
        double tolerance = 4 * (problem.twins() + problem.servers() + 2) * UNIT_ROUNDOFF * magnitude;
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
    public static void requireComplete(ProblemView problem, int[] serverOf) {
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
