package dev.twinplace.cost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacementCheckerTest {
    private static final PlacementProblem PROBLEM = PlacementProblem.builder(2, 2)
            .cost(0, 0, 10)
            .cost(1, 0, 20)
            .cost(0, 1, 30)
            .cost(1, 1, 40)
            .demand(0, 5)
            .demand(1, 6)
            .capacity(0, 10)
            .contention(1, 2)
            .weight(0, 1)
            .weight(1, 1)
            .work(0, 3)
            .work(1, 4)
            .build();

    @Test
    void acceptsTheTruth() {
        // 30 + 40 + 2·2·7
        assertDoesNotThrow(() -> PlacementChecker.check(PROBLEM, Placement.of(1, 1), 98, 98));
        assertDoesNotThrow(() -> PlacementChecker.check(PROBLEM, Placement.of(0, 1), 58, Double.NEGATIVE_INFINITY));
    }

    @Test
    void rejectsEveryKindOfLie() {
        lie("capacity", Placement.of(0, 0), 30, 0);
        lie("costs 98.0, but its solver said 97.0", Placement.of(1, 1), 97, 0);
        lie("solver said NaN", Placement.of(1, 1), Double.NaN, 0);
        lie("below its lower bound", Placement.of(1, 1), 98, 98.001);
        lie("below its lower bound NaN", Placement.of(1, 1), 98, Double.NaN);
    }

    private static void lie(String part, Placement placement, double cost, double bound) {
        String message = assertThrows(
                        IllegalStateException.class, () -> PlacementChecker.check(PROBLEM, placement, cost, bound))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void wantsOneServerPerTwin() {
        for (Placement placement : new Placement[] {Placement.of(0), Placement.of(0, 2), Placement.of(-1, 0)}) {
            assertThrows(IllegalArgumentException.class, () -> PlacementChecker.isFeasible(PROBLEM, placement));
        }
    }

    @Test
    void roundingOfAFullServerIsForgiven() {
        PlacementProblem full = PlacementProblem.builder(10, 1).capacity(0, 1).build();
        assertTrue(PlacementChecker.isFeasible(full, Placement.of(new int[10])));
        var builder = PlacementProblem.builder(10, 1).capacity(0, 1);
        var over = PlacementProblem.builder(10, 1).capacity(0, 1);
        for (int m = 0; m < 10; m++) {
            builder.demand(m, 0.1);
            over.demand(m, 0.1 * (1 + 1e-8));
        }
        assertTrue(PlacementChecker.isFeasible(builder.build(), Placement.of(new int[10])));
        assertFalse(PlacementChecker.isFeasible(over.build(), Placement.of(new int[10])));
    }

    @Test
    void agreesWithTheNaiveDefinitionOnFeasibility() {
        SplittableRandom random = new SplittableRandom(4);
        int feasible = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            int[] placement = RandomProblems.placement(problem, random);
            boolean expected = NaiveCost.isFeasible(problem, placement);
            assertEquals(expected, PlacementChecker.isFeasible(problem, Placement.of(placement)));
            feasible += expected ? 1 : 0;
        }
        assertTrue(feasible > 200 && feasible < 900, "both answers must occur: " + feasible);
    }

    @Test
    void roundingIsForgivenRelativeToTheTermsAndNotToTheirSum() {
        // 10 - 34 + 2·3·4 = 0, of terms that add up to 68: 4 · (2 + 1 + 2) roundings of them are forgiven
        double most = 20 * 0x1p-53 * 68;
        PlacementProblem problem = PlacementProblem.builder(2, 1)
                .cost(0, 0, 10)
                .cost(1, 0, -34)
                .contention(0, 2)
                .weight(0, 3)
                .work(0, 4)
                .build();
        Placement placement = Placement.of(0, 0);
        assertDoesNotThrow(() -> PlacementChecker.check(problem, placement, 0.99 * most, 0.99 * most));
        assertDoesNotThrow(() -> PlacementChecker.check(problem, placement, -0.99 * most, 0));
        assertThrows(IllegalStateException.class, () -> PlacementChecker.check(problem, placement, 1.01 * most, -1));
        assertThrows(IllegalStateException.class, () -> PlacementChecker.check(problem, placement, 0, 1.01 * most));
    }

    @Test
    void theRelaxationIsTightForOneTwinWhateverCouplesItWithOthers() {
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = RandomProblems.of(RandomProblems.kindOf(seed), 1, 4, seed);
            assertEquals(BruteForce.solve(problem).cost(), new SeparableRelaxation(problem).lowerBound(), 1e-9);
        }
    }

    @Test
    void theRelaxationTakesTheFirstOfTheCheapestServersWithRoom() {
        PlacementProblem problem = PlacementProblem.builder(1, 4)
                .cost(0, 0, 1)
                .cost(0, 1, 3)
                .cost(0, 2, 2)
                .cost(0, 3, 2)
                .demand(0, 5)
                .capacity(0, 4)
                .build();
        assertArrayEquals(new int[] {2}, new SeparableRelaxation(problem).placement());
    }

    @Test
    void theRelaxationIsALowerBoundAndTightWhereNothingCouples() {
        int tight = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            double bound = new SeparableRelaxation(problem).lowerBound();
            BruteForce truth = BruteForce.solve(problem);
            assertTrue(bound <= truth.cost() + 1e-9, () -> "bound " + bound + " above " + truth.cost());
            if (problem.isSeparable()) {
                assertEquals(truth.cost(), bound, 1e-9);
                tight++;
            }
        }
        assertTrue(tight > 50, "separable problems must occur: " + tight);
    }

    /** The exact load exceeds what is forgiven by 2^-62, which a sum in double precision loses. */
    @Test
    void aLoadIsSummedInTwiceThePrecision() {
        for (boolean largeFirst : new boolean[] {true, false}) {
            double forgiven = 2 * (twoTwins(1, 1e-15, largeFirst).loadLimit(0) - 1);
            PlacementProblem over = twoTwins(1, forgiven + 0x1p-62, largeFirst);
            assertEquals(forgiven, 2 * (over.loadLimit(0) - 1));
            assertFalse(PlacementChecker.isFeasible(over, new int[] {0, 0}));
            assertTrue(PlacementChecker.isFeasible(twoTwins(1, forgiven, largeFirst), new int[] {0, 0}));
        }
    }

    private static PlacementProblem twoTwins(double large, double small, boolean largeFirst) {
        return PlacementProblem.builder(2, 1)
                .demand(0, largeFirst ? large : small)
                .demand(1, largeFirst ? small : large)
                .capacity(0, 1)
                .build();
    }
}
