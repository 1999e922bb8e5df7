package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import dev.twinplace.exact.decomposition.DecompositionSolver;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactSolversTest {
    @Test
    void theExactSolversStandBesideTheHeuristics() {
        List<String> ids = Solvers.all().stream().map(SolverEntry::id).toList();
        assertTrue(ids.containsAll(List.of("greedy", "local-search", "decomposition", "enumeration")), ids::toString);
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void idsLeadToTheSolversOfThatName() {
        assertInstanceOf(DecompositionSolver.class, Solvers.create("decomposition"));
        assertInstanceOf(EnumerationSolver.class, Solvers.create("enumeration"));
    }
}
