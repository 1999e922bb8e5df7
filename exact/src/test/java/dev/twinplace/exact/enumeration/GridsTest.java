package dev.twinplace.exact.enumeration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounding to units may and may not do. */
class GridsTest {
    /** The unit is recomputed here from the demands that fit. */
    @Test
    void loadsAreRoundedDownByLessThanAUnitOfA2To60thOfTheirSum() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .capacity(0, 1e10)
                .demand(0, 0, 1e-3)
                .demand(1, 0, 9e9)
                .demand(2, 0, 2e10)
                .build();
        LoadGrid grid = new LoadGrid(problem);
        int exponent = 60 - Math.getExponent(9e9 + 1e-3);
        assertEquals(floor(1e-3, exponent), BigInteger.valueOf(grid.demand(0, 0)));
        assertEquals(floor(9e9, exponent), BigInteger.valueOf(grid.demand(1, 0)));
        assertEquals(0, grid.demand(2, 0), "does not fit");
        assertEquals(floor(problem.loadLimit(0), exponent), BigInteger.valueOf(grid.limit(0)));
        assertEquals(0, grid.demand(1, 1));
        assertTrue(grid.limit(1) > 1L << 61, "no capacity, never full");
    }

    private static BigInteger floor(double value, int exponent) {
        return new BigDecimal(value)
                .multiply(BigDecimal.valueOf(2).pow(exponent))
                .toBigInteger();
    }

    /** Half of the capacity is enough room for all; above that, loads are counted. */
    @Test
    void aServerThatAllTwinsFitOnByFarIsNeverFull() {
        LoadGrid roomy = new LoadGrid(PlacementProblem.builder(2, 1)
                .capacity(0, 4)
                .demand(0, 1)
                .demand(1, 1)
                .build());
        assertEquals(0, roomy.demand(0, 0));
        LoadGrid counted = new LoadGrid(PlacementProblem.builder(2, 1)
                .capacity(0, 4)
                .demand(0, 1)
                .demand(1, 2)
                .build());
        assertTrue(counted.demand(0, 0) > 0);
        assertEquals(4 * counted.demand(0, 0), counted.limit(0));
    }

    private static PlacementProblem costs(double... costs) {
        var builder = PlacementProblem.builder(2, costs.length);
        for (int s = 0; s < costs.length; s++) {
            builder.cost(0, s, costs[s]);
        }
        return builder.build();
    }

    @Test
    void wholeNumbersAreWholeUnitsAndOneUnitLessIsLess() {
        ExcessGrid grid = new ExcessGrid(costs(0, 3, 7));
        double unit = grid.cost(0, 1) / 3;
        assertTrue(unit >= 1 && unit == Math.rint(unit));
        assertEquals(7 * unit, grid.cost(0, 2));
        assertEquals(7 * unit, grid.atMost(7));
        assertEquals(7 * unit - 1, grid.below(7));
    }

    @Test
    void nothingIsBelowAnExcessOfZeroAndOnlyZeroAtMostIt() {
        ExcessGrid grid = new ExcessGrid(costs(0, 0.1, 0.3));
        assertTrue(grid.below(0) < 0);
        grid.scaleTo(0);
        assertTrue(grid.atMost(0) >= 0 && grid.atMost(0) < grid.cost(0, 1));
        assertEquals(0, grid.cost(0, 0));
    }

    /** Fractions that are no multiples of the unit are rounded down, so those at most an excess get a unit more, and slack. */
    @Test
    void fractionsAreRoundedDownAndThresholdsUp() {
        ExcessGrid grid = new ExcessGrid(costs(0, 0.1, 0.3, 0x1p-60));
        double scale = grid.cost(0, 1) / 0.1;
        assertTrue(grid.atMost(0.1) > grid.cost(0, 1));
        assertTrue(grid.atMost(0.1) <= grid.cost(0, 1) + 3);
        assertEquals(grid.atMost(0.1), grid.below(0.1));
        assertEquals(0, grid.cost(0, 3));
        assertTrue(scale > 0x1p45, "as fine as 53 bits allow");
    }

    @Test
    void aSmallerExcessMakesSmallerUnitsAndCutsOffWhatIsAboveIt() {
        ExcessGrid grid = new ExcessGrid(costs(0, 1, 0x1p63));
        assertFalse(grid.isCoarseFor(0x1p63));
        assertFalse(grid.isCoarseFor(Double.POSITIVE_INFINITY));
        assertFalse(grid.isCoarseFor(0x1p56), "2^-7 of it");
        assertTrue(grid.isCoarseFor(0x1p55), "2^-8 of it");
        assertEquals(0, grid.cost(0, 1));
        assertTrue(grid.atMost(0x1p63) >= grid.cost(0, 2));
        grid.scaleTo(1);
        assertFalse(grid.isCoarseFor(1));
        assertTrue(grid.cost(0, 1) >= 0x1p40 && grid.cost(0, 1) <= grid.atMost(1));
        assertTrue(grid.cost(0, 2) > grid.atMost(1), "a sentinel is out of reach");
        assertTrue(grid.cost(0, 2) < 0x1p52, "and sums with it are exact");
    }

    /** κ·W·B in units is never more than the exact product, and within 2^-48 of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3e-12, 7e5})
    void contentionIsRoundedDown(double kappa) {
        PlacementProblem problem = PlacementProblem.builder(2, 1)
                .contention(0, kappa)
                .weight(0, 3)
                .weight(1, 0.7)
                .work(0, 0.3)
                .work(1, 1e7 / 3)
                .build();
        ExcessGrid grid = new ExcessGrid(problem);
        double weight = grid.weight(0) + grid.weight(1);
        double work = grid.work(0) + grid.work(1);
        double units = grid.wholeContention(0, weight * work);
        BigDecimal exact = new BigDecimal(kappa)
                .multiply(new BigDecimal(problem.weight(0)).add(new BigDecimal(problem.weight(1))))
                .multiply(new BigDecimal(problem.work(0)).add(new BigDecimal(problem.work(1))));
        double most = grid.atMost(exact.doubleValue());
        assertTrue(units < most && units > most * (1 - 0x1p-44), units + " against " + most);
        assertEquals(units, Math.rint(units));
        assertTrue(grid.contention(0, weight * work) < units + 1);
    }
}
