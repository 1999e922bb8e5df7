package dev.twinplace.exact.branchandbound;

import dev.twinplace.problem.PlacementProblem;

/** Of which number all costs of placements are multiples. */
final class CostGranularity {
    /** Up to this sum of absolute costs, sums of whole numbers are exact. */
    private static final double EXACT = 0x1p50;

    private CostGranularity() {}

    /** 1 if all costs are whole numbers and nothing else adds to them; 0 if no such number is known. */
    static double of(PlacementProblem problem) {
        if (problem.hasContention() || problem.costMagnitude() > EXACT) {
            return 0;
        }
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (problem.cost(m, s) != Math.rint(problem.cost(m, s))) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
