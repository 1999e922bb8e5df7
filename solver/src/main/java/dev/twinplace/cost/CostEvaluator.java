package dev.twinplace.cost;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * The definition of a placement's cost: the objective of {@link PlacementProblem}, summed from scratch in O(M + R).
 *
 * <p>Every cost that is reported comes from here. Use {@link IncrementalCost} where a search moves one twin at a time.
 * An instance allocates nothing after construction and belongs to one thread.
 */
public final class CostEvaluator {
    private final ProblemView problem;
    private final double[] weightOn;
    private final double[] workOn;

    public CostEvaluator(ProblemView problem) {
        this.problem = problem;
        this.weightOn = new double[problem.servers()];
        this.workOn = new double[problem.servers()];
    }

    /**
     * Σ_m cost[m][s_m] + Σ_s contention[s]·weightOn[s]·workOn[s], both sums in ascending order of their index. Capacities
     * play no part.
     *
     * @param serverOf server of each of the M twins; read only
     */
    public double cost(int[] serverOf) {
        Arrays.fill(weightOn, 0);
        Arrays.fill(workOn, 0);
        double total = 0;
        for (int m = 0; m < problem.twins(); m++) {
            int s = serverOf[m];
            total += problem.cost(m, s);
            weightOn[s] += problem.weight(m);
            workOn[s] += problem.work(m);
        }
        for (int s = 0; s < problem.servers(); s++) {
            total += problem.contention(s) * weightOn[s] * workOn[s];
        }
        return total;
    }
}
