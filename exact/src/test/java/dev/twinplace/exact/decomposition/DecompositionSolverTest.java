package dev.twinplace.exact.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import org.junit.jupiter.api.Test;

class DecompositionSolverTest {
    private final DecompositionSolver solver = new DecompositionSolver();

    @Test
    void isOptimalWhereNothingCouplesTheTwins() {
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.INDEPENDENT, 1 + seed % 7, 1 + seed % 4, seed);
            SolveResult result = solver.solve(problem);
            assertEquals(SolveStatus.OPTIMAL, result.status());
            assertEquals(BruteForce.solve(problem).cost(), result.cost(), 1e-9);
        }
    }

    @Test
    void elsewhereItsBoundHoldsAndItsStatusIsTrue() {
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem);
            assertTrue(result.lowerBound() <= truth.cost() + 1e-9);
            switch (result.status()) {
                case OPTIMAL -> assertEquals(truth.cost(), result.cost(), 1e-6);
                case FEASIBLE -> assertTrue(result.cost() >= truth.cost() - 1e-9);
                case INFEASIBLE -> assertTrue(!truth.isFeasible());
                case UNKNOWN -> assertTrue(result.placement().isEmpty());
            }
        }
    }

    @Test
    void aTwinThatFitsNowhereProvesInfeasibility() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .demand(1, 5)
                .capacity(0, 4)
                .capacity(1, 4.9)
                .build();
        assertEquals(SolveStatus.INFEASIBLE, solver.solve(problem).status());
    }
}
