package dev.twinplace.exact.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void tellsOfItsOneAnswer() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 5, 3, 1);
        List<Double> told = new ArrayList<>();
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, lowerBound, elapsed) -> {
            told.add(cost);
            told.add(lowerBound);
        });
        assertEquals(List.of(result.cost(), result.lowerBound()), told);
        assertEquals(5, result.nodes());
    }

    /** The paper's own problem, at the size of Table 2 in servers: enumeration needs 4^7 placements for 7 argmins. */
    @ParameterizedTest
    @EnumSource(names = {"TABLE2", "CLUSTERED"})
    void generatedScenariosAreSolvedAsByEnumeration(Profile profile) {
        for (int seed = 0; seed < 15; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(
                    new ScenarioGenerator(profile, Coupling.INDEPENDENT, 7, 56, 3, seed / 14.0).generate(seed));
            SolveResult result = solver.solve(problem);
            SolveResult expected = new EnumerationSolver().solve(problem);
            assertEquals(SolveStatus.OPTIMAL, result.status(), "seed " + seed);
            assertEquals(expected.cost(), result.cost(), 1e-12 * expected.cost(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void whereScenariosAreCoupledTheBoundHoldsAndTheAnswerIsNotAlwaysOptimal(Coupling coupling) {
        int proven = 0;
        for (int seed = 0; seed < 15; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(
                    new ScenarioGenerator(Profile.TABLE2, coupling, 7, 56, 3, 0.9).generate(seed));
            SolveResult result = solver.solve(problem);
            SolveResult expected = new EnumerationSolver().solve(problem);
            assertTrue(result.lowerBound() <= expected.cost() && expected.cost() <= result.cost(), "seed " + seed);
            proven += result.status() == SolveStatus.OPTIMAL ? 1 : 0;
        }
        assertTrue(proven < 15, "the coupling must matter");
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
