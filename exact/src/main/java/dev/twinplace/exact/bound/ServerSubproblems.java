package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/** The subproblem of each server, by what the server has: contention or none. Servers of a kind share their memory. */
final class ServerSubproblems {
    private final ServerSubproblem[] of;

    /** Nothing is loaded. O(R), and O(M) memory. */
    ServerSubproblems(PlacementProblem problem, ServerCosts costs) {
        of = new ServerSubproblem[problem.servers()];
        ServerSubproblem knapsack = null;
        ServerSubproblem contended = null;
        for (int s = 0; s < of.length; s++) {
            if (problem.contention(s) > 0) {
                contended = contended == null ? new ContentionSubproblem(problem, costs) : contended;
                of[s] = contended;
            } else {
                knapsack = knapsack == null ? new KnapsackSubproblem(problem, costs) : knapsack;
                of[s] = knapsack;
            }
        }
    }

    /** The subproblem of a server at these prices of the twins, until the next one is loaded. */
    ServerSubproblem load(int server, Domains domains, double[] price) {
        ServerSubproblem subproblem = of[server];
        subproblem.load(server, domains, price);
        return subproblem;
    }
}
