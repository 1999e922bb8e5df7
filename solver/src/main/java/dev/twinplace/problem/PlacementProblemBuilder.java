package dev.twinplace.problem;

import java.util.Arrays;

/** Builds a problem entry by entry; what is not set is 0, or infinite for a capacity. One problem per builder. */
public final class PlacementProblemBuilder {
    private ProblemBuffer problem;

    PlacementProblemBuilder(int twins, int servers) {
        problem = new ProblemBuffer(twins, servers);
    }

    public PlacementProblemBuilder cost(int twin, int server, double value) {
        problem.cost[cell(twin, server)] = value;
        return this;
    }

    public PlacementProblemBuilder demand(int twin, int server, double value) {
        problem.demand[cell(twin, server)] = value;
        return this;
    }

    /** The same demand on every server. */
    public PlacementProblemBuilder demand(int twin, double value) {
        int row = cell(twin, 0);
        Arrays.fill(problem.demand, row, row + problem.servers, value);
        return this;
    }

    public PlacementProblemBuilder capacity(int server, double value) {
        problem.capacity[server] = value;
        return this;
    }

    public PlacementProblemBuilder contention(int server, double value) {
        problem.contention[server] = value;
        return this;
    }

    public PlacementProblemBuilder weight(int twin, double value) {
        problem.weight[twin] = value;
        return this;
    }

    public PlacementProblemBuilder work(int twin, double value) {
        problem.work[twin] = value;
        return this;
    }

    public PlacementProblemBuilder cloud(int server) {
        problem.cloud[server] = true;
        return this;
    }

    /**
     * The problem. The builder is spent.
     *
     * @throws IllegalArgumentException if an entry is out of its domain or the objective can overflow
     */
    public PlacementProblem build() {
        return build(1);
    }

    /** As above, where a demand is the sum of so many numbers at most, see {@link ProblemView#demandTerms}. */
    PlacementProblem build(int termsOfDemands) {
        problem.complete(termsOfDemands);
        PlacementProblem built = new PlacementProblem(problem);
        problem = null;
        return built;
    }

    private int cell(int twin, int server) {
        if (server < 0 || server >= problem.servers) {
            throw new IndexOutOfBoundsException("server " + server + " of " + problem.servers);
        }
        return twin * problem.servers + server;
    }
}
