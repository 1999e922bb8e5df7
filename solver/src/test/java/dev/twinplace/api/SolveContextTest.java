package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SolveContextTest {
    private static final double OFFSET = 1e11;

    private final List<String> told = new ArrayList<>();

    /** Three placements within capacity: 0 + 35, 20 + 0, 20 + 35 above the offset, times the unit. */
    private static PlacementProblem problem(double unit) {
        return PlacementProblem.builder(2, 2)
                .cost(0, 0, OFFSET)
                .cost(0, 1, OFFSET + 20 * unit)
                .cost(1, 0, OFFSET)
                .cost(1, 1, OFFSET + 35 * unit)
                .demand(0, 1)
                .demand(1, 1)
                .capacity(0, 1)
                .build();
    }

    private SolveContext context(double unit) {
        IncumbentListener listener = (cost, bound, elapsed) -> told.add(cost + " " + bound);
        return new SolveContext(SolveRequest.of(problem(unit)).withListener(listener));
    }

    @Test
    void theBestOfWhatIsOfferedIsKeptAndTold() {
        SolveContext context = context(1);
        assertFalse(context.offer(new int[] {0, 0}), "over capacity");
        assertFalse(context.hasIncumbent());
        assertTrue(context.offer(new int[] {0, 1}));
        assertFalse(context.offer(new int[] {1, 1}));
        assertTrue(context.offer(new int[] {1, 0}));
        context.raiseBound(7.5);
        assertArrayEquals(new int[] {1, 0}, context.incumbent());
        assertEquals(
                List.of("2.00000000035E11 2.0E11", "2.0000000002E11 2.0E11", "2.0000000002E11 2.00000000008E11"), told);
    }

    /** By a tolerance relative to the cost 35 would pass for 20. */
    @Test
    void anOffsetDoesNotLoosenTheTolerance() {
        SolveContext whole = context(1);
        whole.offer(new int[] {0, 1});
        whole.raiseBound(20);
        assertEquals(SolveStatus.FEASIBLE, whole.result().status());
        whole.offer(new int[] {1, 0});
        assertEquals(SolveStatus.OPTIMAL, whole.result().status());
        assertEquals(2 * OFFSET + 20, whole.result().lowerBound());

        SolveContext fractions = context(0.001);
        fractions.offer(new int[] {1, 0});
        fractions.raiseBound(fractions.excess() * (1 - 2e-9));
        assertFalse(fractions.isProven());
        fractions.raiseBound(fractions.excess() * (1 - 0.9e-9));
        assertTrue(fractions.isProven());
    }

    @Test
    void wholeNumbersRoundTheBoundUp() {
        SolveContext context = context(1);
        context.offer(new int[] {1, 0});
        assertEquals(Math.nextUp(19.0), context.optimality().cutoff(context.excess()));
        context.raiseBound(19);
        assertFalse(context.isProven());
        context.raiseBound(Math.nextUp(19.0));
        assertTrue(context.isProven());
        assertEquals(20, context.lowerBound());
    }

    @Test
    void aRefutedClaimIsAnError() {
        SolveContext context = context(1);
        context.offer(new int[] {1, 0});
        assertThrows(IllegalStateException.class, context::proveInfeasible);
        assertThrows(IllegalStateException.class, () -> context.raiseBound(20.5));
        SolveContext bold = context(1);
        bold.raiseBound(21);
        assertThrows(IllegalStateException.class, () -> bold.offer(new int[] {1, 0}));
    }

    @Test
    void withoutAnIncumbentThereIsABoundAtMost() {
        SolveContext context = context(1);
        context.raiseBound(3);
        context.countNodes(5);
        SolveResult result = context.result();
        assertEquals(SolveStatus.UNKNOWN, result.status());
        assertEquals(2 * OFFSET + 3, result.lowerBound());
        assertEquals(5, result.nodes());
        assertThrows(IllegalStateException.class, context::incumbent);
        assertThrows(IllegalStateException.class, context::proveIncumbent);
        context.proveInfeasible();
        assertEquals(SolveStatus.INFEASIBLE, context.result().status());
        assertThrows(IllegalStateException.class, () -> context.offer(new int[] {1, 0}));
    }

    @Test
    void equalsAreNoImprovement() {
        SolveContext context = context(1);
        assertTrue(context.offer(new int[] {1, 0}));
        assertFalse(context.offer(new int[] {1, 0}));
        context.raiseBound(3);
        context.raiseBound(3);
        context.raiseBound(2);
        assertEquals(3, context.lowerBound());
        assertEquals(2, told.size(), told::toString);
    }

    @Test
    void aPlacementMustBeComplete() {
        SolveContext context = context(1);
        assertThrows(RuntimeException.class, () -> context.offer(new int[] {1}));
        assertThrows(RuntimeException.class, () -> context.offer(new int[] {1, -1}));
        assertThrows(RuntimeException.class, () -> context.offer(new int[] {1, 2}));
        assertFalse(context.hasIncumbent());
    }

    @Test
    void aBoundOnCostsIsOneOnExcesses() {
        SolveContext context = context(1);
        context.raiseCostBound(2 * OFFSET + 4);
        assertEquals(4, context.lowerBound());
    }

    @Test
    void aStartIsTheFirstIncumbentUnlessItIsOverACapacity() {
        SolveRequest request = SolveRequest.of(problem(1));
        assertArrayEquals(
                new int[] {0, 1}, new SolveContext(request.withStart(Placement.of(new int[] {0, 1}))).incumbent());
        assertFalse(new SolveContext(request.withStart(Placement.of(new int[] {0, 0}))).hasIncumbent());
        assertThrows(IllegalArgumentException.class, () -> request.withStart(Placement.of(new int[] {0})));
        assertThrows(IllegalArgumentException.class, () -> request.withThreads(0));
    }

    @Test
    void partsShareIncumbentAndBoundAndAreNamedInTheResult() {
        SolveContext context = context(1);
        SolveContext one = context.part("one", Duration.ofDays(1), 1);
        SolveContext other = context.part("other", Duration.ZERO, 2);
        assertFalse(one.isOver(0));
        assertTrue(other.isOver(0), "its time is over");
        assertEquals(2, other.threads());
        one.offer(new int[] {1, 0});
        other.raiseBound(20);
        assertTrue(one.isSettled() && context.isProven());
        SolveResult result = context.result();
        assertEquals(Optional.of("one"), result.placementBy());
        assertEquals(Optional.of("other"), result.boundBy());
    }
}
