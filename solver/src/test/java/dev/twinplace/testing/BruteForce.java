package dev.twinplace.testing;

import dev.twinplace.problem.PlacementProblem;

/** The optimum by recursion over all placements, each evaluated from scratch. For a few thousand placements. */
public final class BruteForce {
    private final PlacementProblem problem;
    private final int[] serverOf;
    private double bestCost = Double.POSITIVE_INFINITY;
    private long feasible;

    private BruteForce(PlacementProblem problem) {
        this.problem = problem;
        serverOf = new int[problem.twins()];
    }

    /** Finds the optimum of a problem. */
    public static BruteForce solve(PlacementProblem problem) {
        BruteForce search = new BruteForce(problem);
        search.place(0);
        return search;
    }

    private void place(int twin) {
        if (twin == serverOf.length) {
            if (NaiveCost.isFeasible(problem, serverOf)) {
                feasible++;
                bestCost = Math.min(bestCost, NaiveCost.cost(problem, serverOf));
            }
            return;
        }
        for (int s = 0; s < problem.servers(); s++) {
            serverOf[twin] = s;
            place(twin + 1);
        }
    }

    public boolean isFeasible() {
        return feasible > 0;
    }

    /** Infinite if the problem is infeasible. */
    public double cost() {
        return bestCost;
    }
}
