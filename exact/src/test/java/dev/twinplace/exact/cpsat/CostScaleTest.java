package dev.twinplace.exact.cpsat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostScaleTest {
    @Test
    void wholeNumbersAreTheirOwnUnits() {
        PlacementProblem problem = PlacementProblem.builder(1, 2)
                .cost(0, 0, -3)
                .cost(0, 1, 4)
                .contention(1, 2)
                .weight(0, 5)
                .work(0, 6)
                .build();
        CostScale scale = CostScale.of(problem);
        assertEquals(0, scale.resolution());
        assertEquals(-3, scale.floor(-3));
        assertEquals(12, scale.floorOfProduct(2, 6));
        assertEquals(7, scale.lowerBound(7));
    }

    @Test
    void powersOfTwoAreExactToo() {
        CostScale scale = CostScale.of(
                PlacementProblem.builder(1, 2).cost(0, 0, 0.375).cost(0, 1, -2).build());
        assertEquals(0, scale.resolution());
        assertEquals(0.375, scale.lowerBound(scale.floor(0.375)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-280, 1e-9, 0.1, 1, 1e9, 1e15, 1e100})
    void whateverTheMagnitudeTheResolutionIsFarBelowIt(double magnitude) {
        PlacementProblem problem = PlacementProblem.builder(1, 2)
                .cost(0, 0, magnitude / 3)
                .cost(0, 1, magnitude)
                .build();
        CostScale scale = CostScale.of(problem);
        assertTrue(scale.resolution() <= 1e-15 * magnitude, "resolution " + scale.resolution());
        assertEquals(magnitude / 3, scale.lowerBound(scale.floor(magnitude / 3)), 1e-15 * magnitude);
        assertTrue(Math.abs(scale.floor(magnitude)) < 1L << 60);
    }

    @Test
    void everythingRoundsDown() {
        CostScale scale = CostScale.of(RandomProblems.of(Kind.NEGATIVE_COSTS, 5, 3, 1));
        BigDecimal unit = new BigDecimal(1 / scale.units(1));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble(40);
            BigDecimal floor = BigDecimal.valueOf(scale.floorOfProduct(x, y)).multiply(unit);
            BigDecimal product = new BigDecimal(x).multiply(new BigDecimal(y));
            assertTrue(floor.compareTo(product) <= 0, x + " * " + y);
            BigDecimal cost = new BigDecimal(-y);
            assertTrue(BigDecimal.valueOf(scale.floor(-y)).multiply(unit).compareTo(cost) <= 0, "-" + y);
            long units = random.nextLong(1L << 60);
            BigDecimal bound = new BigDecimal(scale.lowerBound(units));
            assertTrue(bound.compareTo(BigDecimal.valueOf(units).multiply(unit)) <= 0, "units " + units);
        }
        assertEquals(0x1p63 - 1024, scale.lowerBound(Long.MAX_VALUE) * scale.units(1));
    }
}
