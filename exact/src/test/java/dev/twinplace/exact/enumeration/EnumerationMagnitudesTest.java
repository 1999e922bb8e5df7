package dev.twinplace.exact.enumeration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.exact.OnThreads;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that span magnitudes, and sums that meet their limits exactly: every claim against exact arithmetic. */
class EnumerationMagnitudesTest {
    private static final int PROBLEMS = 2000;

    private static SolveResult solve(PlacementProblem problem, int threads, Budget budget) {
        return OnThreads.of(threads, new EnumerationSolver()).solve(problem, budget, 0, IncumbentListener.NONE);
    }

    /** As they are cut for threads, and as one run: so small a problem has no digits left for the Gray code otherwise. */
    @Test
    void claimsAreTrueInExactArithmetic() {
        Map<WideProblems.Kind, int[]> seen = new EnumMap<>(WideProblems.Kind.class);
        for (int seed = 0; seed < PROBLEMS; seed++) {
            PlacementProblem problem = WideProblems.of(seed);
            ExactTruth truth = ExactTruth.of(problem);
            String what = WideProblems.kindOf(seed) + ", seed " + seed;
            SolveResult result = solve(problem, 1, Budget.UNLIMITED);
            requireTrue(problem, truth, result, what);
            assertEquals(truth.isFeasible() ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
            SolveResult inOneRun = new EnumerationSolver(1).solve(problem);
            requireTrue(problem, truth, inOneRun, what);
            assertEquals(result.status(), inOneRun.status(), what);
            seen.computeIfAbsent(WideProblems.kindOf(seed), kind -> new int[2])[truth.isFeasible() ? 1 : 0]++;
        }
        for (WideProblems.Kind kind : WideProblems.Kind.values()) {
            assertTrue(seen.get(kind)[1] >= 150, () -> kind + " must be feasible often");
        }
        assertTrue(seen.values().stream().mapToInt(counts -> counts[0]).sum() >= 200, "some must be infeasible");
    }

    /** The tolerance is a thousandth of that of OPTIMAL: what is left is the rounding of one evaluation. */
    private static void requireTrue(PlacementProblem problem, ExactTruth truth, SolveResult result, String what) {
        if (!truth.isFeasible()) {
            assertTrue(result.placement().isEmpty(), () -> what + ": infeasible, but " + result);
            return;
        }
        assertTrue(new BigDecimal(result.lowerBound()).compareTo(truth.optimum()) <= 0, what);
        if (result.placement().isPresent()) {
            int[] serverOf = result.placement().get().toArray();
            BigDecimal above = ExactTruth.cost(problem, serverOf).subtract(truth.optimum());
            assertTrue(above.signum() >= 0, what);
            if (result.status() == SolveStatus.OPTIMAL) {
                BigDecimal tolerance = truth.excess().multiply(new BigDecimal("1e-12"));
                assertTrue(above.compareTo(tolerance) <= 0, () -> what + ": " + above + " above the optimum");
            }
        }
    }

    private static SolveResult solveInRuns(PlacementProblem problem, int threads, long nodes) {
        return OnThreads.of(threads, new EnumerationSolver(4))
                .solve(problem, Budget.ofNodes(nodes), 0, IncumbentListener.NONE);
    }

    @Test
    void threadsChangeNothingAndNodeBudgetsClaimLess() {
        int unfinished = 0;
        for (int seed = 0; seed < PROBLEMS; seed += 4) {
            PlacementProblem problem = WideProblems.of(seed);
            ExactTruth truth = ExactTruth.of(problem);
            long all = (long) Math.pow(problem.servers(), problem.twins());
            for (long nodes : new long[] {0, 1, all / 3, all - 1, all, Long.MAX_VALUE}) {
                String what = WideProblems.kindOf(seed) + ", seed " + seed + ", nodes " + nodes;
                SolveResult one = solveInRuns(problem, 1, nodes);
                SolveResult two = solveInRuns(problem, 2, nodes);
                assertEquals(one.placement(), two.placement(), what);
                assertEquals(one.status(), two.status(), what);
                assertEquals(one.lowerBound(), two.lowerBound(), what);
                assertEquals(one.nodes(), two.nodes(), what);
                requireTrue(problem, truth, one, what);
                if (one.nodes() < all) {
                    assertTrue(one.status() != SolveStatus.INFEASIBLE || one.nodes() == 0, what);
                    unfinished++;
                }
            }
        }
        assertTrue(unfinished > 1000, "budgets must matter");
    }

    /**
     * Twin 2 passes a sentinel in the Gray code between servers 0 and 2. A running sum in floating point forgets its cost
     * of 2 there and takes 3 to be cheaper.
     */
    @Test
    void aSentinelCostDoesNotHideWhatOthersCost() {
        PlacementProblem problem = PlacementProblem.builder(7, 3)
                .cost(2, 0, 2)
                .cost(2, 1, 0x1p63)
                .cost(2, 2, 3)
                .cost(3, 0, 1)
                .cost(3, 1, 0x1p63)
                .cost(3, 2, 0x1p63)
                .build();
        SolveResult result = solve(problem, 1, Budget.UNLIMITED);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(3, result.cost());
        assertEquals(3, result.lowerBound(), 1e-12);
        assertEquals(Placement.of(new int[7]), result.placement().orElseThrow());
    }

    /** Where every placement has one, it is an offset like any other. */
    @Test
    void aSentinelThatNoPlacementAvoidsTakesNoPrecision() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .cost(0, 0, 0x1p63)
                .cost(0, 1, 0x1p63)
                .cost(1, 0, 1e-3)
                .cost(1, 1, 2e-3)
                .cost(2, 0, 2e-3)
                .cost(2, 1, 1e-3)
                .build();
        SolveResult result = solve(problem, 1, Budget.UNLIMITED);
        assertEquals(Placement.of(0, 0, 1), result.placement().orElseThrow());
        assertEquals(SolveStatus.OPTIMAL, result.status());
    }

