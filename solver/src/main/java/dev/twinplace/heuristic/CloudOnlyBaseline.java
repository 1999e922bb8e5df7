package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;

/** The paper's Cloud Only (CO): every twin in the cloud; where there are several clouds, in its cheapest. */
public final class CloudOnlyBaseline extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        ProblemView problem = placement.problem();
        for (int m = 0; m < problem.twins(); m++) {
            placement.move(m, cheapestCloud(problem, m));
        }
        return problem.twins();
    }

    private static int cheapestCloud(ProblemView problem, int twin) {
        int cheapest = -1;
        for (int s = 0; s < problem.servers(); s++) {
            if (problem.isCloud(s) && (cheapest < 0 || problem.cost(twin, s) < problem.cost(twin, cheapest))) {
                cheapest = s;
            }
        }
        if (cheapest < 0) {
            throw new UnsupportedProblemException("cloud-only needs a cloud, but no server is one");
        }
        return cheapest;
    }
}
