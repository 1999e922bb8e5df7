package dev.twinplace.exact.cpsat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.PlacementChecker;
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
    void largeWholeCapacitiesAreExact() {
        double capacity = 0x1p52;
        CapacityRow row =
                CapacityRow.of(problem(capacity, 0x1p51, 0x1p51, 1), 0).orElseThrow();
        assertEquals((long) capacity, row.limit());
        assertEquals(row.limit() + 1, row.demand(0) + row.demand(1) + row.demand(2));
    }

    @Test
    void thereIsNoRowWhereAllFitTogetherOrNoneAtAll() {
        assertTrue(CapacityRow.of(problem(12, 3, 4, 5), 0).isEmpty());
        assertTrue(CapacityRow.of(problem(Double.POSITIVE_INFINITY, 3, 4, 5), 0).isEmpty());
        assertTrue(CapacityRow.of(problem(0, 3, 4, 5), 0).isEmpty());
        assertFalse(CapacityRow.of(problem(11.9, 3, 4, 5), 0).isEmpty());
    }

    /** What makes INFEASIBLE right: capacities that are the sum of some demands, up to a few units in the last place. */
    @Test
    void cutsOffNothingThatTheCheckerAccepts() {
        SplittableRandom random = new SplittableRandom(3);
        int accepted = 0;
        int rejected = 0;
        for (int i = 0; i < 2000; i++) {
            double magnitude = Math.pow(10, random.nextInt(-12, 13));
            double[] demand = random.doubles(12, 0.1, 1).map(d -> d * magnitude).toArray();
            double most = demand[0] + demand[1] + demand[2] + demand[3] + demand[4] + demand[5];
            PlacementProblem problem = problem(most + random.nextInt(-20, 4) * Math.ulp(most), demand);
            CapacityRow row = CapacityRow.of(problem, 0).orElseThrow();
            boolean passes = PlacementChecker.isFeasible(problem, firstSixTogether());
            assertTrue(!passes || load(row) <= row.limit(), "run " + i);
            accepted += passes ? 1 : 0;
            rejected += passes ? 0 : 1;
        }
        assertTrue(accepted > 500 && rejected > 100, accepted + " accepted, " + rejected + " rejected");
    }

    /** Nor does it let much through: a share of 1e-14 of the load too much is seen. */
    @Test
    void seesLoadsThatExceedTheCapacityByLittle() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double[] demand = random.doubles(12, 0.1, 1).toArray();
            double most = demand[0] + demand[1] + demand[2] + demand[3] + demand[4] + demand[5];
            PlacementProblem problem = problem(most * (1 - 1e-14), demand);
            CapacityRow row = CapacityRow.of(problem, 0).orElseThrow();
            assertFalse(PlacementChecker.isFeasible(problem, firstSixTogether()), "run " + i);
            assertTrue(load(row) > row.limit(), "run " + i);
        }
    }

    private static int[] firstSixTogether() {
        return new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    }

    private static long load(CapacityRow row) {
        long load = 0;
        for (int m = 0; m < 6; m++) {
            load += row.demand(m);
        }
        return load;
    }

    private static PlacementProblem problem(double capacity, double... demands) {
        var builder = PlacementProblem.builder(demands.length, 2).capacity(0, capacity);
        for (int m = 0; m < demands.length; m++) {
            builder.demand(m, demands[m]);
        }
        return builder.build();
    }
}
