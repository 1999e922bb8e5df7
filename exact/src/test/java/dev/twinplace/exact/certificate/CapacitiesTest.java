package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomScenarios;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CapacitiesTest {
    /** What the verifier derives and what solvers use are the same numbers, or proofs would be refuted for no fault. */
    @Test
    void limitsAreThoseOfTheSolvers() {
        int tolerant = 0;
        for (int seed = 0; seed < 500; seed++) {
            tolerant += assertSameLimits(RandomProblems.tiny(seed), seed);
            tolerant += assertSameLimits(ScenarioCompiler.compile(RandomScenarios.of(seed)), seed);
        }
        assertTrue(tolerant > 300, "limits with a tolerance: " + tolerant);
    }

    private static int assertSameLimits(PlacementProblem problem, int seed) {
        Capacities capacities = new Capacities(problem);
        int tolerant = 0;
        for (int s = 0; s < problem.servers(); s++) {
            assertEquals(problem.loadLimit(s), capacities.limit(s), "seed " + seed + ", server " + s);
            tolerant += capacities.limit(s) > problem.capacity(s) ? 1 : 0;
            for (int m = 0; m < problem.twins(); m++) {
                assertEquals(problem.fits(m, s), capacities.fits(m, s), "seed " + seed);
            }
        }
        return tolerant;
    }

    @Test
    void wholeDemandsHaveNoTolerance() {
        PlacementProblem problem = PlacementProblem.builder(2, 3)
                .demand(0, 1)
                .demand(1, 12)
                .demand(1, 1, 0.1)
                .capacity(0, 10)
                .capacity(1, 10)
                .build();
        Capacities capacities = new Capacities(problem);
        assertEquals(10, capacities.limit(0));
        assertFalse(capacities.fits(1, 0));
        assertEquals(10 + (2 + 1 + 2) * 0x1p-53 * 10, capacities.limit(1));
        assertFalse(capacities.isLimited(2));
    }

    /** Rounded loads never exceed a rounded limit that the exact ones keep. */
    @Test
    void demandsOfManyBitsAreRoundedDown() {
        PlacementProblem problem = PlacementProblem.builder(2, 1)
                .demand(0, 1e-30)
                .demand(1, 1 - 0x1p-53)
                .capacity(0, 1)
                .build();
        Capacities capacities = new Capacities(problem);
        assertFalse(capacities.isExact(0));
        BigInteger tiny = capacities.exactDemand(0, 0);
        assertTrue(tiny.signum() > 0);
        assertEquals(0, capacities.rounded(tiny, 0));
        BigInteger sum = tiny.add(capacities.exactDemand(1, 0));
        assertTrue(sum.compareTo(capacities.exactLimit(0)) < 0);
        assertTrue(capacities.rounded(sum, 0) <= capacities.rounded(capacities.exactLimit(0), 0));
    }

    @Test
    void doublesAreExactRationals() {
        for (double value :
                new double[] {0, -0.0, 1, -3, 0.1, 1e300, -1e-300, Double.MIN_VALUE, 0x1p-1022, Double.MAX_VALUE}) {
            int exponent = value == 0 ? 0 : Rational.lowExponent(value);
            int scale = Math.max(0, -exponent);
            BigDecimal unit = BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(scale)));
            BigDecimal exact = new BigDecimal(Rational.scaled(value, scale)).multiply(unit);
            assertEquals(0, exact.compareTo(new BigDecimal(value)), "" + value);
            assertTrue(
                    value == 0 || exponent >= 0 || Rational.scaled(value, scale).testBit(0), "" + value);
        }
        assertEquals(BigInteger.TWO, Rational.ceiling(new BigDecimal("1.0000000001"), 0));
        assertEquals(BigInteger.ONE.negate(), Rational.ceiling(new BigDecimal("-0.51"), 1));
        assertEquals(BigInteger.valueOf(4), Rational.ceiling(new BigDecimal("1"), 2));
    }
}
