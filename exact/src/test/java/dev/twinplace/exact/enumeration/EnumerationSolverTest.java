package dev.twinplace.exact.enumeration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.exact.OnThreads;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumerationSolverTest {
    private final EnumerationSolver solver = new EnumerationSolver();

    @Test
    void agreesWithBruteForceOnStatusAndCost() {
        Map<SolveStatus, Integer> seen = new EnumMap<>(SolveStatus.class);
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem);
            seen.merge(result.status(), 1, Integer::sum);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed;
            assertEquals(truth.isFeasible() ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
            if (truth.isFeasible()) {
                assertEquals(truth.cost(), result.cost(), 1e-9 * (1 + Math.abs(truth.cost())), what);
                assertEquals(
                        result.cost(), result.lowerBound(), 1e-12 * problem.costMagnitude() + Double.MIN_NORMAL, what);
                assertTrue(result.lowerBound() <= result.cost(), what);
            }
        }
        assertTrue(seen.get(SolveStatus.INFEASIBLE) > 300 && seen.get(SolveStatus.OPTIMAL) > 1500, seen.toString());
    }

    /** Tiny problems leave the Gray code one digit at most; these give it several, and more than one sum anew. */
    @ParameterizedTest
    @EnumSource
    void agreesWithBruteForceWhereTheGrayCodeIsLong(Kind kind) {
        for (int seed = 0; seed < 20; seed++) {
            for (int servers = 2; servers <= 3; servers++) {
                PlacementProblem problem = RandomProblems.of(kind, servers == 2 ? 12 : 8, servers, seed);
                BruteForce truth = BruteForce.solve(problem);
                SolveResult result = solver.solve(problem);
                String what = kind + ", " + servers + " servers, seed " + seed;
                assertEquals(truth.isFeasible() ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
                assertEquals(truth.cost(), result.cost(), 1e-9 * (1 + Math.abs(result.cost())), what);
            }
        }
    }

    /** A demand added to a load of 0 and taken off again leaves 1e-17 or so, which is beyond a capacity of 0. */
    @Test
    void aClosedServerStaysOpenToATwinWithoutDemand() {
        var builder = PlacementProblem.builder(10, 2).capacity(0, 0);
        for (int m = 0; m < 10; m++) {
            builder.demand(m, m == 9 ? 0 : 0.1 * (m + 1)).cost(m, 1, m == 9 ? 5 : 1);
        }
        SolveResult result = solver.solve(builder.build());
        assertEquals(
                Placement.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 0), result.placement().orElseThrow());
        assertEquals(SolveStatus.OPTIMAL, result.status());
    }

    @Test
    void evaluatesEveryPlacementOnce() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 1);
        assertEquals(6561, solver.solve(problem).nodes());
        assertEquals(
                6561, OnThreads.of(3, new EnumerationSolver()).solve(problem).nodes());
    }

    @Test
    void runningSumsStayExactOverManySteps() {
        PlacementProblem problem = RandomProblems.of(Kind.NEGATIVE_COSTS, 9, 4, 3);
        BruteForce truth = BruteForce.solve(problem);
        assertTrue(truth.isFeasible());
        assertEquals(truth.cost(), solver.solve(problem).cost(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 1000, 4096, 100_000, 1_048_576, 2_000_000})
    void anyNumberOfThreadsGivesTheSameAnswerUnderANodeBudget(long nodes) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 10, 4, 6);
        SolveResult alone = solve(1, problem, Budget.ofNodes(nodes));
        assertTrue(alone.nodes() <= (nodes + 15) / 16 * 16, "rounded up to sweeps of two twins: " + alone.nodes());
        assertEquals(nodes >= 1_048_576, alone.status() == SolveStatus.OPTIMAL, alone.toString());
        for (int threads = 2; threads <= 3; threads++) {
            SolveResult together = solve(threads, problem, Budget.ofNodes(nodes));
            assertEquals(alone.placement(), together.placement());
            assertEquals(alone.status(), together.status());
            assertEquals(alone.nodes(), together.nodes());
        }
    }

    @Test
    void tellsOfEveryBetterIncumbentAndThenOfTheProof() {
        List<Double> costs = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 4);
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, lowerBound, elapsed) -> {
            costs.add(cost);
            bounds.add(lowerBound);
        });
        int last = costs.size() - 1;
        assertTrue(last >= 2, "must improve at least once: " + costs);
        for (int i = 1; i < last; i++) {
            assertTrue(costs.get(i) < costs.get(i - 1), costs::toString);
            assertEquals(bounds.get(0), bounds.get(i), "before the end nothing more is proven");
        }
        assertEquals(List.of(result.cost(), result.lowerBound()), List.of(costs.get(last), bounds.get(last)));
        assertTrue(bounds.get(last) > bounds.get(0));
    }

    @Test
    void refusesWhatItCouldNotFinishUnlessABudgetBoundsIt() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 40, 4, 1);
        String message = assertThrows(UnsupportedProblemException.class, () -> solver.solve(problem))
                .getMessage();
        assertEquals(
                "enumeration would evaluate 4^40 = 1.2e+24 placements, more than the 1e+10 it does without a budget",
                message);
        SolveResult result = solve(2, problem, Budget.ofNodes(10_000));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(result.lowerBound() < result.cost());
    }

    @Test
    void timeAndCancellationEndIt() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 40, 4, 1);
        assertEquals(
                SolveStatus.UNKNOWN,
                solve(1, problem, Budget.ofTime(Duration.ZERO)).status());
        for (int threads = 1; threads <= 2; threads++) {
            CancellationToken token = new CancellationToken();
            token.cancel();
            SolveRequest request = SolveRequest.of(problem)
                    .withBudget(Budget.ofTime(Duration.ofDays(1)))
                    .withThreads(threads)
                    .withCancellation(token);
            assertEquals(SolveStatus.UNKNOWN, solver.solve(request).status());
        }
    }

    private static SolveResult solve(int threads, PlacementProblem problem, Budget budget) {
        return OnThreads.of(threads, new EnumerationSolver()).solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
