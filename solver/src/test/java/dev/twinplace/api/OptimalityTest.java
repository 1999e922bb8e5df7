package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import org.junit.jupiter.api.Test;

class OptimalityTest {
    private final Optimality whole = of(3);
    private final Optimality fractions = of(0.5);

    private static Optimality of(double cost) {
        return Optimality.of(ReducedProblem.of(
                PlacementProblem.builder(1, 2).cost(0, 1, cost).build()));
    }

    @Test
    void whatIsProvenOfAnIncumbentProvesIt() {
        assertEquals(7, whole.provenBound(7));
        assertEquals(7 - 0.5e-9 * 7, fractions.provenBound(7));
        assertTrue(fractions.isProven(7, fractions.provenBound(7)));
        assertTrue(fractions.provenBound(7) <= fractions.cutoff(7));
        assertEquals(Math.nextUp(6.0), whole.cutoff(7));
    }

    @Test
    void theToleranceIsRelativeToTheExcess() {
        assertTrue(fractions.isProven(7, 7 - 0.999e-9 * 7));
        assertFalse(fractions.isProven(7, 7 - 1.001e-9 * 7));
        assertFalse(whole.isProven(7, 6));
        assertTrue(whole.isProven(7, 6.1), "rounded up");
    }

    @Test
    void aBoundMayExceedAnIncumbentByTheToleranceAndNoMore() {
        assertDoesNotThrow(() -> fractions.requireConsistent(7, 7));
        assertDoesNotThrow(() -> fractions.requireConsistent(7, 7 + 0.999e-9 * 7));
        assertThrows(IllegalStateException.class, () -> fractions.requireConsistent(7, 7 + 1.001e-9 * 7));
        assertThrows(IllegalStateException.class, () -> fractions.requireConsistent(0, Double.MIN_VALUE));
        assertDoesNotThrow(() -> fractions.requireConsistent(0, 0));
    }
}
