package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.testing.RandomProblems;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReducedProblemTest {
    @Test
    void theOffsetIsTheCheapestServerThatATwinFitsOn() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 0, 1)
                .cost(0, 1, 7)
                .cost(1, 0, 1e10 + 5)
                .cost(1, 1, 1e10 + 3)
                .demand(0, 2)
                .capacity(0, 1)
                .contention(1, 4)
                .build();
        ReducedProblem reduced = ReducedProblem.of(problem);
        assertEquals(7, reduced.offset(0), "it does not fit on the cheaper one");
        assertEquals(0, reduced.problem().cost(0, 0), "never paid");
        assertEquals(0, reduced.problem().cost(0, 1));
        assertEquals(2, reduced.problem().cost(1, 0));
        assertEquals(4, reduced.problem().contention(1));
        assertEquals(new BigDecimal(1e10 + 10), reduced.offset());
        assertFalse(reduced.isWhole(), "contention");
    }

    @Test
    void wholeNumbersAreFoundAndOthersAreNot() {
        assertTrue(reduced(3, 5, 1e12).isWhole());
        assertFalse(reduced(3, 5, 5.5).isWhole());
        assertFalse(reduced(3, 5, 9e18).isWhole(), "sums of it round");
        assertFalse(reduced(0.1, 1.1, 2.1).isWhole(), "whole differences of rounded numbers prove nothing");
    }

    private static ReducedProblem reduced(double... costs) {
        PlacementProblemBuilder builder = PlacementProblem.builder(1, costs.length);
        for (int s = 0; s < costs.length; s++) {
            builder.cost(0, s, costs[s]);
        }
        return ReducedProblem.of(builder.build());
    }

    @Test
    void aCostBelowIsNeverAboveTheExactSumAndCloseToIt() {
        SplittableRandom random = new SplittableRandom(9);
        for (int seed = 0; seed < 2000; seed++) {
            ReducedProblem reduced = ReducedProblem.of(RandomProblems.tiny(seed));
            double excess = random.nextDouble(100);
            BigDecimal exact = reduced.offset().add(new BigDecimal(excess));
            double below = reduced.costBelow(excess);
            assertTrue(reduced.isWhole() || new BigDecimal(below).compareTo(exact) <= 0, "seed " + seed);
            assertEquals(exact.doubleValue(), below, 4 * Math.ulp(exact.doubleValue()), "seed " + seed);
        }
        assertEquals(Double.NEGATIVE_INFINITY, reduced(1, 2).costBelow(Double.NEGATIVE_INFINITY));
    }

    /** The largest double that is at most the exact difference. */
    @Test
    void anExcessBelowIsTheExactOneRoundedDown() {
        SplittableRandom random = new SplittableRandom(10);
        int rounded = 0;
        for (int seed = 0; seed < 2000; seed++) {
            ReducedProblem reduced = ReducedProblem.of(RandomProblems.tiny(seed));
            double cost = random.nextDouble(-100, 1000);
            BigDecimal exact = new BigDecimal(cost).subtract(reduced.offset());
            double below = reduced.excessBelow(cost);
            assertTrue(new BigDecimal(below).compareTo(exact) <= 0, "seed " + seed);
            assertTrue(new BigDecimal(Math.nextUp(below)).compareTo(exact) > 0, "seed " + seed);
            rounded += new BigDecimal(below).compareTo(exact) < 0 ? 1 : 0;
        }
        assertTrue(rounded > 100, "rounded: " + rounded);
        ReducedProblem any = reduced(1, 2);
        assertEquals(Double.NEGATIVE_INFINITY, any.excessBelow(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, any.excessBelow(Double.POSITIVE_INFINITY));
    }

    /** Offsets and the largest excess count: with more than 2^52 together, sums of whole numbers may round. */
    @Test
    void wholenessEndsWhereSumsMayRound() {
        assertTrue(reduced(0, 0x1p52).isWhole());
        assertFalse(reduced(0, 0x1p52 + 1).isWhole());
        assertTrue(reduced(0x1p51, 0x1p52).isWhole());
        assertFalse(reduced(0x1p51, 0x1p52 + 1).isWhole());
        assertTrue(reduced(-0x1p51, 0).isWhole());
        assertFalse(reduced(-0x1p51, 1).isWhole(), "an offset counts by its absolute value");
    }
}
