package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed must be a search, and the problems those of the published recipe. */
class EjectionChainBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"c", "d", "e"})
    void countsTheMovesOfASearch(String type) {
        EjectionChainBenchmark benchmark = new EjectionChainBenchmark();
        benchmark.type = type;
        benchmark.size = "5x40";
        benchmark.setUp();
        EjectionChainBenchmark.Moves moves = new EjectionChainBenchmark.Moves();
        double cost = benchmark.search(moves);
        assertTrue(moves.evaluatedMoves > EjectionChainBenchmark.NODES, () -> "moves: " + moves.evaluatedMoves);
        assertEquals(cost, benchmark.search(moves));
        moves.reset();
        assertEquals(0, moves.evaluatedMoves);
    }

    @Test
    void costsAndDemandsAreInTheirRange() {
        PlacementProblem c = AssignmentFamilies.of("c", 4, 50, 2);
        PlacementProblem d = AssignmentFamilies.of("d", 4, 50, 2);
        PlacementProblem e = AssignmentFamilies.of("e", 4, 50, 2);
        double demand = 0;
        for (int m = 0; m < 50; m++) {
            assertTrue(c.demand(m, 1) >= 5 && c.demand(m, 1) <= 25 && c.cost(m, 1) >= 10 && c.cost(m, 1) <= 50);
            assertTrue(Math.abs(d.cost(m, 1) + d.demand(m, 1) - 111) <= 10);
            assertTrue(e.demand(m, 1) >= 1 && Math.abs(e.cost(m, 1) - 1000 / e.demand(m, 1)) <= 11);
            demand += d.demand(m, 1);
        }
        assertEquals(Math.floor(0.8 * demand / 4), d.capacity(1));
        assertThrows(IllegalArgumentException.class, () -> AssignmentFamilies.of("x", 4, 50, 2));
    }
}
