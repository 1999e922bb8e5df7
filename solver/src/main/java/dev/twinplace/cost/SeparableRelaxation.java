package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * The problem with everything that couples twins taken away: each twin goes where it alone would be cheapest.
 *
 * <p>For twin m on server s the relaxed cost is cost[m][s] + contention[s]·weight[m]·work[m], for a twin always meets its
 * own work, and what others add is never negative. Servers whose capacity the twin alone exceeds are left out. So the sum
 * of the minima is a lower bound on every placement, and the optimum itself where nothing couples the twins.
 *
 * <p>Without contention it is summed in the order of {@link CostEvaluator}, and rounding is monotone: it is at most what that
 * says of any placement. With contention the rounding of both sums is taken off.
 */
public final class SeparableRelaxation {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final ProblemView problem;
    private final int[] cheapest;
    private final double lowerBound;

    /** Solves the relaxation in O(M·R). */
    public SeparableRelaxation(ProblemView problem) {
        this.problem = problem;
        cheapest = new int[problem.twins()];
        double[] contention = new double[problem.servers()];
        Arrays.setAll(contention, problem::contention);
        double sum = 0;
        double magnitude = 0;
        for (int m = 0; m < cheapest.length; m++) {
            double own = problem.weight(m) * problem.work(m);
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < contention.length; s++) {
                double cost = problem.cost(m, s) + contention[s] * own;
                if (cost < least && problem.fits(m, s)) {
                    least = cost;
                    cheapest[m] = s;
                }
            }
            sum += least;
            magnitude += Math.abs(least);
        }
        boolean exact = !problem.hasContention() || sum == Double.POSITIVE_INFINITY;
        lowerBound = exact ? sum : sum - rounding(problem) * magnitude;
    }

    private static double rounding(ProblemView problem) {
        return 2 * (problem.twins() + problem.servers() + 4) * UNIT_ROUNDOFF;
    }

    private static double aloneCost(ProblemView problem, int twin, int server) {
        if (!problem.fits(twin, server)) {
            return Double.POSITIVE_INFINITY;
        }
        return problem.cost(twin, server) + problem.contention(server) * (problem.weight(twin) * problem.work(twin));
    }

    /** At most the cost of any placement; infinite if some twin fits on no server, so that there is none. */
    public double lowerBound() {
        return lowerBound;
    }

    /** The cheapest server of each twin, the lowest index among equals; a new array. May exceed capacities. */
    public int[] placement() {
        return cheapest.clone();
    }

    /** What each twin costs alone on its cheapest server; a new array. */
    public double[] leastCosts() {
        double[] least = new double[cheapest.length];
        Arrays.setAll(least, m -> aloneCost(problem, m, cheapest[m]));
        return least;
    }
}
