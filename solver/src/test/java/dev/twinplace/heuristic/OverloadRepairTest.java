package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverloadRepairTest {
    @ParameterizedTest
    @EnumSource
    void saysWhatIsSoAndNeverEndsWithMoreOverload(Kind kind) {
        for (int seed = 0; seed < 100; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed % 30, 1 + seed % 6, seed);
            int[] start = RandomProblems.placement(problem, new SplittableRandom(seed));
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(start);
            boolean feasible = new OverloadRepair(placement).repair(Budget.UNLIMITED.start());
            int[] end = serverOf(placement);
            assertEquals(NaiveCost.isFeasible(problem, end), feasible);
            assertTrue(NaiveCost.overload(problem, end) <= NaiveCost.overload(problem, start) + 1e-9);
            if (NaiveCost.isFeasible(problem, start)) {
                assertArrayEquals(start, end);
            }
        }
    }

    /** Nearly every feasible problem is repaired, from anywhere; no proof is claimed for the rest. */
    @Test
    void findsThePlacementsThatBruteForceFinds() {
        int feasible = 0;
        int repaired = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(RandomProblems.placement(problem, new SplittableRandom(seed)));
            if (placement.overload() > 0) {
                boolean found = new OverloadRepair(placement).repair(Budget.UNLIMITED.start());
                boolean exists = BruteForce.solve(problem).isFeasible();
                assertTrue(exists || !found);
                feasible += exists ? 1 : 0;
                repaired += found ? 1 : 0;
            }
        }
        assertTrue(feasible > 250, "too few to tell: " + feasible);
        assertTrue(repaired >= 0.99 * feasible, "of " + feasible + " it repaired " + repaired);
    }

    /**
     * Twins of the same size everywhere, on servers that are full to the last unit: most single moves and swaps only shift
     * the overload.
     */
    @ParameterizedTest
    @CsvSource({"60, 10, 0.005", "200, 20, 0", "1000, 50, 0"})
    void packsServersThatMustBeFull(int twins, int servers, double slack) {
        for (int seed = 0; seed < 5; seed++) {
            IncrementalCost placement = new IncrementalCost(packing(twins, servers, slack, seed));
            placement.reset(new int[twins]); // all on one server
            assertTrue(new OverloadRepair(placement).repair(Budget.UNLIMITED.start()), "seed " + seed);
            assertEquals(0, placement.overload());
        }
    }

    /** Capacities are the loads of a placement drawn at random, and some more. */
    private static PlacementProblem packing(int twins, int servers, double slack, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        var builder = PlacementProblem.builder(twins, servers);
        double[] load = new double[servers];
        for (int m = 0; m < twins; m++) {
            int demand = random.nextInt(5, 101);
            builder.demand(m, demand);
            load[random.nextInt(servers)] += demand;
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, random.nextInt(1, 101));
            }
        }
        for (int s = 0; s < servers; s++) {
            builder.capacity(s, Math.floor(load[s] * (1 + slack)));
        }
        return builder.build();
    }

    /** Twin 0 leaves where twin 1 is cheaper to move: of two ways out the one that costs less. */
    @Test
    void takesTheCheaperWayOut() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 1, 5)
                .cost(1, 1, 3)
                .demand(0, 1)
                .demand(1, 1)
                .capacity(0, 1)
                .capacity(1, 1)
                .build();
        assertArrayEquals(new int[] {0, 1}, repaired(problem, new int[] {0, 0}));
    }

    /** No move or swap lessens the overload of server 0 alone: twin 1 must first make room on server 2 for twin 0. */
    @Test
    void findsChains() {
        PlacementProblem problem = PlacementProblem.builder(3, 3)
                .demand(0, 0, 3)
                .demand(0, 1, 9)
                .demand(0, 2, 2)
                .demand(1, 0, 9)
                .demand(1, 1, 2)
                .demand(1, 2, 2)
                .demand(2, 0, 2)
                .demand(2, 1, 9)
                .demand(2, 2, 9)
                .capacity(0, 4)
                .capacity(1, 2)
                .capacity(2, 3)
                .build();
        assertArrayEquals(new int[] {2, 1, 0}, repaired(problem, new int[] {0, 2, 0}));
    }

    private static int[] repaired(PlacementProblem problem, int[] start) {
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(start);
        assertTrue(new OverloadRepair(placement).repair(Budget.UNLIMITED.start()));
        return serverOf(placement);
    }

    @Test
    void givesUpWhereNoPlacementExists() {
        var builder = PlacementProblem.builder(41, 4);
        for (int m = 0; m < 41; m++) {
            builder.demand(m, 1);
        }
        for (int s = 0; s < 4; s++) {
            builder.capacity(s, 10);
        }
        IncrementalCost placement = new IncrementalCost(builder.build());
        placement.reset(new int[41]);
        OverloadRepair repair = new OverloadRepair(placement);
        assertFalse(repair.repair(Budget.UNLIMITED.start()));
        assertEquals(1, placement.overload(), "the least that is possible");
        assertTrue(repair.steps() >= 30 && repair.steps() < 2000, "steps: " + repair.steps());
    }

    /** Relative to its capacity the load of server 0 is beyond all numbers. */
    @Test
    void capacitiesMayBeNothingOrNearlyNothing() {
        for (double capacity : new double[] {0, Double.MIN_VALUE, 1e-300}) {
            PlacementProblem problem = PlacementProblem.builder(2, 2)
                    .cost(0, 1, 1e300)
                    .demand(0, 1e100)
                    .demand(1, 1)
                    .capacity(0, capacity)
                    .build();
            assertArrayEquals(new int[] {1, 1}, repaired(problem, new int[] {0, 0}));
        }
    }

    /** The one instance is reused, as searches do, and a spent budget leaves time for so little. */
    @Test
    void aSpentBudgetDoesNotKeepItFromAFewSteps() {
        PlacementProblem problem = packing(60, 10, 0.1, 1);
        IncrementalCost placement = new IncrementalCost(problem);
        OverloadRepair repair = new OverloadRepair(placement);
        placement.reset(new int[60]);
        assertTrue(repair.repair(Budget.ofNodes(0).start()));
        long steps = repair.steps();
        int[] end = serverOf(placement);
        placement.reset(new int[60]);
        assertTrue(repair.repair(Budget.ofNodes(7).start()));
        assertArrayEquals(end, serverOf(placement));
        assertEquals(steps, repair.steps());
        assertTrue(repair.repair(Budget.ofTime(Duration.ZERO).start()), "nothing to do");
        assertEquals(0, repair.steps());
    }

    private static int[] serverOf(IncrementalCost placement) {
        int[] serverOf = new int[placement.problem().twins()];
        placement.copyTo(serverOf);
        return serverOf;
    }
}
