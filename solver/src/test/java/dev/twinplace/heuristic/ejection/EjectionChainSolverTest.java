package dev.twinplace.heuristic.ejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against brute force, and against what its class comment promises. */
class EjectionChainSolverTest {
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(5);

    private final PlacementSolver solver = Solvers.create("ejection-chain");

    @Test
    void reachesTheOptimumOfNearlyAllSmallProblems() {
        int feasible = 0;
        int optimal = 0;
        for (int seed = 0; seed < 600; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem, Budget.ofNodes(3_000), seed, IncumbentListener.NONE);
            assertEquals(truth.isFeasible(), result.placement().isPresent(), result::toString);
            if (truth.isFeasible()) {
                feasible++;
                assertTrue(result.cost() >= truth.cost() - 1e-9);
                optimal += result.cost() <= truth.cost() + 1e-6 ? 1 : 0;
            }
        }
        assertTrue(feasible > 300 && optimal >= 0.99 * feasible, optimal + " of " + feasible);
    }

    @Test
    void theBestServersSolveASeparableProblem() {
        SolveResult result = solver.solve(RandomProblems.of(Kind.INDEPENDENT, 50, 7, 1));
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(0, result.nodes());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY", "NEGATIVE_COSTS", "CLOSED_SERVERS"})
    void isNowhereWorseThanLocalSearch(Kind kind) {
        double ours = 0;
        double others = 0;
        for (int seed = 0; seed < 5; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 80, 8, seed);
            SolveResult local = Solvers.create("local-search").solve(problem);
            SolveResult result = solver.solve(problem, Budget.ofNodes(20_000), seed, IncumbentListener.NONE);
            if (local.placement().isPresent()) {
                int[] placement = result.placement().orElseThrow().toArray();
                PlacementChecker.check(problem, placement, result.cost(), result.lowerBound());
                ours += result.cost();
                others += local.cost();
            }
        }
        assertTrue(ours <= others, ours + " against " + others);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 777, 20_000})
    void aBudgetOfNodesGivesTheSameAnswerOnAnyNumberOfThreads(long nodes) {
        for (Kind kind : List.of(Kind.CAPACITY_TIGHT, Kind.CONTENTION_AND_CAPACITY)) {
            SolveRequest request = SolveRequest.of(RandomProblems.of(kind, 60, 6, 3))
                    .withSeed(5)
                    .withBudget(Budget.ofNodes(nodes));
            SolveResult once = solver.solve(request);
            SolveResult again = solver.solve(request.withThreads(2));
            assertEquals(once.placement(), again.placement());
            assertEquals(once.nodes(), again.nodes());
            assertTrue(once.placement().isPresent() && once.nodes() <= nodes, once::toString);
        }
    }

    @Test
    void eachThreadSearches() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 200, 10, 3);
        SolveRequest request =
                SolveRequest.of(problem).withThreads(3).withBudget(Budget.ofTime(Duration.ofMillis(300)));
        List<String> names = new ArrayList<>();
        SolveResult result = solver.solve(request.withListener((cost, bound, elapsed) -> {
            synchronized (names) {
                names.add(Thread.currentThread().getName());
            }
        }));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertFalse(names.isEmpty());
    }

    @Test
    void endsByItselfWithoutALimit() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 12, 4, 2);
        SolveResult result = assertTimeoutPreemptively(FAR_TOO_LONG, () -> solver.solve(problem));
        assertTrue(result.placement().isPresent());
    }

    @Test
    void cancellationEndsTheSearchAndKeepsTheIncumbent() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 300, 12, 4);
        CancellationToken token = new CancellationToken();
        SolveRequest request = SolveRequest.of(problem)
                .withThreads(2)
                .withBudget(Budget.ofTime(Duration.ofHours(1)))
                .withListener((cost, bound, elapsed) -> token.cancel())
                .withCancellation(token);
        SolveResult result = assertTimeoutPreemptively(FAR_TOO_LONG, () -> solver.solve(request));
        assertEquals(SolveStatus.FEASIBLE, result.status());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 5_000})
    void aStartIsNeverMadeWorse(long nodes) {
        for (Kind kind : List.of(Kind.CAPACITY_TIGHT, Kind.CONTENTION)) {
            PlacementProblem problem = RandomProblems.of(kind, 60, 6, 7);
            SolveResult good = solver.solve(problem, Budget.ofNodes(10_000), 1, IncumbentListener.NONE);
            Placement start = good.placement().orElseThrow();
            SolveResult result =
                    solver.solve(SolveRequest.of(problem).withStart(start).withBudget(Budget.ofNodes(nodes)));
            assertTrue(result.cost() <= good.cost(), result::toString);
        }
    }

    @Test
    void aSpentBudgetStillEndsInAPlacement() {
        for (Kind kind : List.of(Kind.CAPACITY_TIGHT, Kind.CONTENTION, Kind.CONTENTION_AND_CAPACITY)) {
            PlacementProblem problem = RandomProblems.of(kind, 300, 5, 1);
            SolveResult result = solver.solve(problem, Budget.ofTime(Duration.ZERO), 1, IncumbentListener.NONE);
            assertEquals(SolveStatus.FEASIBLE, result.status(), result::toString);
        }
    }
}
