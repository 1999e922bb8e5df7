package dev.twinplace.heuristic.ejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.SideProblems;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CapacityPricesTest {
    /** Demands that do not depend on the server, and costs of which the least of a twin is 0: no price that all share is of use. */
    @Test
    void pricesAreFoundWhereSharedOnesDoNotHelp() {
        for (int resources = 1; resources <= 3; resources++) {
            for (int seed = 0; seed < 10; seed++) {
                PlacementProblem problem = SideProblems.severalResources(60, 6, resources, 0.9, seed);
                double[] cost = reducedCosts(problem);
                double[] prices = climb(problem, cost);
                double value = lagrangian(problem, cost, prices);
                assertEquals(0, lagrangian(problem, cost, new double[prices.length]));
                assertTrue(value > 60, resources + " resources, seed " + seed + ": " + value);
            }
        }
    }

    @Test
    void theirValueIsABound() {
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = SideProblems.severalResources(6, 3, 3, 0.8, seed);
            double[] cost = new double[18];
            Arrays.setAll(cost, i -> cost(problem, i));
            double value = lagrangian(problem, cost, climb(problem, cost));
            assertTrue(value <= BruteForce.solve(problem).cost() + 1e-6, "seed " + seed);
        }
    }

    private static double cost(PlacementProblem problem, int cell) {
        int m = cell / problem.servers();
        int s = cell % problem.servers();
        return problem.fits(m, s) ? problem.cost(m, s) : Double.POSITIVE_INFINITY;
    }

    private static double[] reducedCosts(PlacementProblem problem) {
        int servers = problem.servers();
        double[] cost = new double[problem.twins() * servers];
        Arrays.setAll(cost, i -> cost(problem, i));
        for (int row = 0; row < cost.length; row += servers) {
            double least = Arrays.stream(cost, row, row + servers).min().orElseThrow();
            for (int i = row; i < row + servers; i++) {
                cost[i] -= least;
            }
        }
        return cost;
    }

    private static double[] climb(PlacementProblem problem, double[] cost) {
        int servers = problem.servers();
        SideConstraints side = problem.side();
        double[] demand = new double[cost.length];
        Arrays.setAll(demand, i -> problem.demand(i / servers, i % servers));
        double[] limit = new double[(1 + side.rows()) * servers];
        Arrays.setAll(limit, cell -> limit(problem, cell));
        boolean[] limited = new boolean[limit.length];
        Arrays.fill(limited, true);
        return new CapacityPrices(cost, demand, limit, limited, side).climb(300, Budget.UNLIMITED.start());
    }

    private static double limit(PlacementProblem problem, int cell) {
        int s = cell % problem.servers();
        return cell < problem.servers()
                ? problem.loadLimit(s)
                : problem.side().sumLimit(cell / problem.servers() - 1, s);
    }

    /** L(u) by its formula. */
    private static double lagrangian(PlacementProblem problem, double[] cost, double[] prices) {
        int servers = problem.servers();
        double value = 0;
        for (int m = 0; m < problem.twins(); m++) {
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < servers; s++) {
                double priced = cost[m * servers + s] + prices[s] * problem.demand(m, s);
                for (int entry = problem.side().start(m); entry < problem.side().end(m); entry++) {
                    int row = problem.side().row(entry);
                    priced += prices[(1 + row) * servers + s] * problem.side().demand(entry);
                }
                least = Math.min(least, priced);
            }
            value += least;
        }
        for (int cell = 0; cell < prices.length; cell++) {
            value -= prices[cell] * limit(problem, cell);
        }
        return value;
    }
}
