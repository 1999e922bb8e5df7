package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/** Costs and demands server by server, for subproblems go through all twins of one: R·M, row-major. Never changes. */
final class ServerCosts {
    final double[] cost;
    final double[] demand;

    /** Copies both matrices, O(M·R). */
    ServerCosts(PlacementProblem problem) {
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
}
