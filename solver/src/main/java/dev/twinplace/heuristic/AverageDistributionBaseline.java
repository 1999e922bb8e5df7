package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;

/**
 * The paper's Average Distribution (AD): "each server shares an average amount of workload".
 *
 * <p>The paper does not say how. Here twins go by workload, largest first, to the server with the least work so far among
 * those with room, clouds included.
 */
public final class AverageDistributionBaseline extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        ProblemView problem = placement.problem();
        double[] workOn = new double[problem.servers()];
        double[] work = new double[problem.twins()];
        for (int m = 0; m < work.length; m++) {
            work[m] = problem.work(m);
        }
        for (int m : DecreasingOrder.of(work)) {
            int server = leastLoaded(placement, m, workOn);
            if (server < 0) {
                break;
            }
            placement.move(m, server);
            workOn[server] += work[m];
        }
        return problem.twins();
    }

    private static int leastLoaded(IncrementalCost placement, int twin, double[] workOn) {
        int least = -1;
        for (int s = 0; s < workOn.length; s++) {
            if (placement.fits(twin, s) && (least < 0 || workOn[s] < workOn[least])) {
                least = s;
            }
        }
        return least;
    }
}
