package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * Infeasible by counting: a server takes no more twins than those of least demand that fit together, and all servers together
 * must take all twins.
 */
final class Counting {
    /** Relative, on a sum of at most M demands: more than its rounding error for any M in memory. */
    private static final double ROUNDING = 0x1p-24;

    private Counting() {}

    /** Whether more twins are left than places. O(M·R), and O(M·R·log M) if the mean demands do not already deny it. */
    static boolean isInfeasible(PlacementProblem problem) {
        return places(problem, true) < problem.twins() && places(problem, false) < problem.twins();
    }

    /** A lower or an upper bound on how many twins all servers take. */
    private static long places(PlacementProblem problem, boolean atLeast) {
        double[] demands = new double[problem.twins()];
        long places = 0;
        for (int s = 0; s < problem.servers() && places < problem.twins(); s++) {
            int fitting = 0;
            double sum = 0;
            for (int m = 0; m < demands.length; m++) {
                if (problem.fits(m, s)) {
                    demands[fitting++] = problem.demand(m, s);
                    sum += problem.demand(m, s);
                }
            }
            double limit = problem.loadLimit(s);
            if (sum <= limit) {
                places += fitting;
            } else {
                places += atLeast ? (long) (limit / (sum / fitting)) : most(demands, fitting, limit);
            }
        }
        return places;
    }

    private static int most(double[] demands, int fitting, double limit) {
        Arrays.sort(demands, 0, fitting);
        double sum = 0;
        int count = 0;
        while (count < fitting && sum + demands[count] <= limit * (1 + ROUNDING)) {
            sum += demands[count++];
        }
        return count;
    }
}
