package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementProblemTest {
    @Test
    void whatIsNotSetIsZeroAndUnlimited() {
        PlacementProblem problem = PlacementProblem.builder(2, 3).build();
        assertEquals(0, problem.cost(1, 2));
        assertEquals(0, problem.demand(1, 2));
        assertEquals(Double.POSITIVE_INFINITY, problem.capacity(2));
        assertEquals(Double.POSITIVE_INFINITY, problem.loadLimit(2));
        assertTrue(problem.isSeparable());
        assertFalse(problem.isCloud(0));
    }

    @Test
    void entriesStandWhereTheyWerePut() {
        PlacementProblem problem = PlacementProblem.builder(2, 3)
                .cost(1, 2, -5)
                .demand(0, 1, 4)
                .demand(1, 7)
                .capacity(2, 9)
                .contention(1, 0.5)
                .weight(1, 3)
                .work(0, 8)
                .cloud(2)
                .build();
        assertEquals(-5, problem.cost(1, 2));
        assertEquals(0, problem.cost(0, 2));
        assertEquals(4, problem.demand(0, 1));
        assertEquals(7, problem.demand(1, 0));
        assertEquals(7, problem.demand(1, 2));
        assertEquals(9, problem.capacity(2));
        assertEquals(9, problem.loadLimit(2));
        assertEquals(5 + 0.5 * 3 * 8, problem.costMagnitude());
        assertEquals(0.5, problem.contention(1));
        assertEquals(3, problem.weight(1));
        assertEquals(8, problem.work(0));
        assertTrue(problem.isCloud(2));
    }

    static Stream<Arguments> outOfDomain() {
        return Stream.of(
                Arguments.of(
                        PlacementProblem.builder(1, 1).demand(0, 0, -1), "demand[0][0]: must be >= 0, but was -1.0"),
                Arguments.of(PlacementProblem.builder(1, 1).capacity(0, -1), "capacity[0]: must be >= 0, but was -1.0"),
                Arguments.of(
                        PlacementProblem.builder(1, 1).contention(0, Double.NaN),
                        "contention[0]: must be >= 0, but was NaN"),
                Arguments.of(PlacementProblem.builder(1, 1).weight(0, -2), "weight[0]: must be >= 0, but was -2.0"),
                Arguments.of(PlacementProblem.builder(1, 1).work(0, -2), "work[0]: must be >= 0, but was -2.0"),
                Arguments.of(
                        overflowing(),
                        "the cost and the load of a placement must be finite, but overflow by cost[0][0] = 1.7976931348623157E308"),
                Arguments.of(
                        PlacementProblem.builder(1, 2).cost(0, 0, 1e308).cost(0, 1, -1e308),
                        "the cost and the load of a placement must be finite, but overflow by cost[0][0] = 1.0E308"),
                Arguments.of(
                        PlacementProblem.builder(1, 1).weight(0, 1e200).work(0, 1e200),
                        "the cost and the load of a placement must be finite, but overflow by contention[0] = 0.0, weight[0] = 1.0E200, work[0] = 1.0E200"),
                Arguments.of(
                        PlacementProblem.builder(1, 1).demand(0, Double.POSITIVE_INFINITY),
                        "the cost and the load of a placement must be finite, but overflow by demand[0][0] = Infinity"),
                Arguments.of(
                        PlacementProblem.builder(1, 1).contention(0, Double.POSITIVE_INFINITY),
                        "the cost and the load of a placement must be finite, but overflow by contention[0] = Infinity, weight[0] = 0.0, work[0] = 0.0"),
                Arguments.of(
                        PlacementProblem.builder(1, 1).cost(0, 0, Double.NaN),
                        "the cost and the load of a placement must be finite, but overflow by cost[0][0] = NaN"));
    }

    private static PlacementProblemBuilder overflowing() {
        return PlacementProblem.builder(2, 1).cost(0, 0, Double.MAX_VALUE).cost(1, 0, Double.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource
    void outOfDomain(PlacementProblemBuilder builder, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void theMagnitudeBoundsWhatAnyPlacementCosts() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 0, 1)
                .cost(0, 1, -7)
                .cost(1, 0, 2)
                .contention(0, 0.5)
                .contention(1, 0.25)
                .weight(0, 2)
                .weight(1, 3)
                .work(0, 4)
                .work(1, 6)
                .build();
        assertEquals(7 + 2 + 0.75 * (2 + 3) * (4 + 6), problem.costMagnitude());
    }

    @Test
    void sizesAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> PlacementProblem.builder(0, 1));
        assertThrows(IllegalArgumentException.class, () -> PlacementProblem.builder(1, 0));
        // 10^8 + 1 cells, and 2^32, which is 0 as an int
        assertThrows(IllegalArgumentException.class, () -> PlacementProblem.builder(100_000_001, 1));
        assertThrows(IllegalArgumentException.class, () -> PlacementProblem.builder(65_536, 65_536));
    }

    @Test
    void serversAreNotConfusedWithTheNextTwinsServers() {
        PlacementProblemBuilder builder = PlacementProblem.builder(2, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> builder.cost(0, 3, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> builder.demand(0, -1, 1));
    }

    @Test
    void placementsAreValuesNobodyCanChange() {
        int[] array = {1, 0};
        Placement placement = Placement.of(array);
        array[0] = 2;
        placement.toArray()[1] = 2;
        assertEquals(Placement.of(1, 0), placement);
        assertEquals(Placement.of(1, 0).hashCode(), placement.hashCode());
        assertNotEquals(Placement.of(0, 1), placement);
        assertEquals("[1, 0]", placement.toString());
    }

    /** Without work the twins cost nothing by contention, but infinity times 0 is not a number. */
    @Test
    void contentionTimesWeightMustBeFiniteWithoutWork() {
        PlacementProblemBuilder builder =
                PlacementProblem.builder(1, 1).weight(0, 1e200).contention(0, 1e200);
        assertThrows(IllegalArgumentException.class, builder::build);
    }
}
