package dev.twinplace.exact.cpsat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CapacityRowTest {
    @Test
    void wholeDemandsStayAsTheyAre() {
        CapacityRow row = CapacityRow.of(problem(10.5, 3, 4, 5), 0).orElseThrow();
        assertEquals(3, row.demand(0));
        assertEquals(10, row.limit());
    }

    @Test
    void thereIsNoRowWhereAllFitTogetherOrNoneAtAll() {
        assertTrue(CapacityRow.of(problem(12, 3, 4, 5), 0).isEmpty());
        assertTrue(CapacityRow.of(problem(Double.POSITIVE_INFINITY, 3, 4, 5), 0).isEmpty());
        assertTrue(CapacityRow.of(problem(0, 3, 4, 5), 0).isEmpty());
        assertFalse(CapacityRow.of(problem(11.9, 3, 4, 5), 0).isEmpty());
    }

    /** Capacities that are the sum of some demands, a little more or a little less: only the checker's word counts. */
    @Test
    void acceptsWhatTheCheckerAcceptsWhereItIsTight() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            double magnitude = Math.pow(10, random.nextInt(-12, 13));
            double[] demand = random.doubles(12, 0.1, 1).map(d -> d * magnitude).toArray();
            double most = demand[0] + demand[1] + demand[2] + demand[3] + demand[4] + demand[5];
            double capacity = most * (1 + random.nextInt(-3, 4) * 5e-10);
            PlacementProblem problem = problem(capacity, demand);
            CapacityRow row = CapacityRow.of(problem, 0).orElseThrow();
            long load = 0;
            int[] serverOf = new int[12];
            for (int m = 0; m < 12; m++) {
                serverOf[m] = m < 6 ? 0 : 1;
                load += m < 6 ? row.demand(m) : 0;
            }
            assertEquals(PlacementChecker.isFeasible(problem, Placement.of(serverOf)), load <= row.limit(), "run " + i);
        }
    }

    private static PlacementProblem problem(double capacity, double... demands) {
        var builder = PlacementProblem.builder(demands.length, 2).capacity(0, capacity);
        for (int m = 0; m < demands.length; m++) {
            builder.demand(m, demands[m]);
        }
        return builder.build();
    }
}