    /** 0.1 + 0.2 is more than 0.3 in floating point. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.2, 0, 0.3, true", "0.1, 0.2, 0.001, 0.3, false", "0.7, 0.1, 0.1, 0.9, true"})
    void decimalsThatMeetACapacityExactlyFit(double first, double second, double third, double capacity, boolean fits) {
        PlacementProblem problem = PlacementProblem.builder(3, 1)
                .demand(0, first)
                .demand(1, second)
                .demand(2, third)
                .capacity(0, capacity)
                .build();
        SolveStatus expected = fits ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE;
        assertEquals(expected, solve(problem, 1, Budget.UNLIMITED).status());
        assertEquals(expected, solve(problem, 2, Budget.UNLIMITED).status());
    }

    private static PlacementProblem threeTwins(double demandOfFirst) {
        return PlacementProblem.builder(3, 2)
                .capacity(0, 0.3)
                .demand(0, 0, demandOfFirst)
                .demand(2, 0, 0.1)
                .cost(0, 0, 1)
                .cost(0, 1, 5)
                .cost(2, 0, 9)
                .build();
    }

    /** The checker forgives a load one more rounding than the limit does, but not a twin on its own: nothing was summed. */
    @Test
    void aDemandBeyondTheLimitBarsTheServer() {
        double limit = threeTwins(0).loadLimit(0);
        assertEquals(1, solve(threeTwins(limit), 1, Budget.UNLIMITED).cost());
        PlacementProblem barred = threeTwins(Math.nextUp(limit));
        assertEquals(limit, barred.loadLimit(0));
        assertFalse(PlacementChecker.isFeasible(barred, new int[] {0, 1, 1}));
        assertEquals(5, solve(barred, 1, Budget.UNLIMITED).cost());
    }

    /** A demand of 1e10 passes over a server that loads of thousandths fill to the last one. */
    @ParameterizedTest
    @CsvSource({"0.003, OPTIMAL", "0.0029999, INFEASIBLE"})
    void aDemandThatDoesNotFitLeavesNoTraceInTheLoad(double capacity, SolveStatus expected) {
        var builder = PlacementProblem.builder(9, 2).capacity(0, capacity).capacity(1, 1e10);
        for (int m = 0; m < 9; m++) {
            boolean small = m % 3 == 0;
            builder.demand(m, 0, small ? 0.001 : 1e10);
            builder.demand(m, 1, small ? 2e10 : 1e10 / 6);
        }
        assertEquals(expected, solve(builder.build(), 1, Budget.UNLIMITED).status());
    }

    /** Capacity 1e10 is full without the twin of 0.001; what the sum loses in floating point is more than that. */
    @ParameterizedTest
    @CsvSource({"10000000000.001, OPTIMAL", "10000000000, INFEASIBLE"})
    void aThousandthBesideTenBillionCounts(double capacity, SolveStatus expected) {
        var builder = PlacementProblem.builder(6, 1).capacity(0, capacity);
        for (int m = 0; m < 6; m++) {
            builder.demand(m, m == 5 ? 0.001 : 2e9);
        }
        assertEquals(expected, solve(builder.build(), 1, Budget.UNLIMITED).status());
    }

    @Test
    void counterexamplesSmallEnoughToEnumerateAreRight() throws IOException {
        String folder = "gap-counterexamples/";
        int checked = 0;
        for (String line : Files.readAllLines(SharedData.require(folder + "optima.csv"))) {
            String[] row = line.split(",", -1);
            if (row[0].endsWith(".gap")) {
                Sense sense = row[1].equals("max") ? Sense.MAX : Sense.MIN;
                PlacementProblem problem = OrLibraryReader.read(SharedData.require(folder + row[0]), sense);
                if (Math.pow(problem.servers(), problem.twins()) <= 1e6) {
                    SolveResult result = solve(problem, 2, Budget.UNLIMITED);
                    double optimum = Double.parseDouble(row[2]);
                    assertEquals(SolveStatus.OPTIMAL, result.status(), line);
                    assertEquals(sense == Sense.MAX ? -optimum : optimum, result.cost(), line);
                    checked++;
                }
            }
        }
        assertEquals(5, checked);
    }
}
