package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;

/**
 * The work that the twins of one server tolerate, along the path of a depth-first search: depth 0 has the decided twins. What
 * exceeds a limit by no more than sums are rounded by is within.
 */
final class WorkLimits {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final PlacementProblem problem;
    private final double rounding;
    private final double[] tightestAt;
    private int server;
    private double baseTightest;

    private WorkLimits(PlacementProblem problem) {
        this.problem = problem;
        rounding = 1 + 4 * (problem.twins() + 4) * UNIT_ROUNDOFF;
        tightestAt = new double[problem.twins() + 2];
    }

    /** Of a problem, null if it limits no work. */
    static WorkLimits of(PlacementProblem problem) {
        return problem.side().hasWorkLimits() ? new WorkLimits(problem) : null;
    }

    /** Looks at a server without twins. */
    void load(int which) {
        server = which;
        baseTightest = Double.POSITIVE_INFINITY;
    }

    /** Adds a decided twin. */
    void decide(int twin) {
        baseTightest = Math.min(baseTightest, problem.side().workSumLimit(twin, server));
    }

    /** Whether so much work, all that is there, is tolerated by the decided twins and one more, or -1. */
    boolean isTolerated(double work, int oneMore) {
        double own = oneMore < 0 ? Double.POSITIVE_INFINITY : problem.side().workSumLimit(oneMore, server);
        return work <= Math.min(baseTightest, own) * rounding;
    }

    /** Begins a search with the decided twins and one more, or -1. */
    void start(int oneMore) {
        double own = oneMore < 0 ? Double.POSITIVE_INFINITY : problem.side().workSumLimit(oneMore, server);
        tightestAt[0] = Math.min(baseTightest, own);
    }

    /** Whether a twin may be taken at a depth, with so much work in all then. */
    boolean allows(int twin, double work, int depth) {
        return work <= Math.min(tightestAt[depth], problem.side().workSumLimit(twin, server)) * rounding;
    }

    /** Takes a twin: the next depth has it too. */
    void take(int twin, int depth) {
        tightestAt[depth + 1] = Math.min(tightestAt[depth], problem.side().workSumLimit(twin, server));
    }
}
