package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/** All twins on one and the same server, the cheapest for them together. The least that a learned policy must beat. */
public final class BestFixedBaseline extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        ProblemView problem = placement.problem();
        double[] costs = costsOfAllOn(problem);
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int s = 0; s < costs.length; s++) {
            if (costs[s] < bestCost) {
                best = s;
                bestCost = costs[s];
            }
        }
        if (best >= 0) {
            for (int m = 0; m < problem.twins(); m++) {
                placement.move(m, best);
            }
        }
        return problem.servers();
    }

    /** For each server; infinite if it cannot take them all. */
    private static double[] costsOfAllOn(ProblemView problem) {
        double[] cost = new double[problem.servers()];
        double[] load = new double[problem.servers()];
        double weight = 0;
        double work = 0;
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < cost.length; s++) {
                cost[s] += problem.cost(m, s);
                load[s] += problem.demand(m, s);
            }
            weight += problem.weight(m);
            work += problem.work(m);
        }
        for (int s = 0; s < cost.length; s++) {
            boolean fits = load[s] <= problem.loadLimit(s) && keepsSide(problem, s);
            cost[s] = fits ? cost[s] + problem.contention(s) * weight * work : Double.POSITIVE_INFINITY;
        }
        return cost;
    }

    private static boolean keepsSide(ProblemView problem, int server) {
        if (problem.side().isNone()) {
            return true;
        }
        int[] serverOf = new int[problem.twins()];
        Arrays.fill(serverOf, server);
        return PlacementChecker.isFeasible(problem, serverOf);
    }
}
