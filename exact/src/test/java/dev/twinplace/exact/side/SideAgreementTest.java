package dev.twinplace.exact.side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Solvers on problems with several resources, separate groups and limits of work, against all placements. The system property
 * twinplace.sideCases gives every one of them as many problems, and twinplace.sideTrees so many larger ones to two of them.
 */
class SideAgreementTest {
    private static final double TOLERANCE = 1e-8;
    private static final int ALL = Integer.getInteger("twinplace.sideCases", 0);
    private static final int TREES = Integer.getInteger("twinplace.sideTrees", 60);

    private static int cases(int usual) {
        return ALL > 0 ? ALL : usual;
    }

    @ParameterizedTest
    @CsvSource({"branch-and-bound, 2000", "enumeration, 500", "mip, 300", "cp-sat, 100", "auto, 500"})
    void exactSolversFindTheBestOfAllPlacements(String id, int usual) {
        PlacementSolver solver = Solvers.create(id);
        int infeasible = 0;
        int cases = cases(usual);
        for (int seed = 0; seed < cases; seed++) {
            SideCase each = SideCase.small(seed);
            double optimum = each.optimum();
            SolveResult result = solver.solve(each.problem());
            String name = id + ", seed " + seed;
            if (optimum == Double.POSITIVE_INFINITY) {
                assertEquals(SolveStatus.INFEASIBLE, result.status(), name);
                infeasible++;
            } else {
                assertEquals(SolveStatus.OPTIMAL, result.status(), name);
                assertTrue(each.isFeasible(result.placement().orElseThrow().toArray()), name);
                assertEquals(optimum, result.cost(), tolerance(optimum), name);
                assertTrue(result.lowerBound() <= optimum + tolerance(optimum), name);
            }
        }
        assertTrue(infeasible > cases / 20 && infeasible < cases / 2, "infeasible: " + infeasible);
    }

    private static double tolerance(double cost) {
        return TOLERANCE * Math.max(1, Math.abs(cost));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lagrangian", "column-generation"})
    void theOptimumLiesBetweenBoundAndCost(String id) {
        PlacementSolver solver = Solvers.create(id);
        int cases = cases(500);
        int placed = 0;
        for (int seed = 0; seed < cases; seed++) {
            SideCase each = SideCase.small(seed);
            double optimum = each.optimum();
            SolveResult result = solver.solve(each.problem());
            String name = id + ", seed " + seed;
            if (result.placement().isPresent()) {
                int[] serverOf = result.placement().get().toArray();
                assertTrue(each.isFeasible(serverOf), name);
                assertEquals(each.cost(serverOf), result.cost(), tolerance(optimum), name);
                placed++;
            }
            if (optimum < Double.POSITIVE_INFINITY) {
                assertTrue(result.status() != SolveStatus.INFEASIBLE, name);
                assertTrue(result.lowerBound() <= optimum + tolerance(optimum), name);
            }
        }
        assertTrue(placed > cases / 3, "placed: " + placed);
    }

    @Test
    void branchAndBoundAgreesWithCpSatWhereItsTreeBranches() {
        PlacementSolver tree = Solvers.create("branch-and-bound");
        PlacementSolver other = Solvers.create("cp-sat");
        long branching = 0;
        int cases = TREES;
        for (int seed = 0; seed < cases; seed++) {
            PlacementProblem problem = SideCase.midSize(seed).problem();
            SolveResult expected = other.solve(SolveRequest.of(problem).withThreads(1));
            SolveResult result = tree.solve(SolveRequest.of(problem).withThreads(1 + seed % 2));
            String name = "seed " + seed;
            assertEquals(expected.status(), result.status(), name);
            if (result.status() == SolveStatus.OPTIMAL) {
                assertEquals(expected.cost(), result.cost(), tolerance(expected.cost()), name);
            }
            branching += result.nodes() > 1 ? 1 : 0;
        }
        assertTrue(branching > cases / 6, "problems whose tree branches: " + branching);
    }

    @Test
    void theProblemsAreOfAllKinds() {
        int resources = 0;
        int groups = 0;
        int works = 0;
        int contended = 0;
        int binding = 0;
        for (int seed = 0; seed < 500; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = each.problem();
            String kinds = problem.side().kinds();
            resources += kinds.contains("resources") ? 1 : 0;
            groups += kinds.contains("separate") ? 1 : 0;
            works += kinds.contains("latency") ? 1 : 0;
            contended += problem.hasContention() && !problem.side().isNone() ? 1 : 0;
            double optimum = each.optimum();
            binding += withoutSide(each) < optimum ? 1 : 0;
        }
        assertTrue(resources > 100 && groups > 100 && works > 100, resources + ", " + groups + ", " + works);
        assertTrue(contended > 50 && binding > 150, contended + ", " + binding);
    }

    private static double withoutSide(SideCase with) {
        for (double[] limits : with.rowLimit) {
            Arrays.fill(limits, Double.POSITIVE_INFINITY);
        }
        for (double[] limits : with.workLimit) {
            Arrays.fill(limits, Double.POSITIVE_INFINITY);
        }
        return with.optimum();
    }
}
