package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;

/** All twins on one and the same server, the cheapest for them together. The least that a learned policy must beat. */
public final class BestFixedBaseline extends Heuristic {
    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        PlacementProblem problem = placement.problem();
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double cost = costOfAllOn(problem, s);
            if (cost < bestCost) {
                best = s;
                bestCost = cost;
            }
        }
        if (best >= 0) {
            for (int m = 0; m < problem.twins(); m++) {
                placement.move(m, best);
            }
        }
        return problem.servers();
    }

    /** Infinite if the server cannot take them all. */
    private static double costOfAllOn(PlacementProblem problem, int server) {
        double cost = 0;
        double load = 0;
        double weight = 0;
        double work = 0;
        for (int m = 0; m < problem.twins(); m++) {
            cost += problem.cost(m, server);
            load += problem.demand(m, server);
            weight += problem.weight(m);
            work += problem.work(m);
        }
        return load <= problem.loadLimit(server)
                ? cost + problem.contention(server) * weight * work
                : Double.POSITIVE_INFINITY;
    }
}
