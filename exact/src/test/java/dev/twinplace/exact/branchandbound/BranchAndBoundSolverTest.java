package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.OnThreads;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchAndBoundSolverTest {
    private final BranchAndBoundSolver solver = new BranchAndBoundSolver();

    @Test
    void agreesWithBruteForceOnStatusAndCost() {
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            assertAgrees(
                    BruteForce.solve(problem).isFeasible(),
                    BruteForce.solve(problem).cost(),
                    problem,
                    RandomProblems.kindOf(seed) + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithEnumerationOnLargerProblems(Kind kind) {
        for (int seed = 0; seed < 20; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 8 + seed % 3, 2 + seed % 3, seed);
            SolveResult truth = new EnumerationSolver().solve(problem);
            boolean feasible = truth.status() == SolveStatus.OPTIMAL;
            assertAgrees(feasible, truth.cost(), problem, kind + ", seed " + seed);
        }
    }

    private void assertAgrees(boolean feasible, double cost, PlacementProblem problem, String what) {
        SolveResult result = solver.solve(problem);
        assertEquals(feasible ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
        if (feasible) {
            ReducedProblem reduced = ReducedProblem.of(problem);
            double excess = cost - reduced.offset().doubleValue();
            double rounding = 1e-13 * (reduced.problem().costMagnitude() + Math.abs(cost));
            assertEquals(cost, result.cost(), 1e-9 * excess + rounding, what);
            assertEquals(cost, result.lowerBound(), 2e-9 * excess + rounding, what);
        }
    }

    @Test
    void aBudgetReturnsTheIncumbentAndABoundThatHolds() {
        for (int seed = 0; seed < 40; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 9, 4, seed);
            SolveResult truth = new EnumerationSolver().solve(problem);
            for (long nodes : new long[] {0, 1, 2, 3, 7}) {
                SolveResult result = solve(problem, Budget.ofNodes(nodes));
                assertTrue(result.lowerBound() <= truth.cost() + 1e-9, result.toString());
                assertTrue(result.cost() >= truth.cost() - 1e-9, result.toString());
                assertTrue(result.nodes() <= nodes, result.toString());
            }
        }
        assertEquals(SolveStatus.FEASIBLE, solve(hard(8), Budget.ofNodes(1)).status());
        assertEquals(
                SolveStatus.FEASIBLE,
                solve(hard(8), Budget.ofTime(Duration.ZERO)).status());
    }

    /** Far from being proven in seconds: costs, and demands per server, that have nothing to do with one another. */
    private static PlacementProblem large() {
        return RandomProblems.of(Kind.CAPACITY_TIGHT, 400, 40, 2);
    }

    @Test
    void theBoundRisesAndTheGapShrinksWithTheBudget() {
        PlacementProblem problem = hard(8);
        double last = Double.NEGATIVE_INFINITY;
        for (long nodes : new long[] {1, 10, 1000, Long.MAX_VALUE}) {
            SolveResult result = solve(problem, Budget.ofNodes(nodes));
            assertTrue(result.lowerBound() >= last, result.toString());
            last = result.lowerBound();
        }
        assertEquals(solver.solve(problem).cost(), last, 1e-6);
    }

    /** With seed 8 it takes more than a hundred nodes. */
    private static PlacementProblem hard(long seed) {
        return ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.CLUSTERED, Coupling.CAPACITY, 30, 240, 5, 0.5).generate(seed));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameAnswer() {
        for (int seed = 1; seed <= 8; seed++) {
            PlacementProblem problem = hard(seed);
            for (long nodes : new long[] {30, Long.MAX_VALUE}) {
                SolveResult one = solve(problem, Budget.ofNodes(nodes));
                for (int threads = 2; threads <= 3; threads++) {
                    SolveResult more = OnThreads.of(threads, new BranchAndBoundSolver())
                            .solve(problem, Budget.ofNodes(nodes), 0, IncumbentListener.NONE);
                    assertEquals(one.placement(), more.placement());
                    assertEquals(one.lowerBound(), more.lowerBound());
                    assertEquals(one.nodes(), more.nodes());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aSolveCancelledBeforeStillAnswers(int threads) {
        CancellationToken token = new CancellationToken();
        token.cancel();
        SolveRequest request = SolveRequest.of(large()).withThreads(threads).withCancellation(token);
        assertEquals(SolveStatus.FEASIBLE, solver.solve(request).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void cancellingLaterEndsAllThreads(int threads) {
        CancellationToken token = new CancellationToken();
        SolveRequest request = SolveRequest.of(large())
                .withThreads(threads)
                .withCancellation(token)
                .withListener((cost, bound, elapsed) -> token.cancel());
        assertEquals(SolveStatus.FEASIBLE, solver.solve(request).status());
    }

    /** As if another solver found the optimum once the search has improved its start: what it then finds itself is worse. */
    @ParameterizedTest
    @ValueSource(ints = {17, 23})
    void anotherSolverMayBeFaster(int seed) {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 60, 10, seed);
        Set<Double> costs = new HashSet<>();
        SolveResult truth =
                solver.solve(SolveRequest.of(problem).withListener((cost, bound, elapsed) -> costs.add(cost)));
        assertTrue(costs.size() >= 4, "a start and three improvements, but " + costs);
        assertEquals(SolveStatus.OPTIMAL, truth.status());
        AtomicReference<SolveContext> solve = new AtomicReference<>();
        double[] start = {Double.NaN};
        SolveContext context = new SolveContext(SolveRequest.of(problem).withListener((cost, bound, elapsed) -> {
            boolean improved = cost < start[0];
            start[0] = cost;
            if (improved) {
                solve.get().offer(truth.placement().orElseThrow().toArray());
            }
        }));
        solve.set(context);
        solver.solve(context);
        assertEquals(SolveStatus.OPTIMAL, context.result().status());
        assertEquals(truth.cost(), context.result().cost());
    }

    @Test
    void aDeepSearchDoesNotRecurse() {
        PlacementProblem deep = RandomProblems.of(Kind.INDEPENDENT, 20_000, 2, 1);
        assertEquals(SolveStatus.OPTIMAL, solve(deep, Budget.ofNodes(100_000)).status());
    }

    @Test
    void tellsOfItsIncumbents() {
        List<Double> costs = new ArrayList<>();
        PlacementProblem problem = hard(1);
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, lowerBound, elapsed) -> costs.add(cost));
        assertTrue(costs.size() > 1);
        assertEquals(result.cost(), costs.get(costs.size() - 1), 1e-9);
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void anyKeptPricesLeadToTheSameOptimum(Kind kind) {
        BranchAndBoundSolver warm = BranchAndBoundSolver.fromKeptPrices();
        for (int seed = 0; seed < 20; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 8, 3, seed);
            SolveResult truth = solver.solve(problem);
            double[] prices = new SplittableRandom(seed).doubles(6, 0, 20).toArray();
            KeptPrices kept = new KeptPrices();
            kept.keep(prices);
            SolveResult result = warm.solve(SolveRequest.of(problem).withPrices(kept));
            assertEquals(truth.status(), result.status());
            if (truth.status() == SolveStatus.OPTIMAL) {
                assertEquals(truth.cost(), result.cost(), 1e-9 * (1 + Math.abs(truth.cost())));
            }
        }
    }

    @Test
    void theSearchBeginsWithKeptPrices() {
        int different = 0;
        for (long seed = 0; seed < 10; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(
                    new ScenarioGenerator(Profile.CLUSTERED, Coupling.CAPACITY, 60, 480, 10, 0.5).generate(seed));
            KeptPrices kept = new KeptPrices();
            SolveRequest request = SolveRequest.of(problem).withPrices(kept);
            new LagrangianSolver().solve(request.withBudget(Budget.ofNodes(300)));
            SolveRequest oneNode = request.withBudget(Budget.ofNodes(1));
            double cold = solver.solve(oneNode).lowerBound();
            different += BranchAndBoundSolver.fromKeptPrices().solve(oneNode).lowerBound() == cold ? 0 : 1;
        }
        assertTrue(different >= 5, "different: " + different);
    }
}
