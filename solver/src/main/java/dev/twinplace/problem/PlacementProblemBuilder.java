package dev.twinplace.problem;

import java.util.Arrays;

/** Builds a problem entry by entry; what is not set is 0, or infinite for a capacity. One problem per builder. */
public final class PlacementProblemBuilder {
    private ProblemBuffer problem;
    private final SideConstraintsBuilder side;
    private SideConstraints otherSide; // if taken over

    PlacementProblemBuilder(int twins, int servers) {
        problem = new ProblemBuffer(twins, servers);
        side = new SideConstraintsBuilder(twins, servers);
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
     * Adds a row of {@link SideConstraints}. Members that demand nothing are left out, and so is a row that can never be exceeded.
     *
     * @param name of the resource or group, for messages
     * @param members twins, none twice; copied like the others
     * @param demands at least 0, one for each member
     * @param limits at least 0, one for each server; infinite where nothing is limited
     * @throws IllegalArgumentException if an entry is out of its domain
     */
    public PlacementProblemBuilder row(String name, int[] members, double[] demands, double[] limits) {
        return row(name, members, demands, limits, 1);
    }

    /** As above, where a demand is the sum of so many numbers at most. */
    PlacementProblemBuilder row(String name, int[] members, double[] demands, double[] limits, int terms) {
        side.row(name, members, demands, limits, terms);
        return this;
    }

    /** The work on a server, its own included, up to which a twin may be there: at least 0. */
    public PlacementProblemBuilder workLimit(int twin, int server, double value) {
        cell(twin, server);
        side.workLimit(twin, server, value);
        return this;
    }

    /** The work of a twin is the sum of so many numbers at most. */
    PlacementProblemBuilder termsOfWork(int terms) {
        side.termsOfWork(terms);
        return this;
    }

    /** Takes over side constraints; rows and limits stated here do not count then. */
    PlacementProblemBuilder side(SideConstraints constraints) {
        otherSide = constraints;
        return this;
    }

    /**
     * The problem. The builder is spent. Twins are barred by their demand where a row or a limit of work alone keeps them off; the
     * capacity of such a server is then at most twice what those that fit demand together.
     *
     * @throws IllegalArgumentException if an entry is out of its domain or the objective can overflow
     */
    public PlacementProblem build() {
        return build(1);
    }

    /** As above, where a demand is the sum of so many numbers at most, see {@link ProblemView#demandTerms}. */
    PlacementProblem build(int termsOfDemands) {
        problem.complete(termsOfDemands);
        SideConstraints constraints = otherSide == null ? side.build(problem.work) : otherSide;
        if (SideBars.apply(problem, constraints)) {
            problem.complete(termsOfDemands);
        }
        PlacementProblem built = new PlacementProblem(problem, constraints);
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
