package dev.twinplace.benchmarks.peers.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;

/** A placement problem in Timefold's terms. */
@PlanningSolution
public class TimefoldPlan {
    private static final double COSTS = 0x1p50;
    private static final double LOADS = 0x1p40;

    @ValueRangeProvider
    private List<TimefoldServer> servers;

    @PlanningEntityCollectionProperty
    private List<TimefoldTwin> twins;

    @PlanningScore
    @SuppressWarnings("UnusedVariable") // Timefold's own
    private HardSoftLongScore score;

    public TimefoldPlan() {}

    static TimefoldPlan of(PlacementProblem problem) {
        Units units = Units.of(problem);
        TimefoldPlan plan = new TimefoldPlan();
        plan.servers = new ArrayList<>();
        for (int s = 0; s < problem.servers(); s++) {
            plan.servers.add(units.server(problem, s));
        }
        plan.twins = new ArrayList<>();
        for (int m = 0; m < problem.twins(); m++) {
            plan.twins.add(units.twin(problem, m));
        }
        return plan;
    }

    /** The server of each twin, or null if some have none yet. */
    int[] placement() {
        int[] serverOf = new int[twins.size()];
        for (int m = 0; m < serverOf.length; m++) {
            TimefoldServer server = twins.get(m).getServer();
            if (server == null) {
                return null;
            }
            serverOf[m] = server.index();
        }
        return serverOf;
    }

    private record Units(
            WholeNumbers cost, WholeNumbers demand, WholeNumbers weight, WholeNumbers work, double costPerProduct) {
        static Units of(PlacementProblem problem) {
            double demands = 0;
            double weights = 0;
            double works = 0;
            for (int m = 0; m < problem.twins(); m++) {
                double largest = 0;
                for (int s = 0; s < problem.servers(); s++) {
                    largest = Math.max(largest, problem.demand(m, s));
                }
                demands += largest;
                weights += problem.weight(m);
                works += problem.work(m);
            }
            double perProduct = weights * works > 0 && problem.costMagnitude() > 0
                    ? (COSTS / problem.costMagnitude()) * (weights / LOADS) * (works / LOADS)
                    : 0;
            return new Units(
                    new WholeNumbers(problem.costMagnitude(), COSTS),
                    new WholeNumbers(demands, LOADS),
                    new WholeNumbers(weights, LOADS),
                    new WholeNumbers(works, LOADS),
                    perProduct);
        }

        TimefoldServer server(PlacementProblem problem, int s) {
            double capacity = problem.capacity(s);
            long limit = Double.isInfinite(capacity) ? Long.MAX_VALUE : demand.down(problem.loadLimit(s));
            return new TimefoldServer(s, limit, problem.contention(s) * costPerProduct);
        }

        TimefoldTwin twin(PlacementProblem problem, int m) {
            long[] costs = new long[problem.servers()];
            long[] demands = new long[problem.servers()];
            for (int s = 0; s < costs.length; s++) {
                costs[s] = cost.nearest(problem.cost(m, s));
                demands[s] = demand.up(problem.demand(m, s));
            }
            return new TimefoldTwin(costs, demands, weight.nearest(problem.weight(m)), work.nearest(problem.work(m)));
        }
    }
}
