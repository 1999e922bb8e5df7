package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/** Costs and demands server by server, for subproblems go through all twins of one: R·M, row-major. */
final class ServerCosts {
    /** With what rows charge as of {@link #charge}. */
    final double[] cost;

    final double[] demand;

    private final PlacementProblem problem;

    /** Copies both matrices, O(M·R). Nothing is charged. */
    ServerCosts(PlacementProblem problem) {
        this.problem = problem;
        int twins = problem.twins();
        cost = new double[twins * problem.servers()];
        demand = new double[cost.length];
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < problem.servers(); s++) {
                cost[s * twins + m] = problem.cost(m, s);
                demand[s * twins + m] = problem.demand(m, s);
            }
        }
    }

    /** Takes over prices of rows. O(M·R) and what rows the twins have. */
    void charge(RowPrices rows, double[] price) {
        int twins = problem.twins();
        for (int s = 0; s < problem.servers(); s++) {
            for (int m = 0; m < twins; m++) {
                cost[s * twins + m] = rows.charged(problem.cost(m, s), m, s, price);
            }
        }
    }
}
