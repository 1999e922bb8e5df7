package dev.twinplace.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PageTestTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** One order of six, and in two seeds one of 36. */
    @Test
    void steadyFallsAreAsRareAsTheirOrder() {
        assertEquals(1 / 6.0, PageTest.falling(new double[][] {{3, 2, 1}}), 1e-15);
        assertEquals(1 / 36.0, PageTest.falling(new double[][] {{INFINITE, 2, 1}, {30, 20, 10}}), 1e-15);
        assertEquals(1, PageTest.falling(new double[][] {{1, 2, 3}, {1, 2, 3}}), 1e-15);
        assertEquals(1 / 36.0, PageTest.rising(new double[][] {{1, 2, 3}, {1, 2, 3}}), 1e-15);
    }

    @Test
    void figuresThatAreEqualSayNothing() {
        assertEquals(1, PageTest.falling(new double[][] {{1, 1, 1}, {2, 2, 2}}), 1e-15);
        assertEquals(1 / 3.0, PageTest.falling(new double[][] {{2, 1, 1}}), 1e-15);
    }

    /** Page's table: of 4 settings and 3 seeds, L = 84 is reached by chance with a probability of at most 5 %, 83 is not. */
    @Test
    void agreesWithThePublishedTable() {
        double[] up = {1, 2, 3, 4};
        double[] upButTwo = {1, 3, 2, 4}; // products 29 instead of 30
        double[] mixed = {2, 1, 4, 3}; // 28
        double[] more = {1, 3, 4, 2}; // 27
        double[] less = {2, 3, 1, 4}; // 27
        assertEquals(84, product(up) + product(more) + product(less));
        assertEquals(83, product(mixed) + product(mixed) + product(less));
        assertEquals(86, product(up) + product(mixed) + product(mixed));
        assertTrue(PageTest.rising(new double[][] {up, more, less}) <= 0.05);
        assertFalse(PageTest.rising(new double[][] {mixed, mixed, less}) <= 0.05);
        assertEquals(
                PageTest.rising(new double[][] {upButTwo, mixed, more}),
                PageTest.rising(new double[][] {up, more, less}),
                1e-15);
    }

    private static int product(double[] ranks) {
        int sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (i + 1) * (int) ranks[i];
        }
        return sum;
    }

    /** Where settings make no difference, a probability of at most 5 % comes in at most about 5 % of cases. */
    @Test
    void noiseSeldomLooksLikeATrend() {
        SplittableRandom random = new SplittableRandom(1);
        int small = 0;
        for (int i = 0; i < 2000; i++) {
            double[][] figures = new double[5][4];
            for (double[] seed : figures) {
                for (int k = 0; k < seed.length; k++) {
                    seed[k] = random.nextDouble();
                }
            }
            small += PageTest.falling(figures) <= 0.05 ? 1 : 0;
        }
        assertEquals(90, small, 25);
    }

    @Test
    void tooManySettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PageTest.falling(new double[1][9]));
    }
}
