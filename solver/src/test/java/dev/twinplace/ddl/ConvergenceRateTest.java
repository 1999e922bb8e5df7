package dev.twinplace.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConvergenceRateTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void isTheMeanRatioOfTheSmallerToTheLarger() {
        assertEquals((0.5 + 0.8 + 1) / 3, ConvergenceRate.of(new double[] {1, 5, 7}, new double[] {2, 4, 7}), 1e-15);
    }

    @Test
    void costsOfZeroAndMissingDecisionsHaveARate() {
        assertEquals(1, ConvergenceRate.of(new double[] {0, NONE}, new double[] {0, NONE}));
        assertEquals(0, ConvergenceRate.of(new double[] {0, 3, NONE}, new double[] {1, NONE, 2}));
    }
}
