package dev.twinplace.exact.enumeration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.OnThreads;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets, threads and cancellation. */
class EnumerationBudgetTest {
    private static SolveResult solve(PlacementProblem problem, int threads, Budget budget) {
        return OnThreads.of(threads, new EnumerationSolver()).solve(problem, budget, 0, IncumbentListener.NONE);
    }

    private static void requireSame(SolveResult expected, SolveResult actual, String what) {
        assertEquals(expected.status(), actual.status(), what);
        assertEquals(expected.placement(), actual.placement(), what);
        assertEquals(expected.nodes(), actual.nodes(), what);
        assertEquals(expected.lowerBound(), actual.lowerBound(), what);
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsTheSameForAnyNumberOfThreads(Kind kind) {
        for (long seed = 0; seed < 5; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 8, 3, seed);
            for (long nodes : new long[] {0, 1, 500, 3000, 6560, 6561, Long.MAX_VALUE}) {
                SolveResult one = solve(problem, 1, Budget.ofNodes(nodes));
                for (int threads = 2; threads <= 3; threads++) {
                    SolveResult several = solve(problem, threads, Budget.ofNodes(nodes));
                    requireSame(one, several, kind + ", seed " + seed + ", nodes " + nodes + ", threads " + threads);
                }
            }
        }
    }

    /** Prefixes of 2^16 placements: a thread that finds no share left must not stop those that have one. */
    @Test
    void aNodeBudgetIsSpentInFullByAnyNumberOfThreads() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 22, 2, 4);
        Budget budget = Budget.ofNodes(2 * 65_536 + 60_000);
        SolveResult one = solve(problem, 1, budget);
        assertEquals(budget.nodes(), one.nodes());
        for (int i = 0; i < 5; i++) {
            requireSame(one, solve(problem, 2, budget), "two threads");
            requireSame(one, solve(problem, 3, budget), "three threads");
        }
    }

    /** 2^66 placements: a prefix has more than a long can count. */
    @Test
    void withAllTheNodesInTheWorldNoThreadIsDoneEarly() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 72, 2, 4);
        Duration time = Duration.ofMillis(100);
        SolveResult result = solve(problem, 2, Budget.ofTime(time));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(result.elapsed().compareTo(time) >= 0, () -> "stopped early: " + result);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "9, 9", "10, 18", "700, 702", "6480, 6480", "6552, 6552", "6553, 6561", "9999, 6561"})
    void nodesAreTheBudgetRoundedUpToASweepOfTwoTwins(long budget, long nodes) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 1);
        SolveResult result = solve(problem, 1, Budget.ofNodes(budget));
        assertEquals(nodes, result.nodes());
        assertEquals(nodes == 6561 ? SolveStatus.OPTIMAL : SolveStatus.FEASIBLE, result.status());
    }

    @Test
    void anUnfinishedEnumerationClaimsNoMoreThanTheRelaxationProves() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 8, 3, 2);
        SolveResult all = solve(problem, 1, Budget.UNLIMITED);
        SolveResult some = solve(problem, 1, Budget.ofNodes(4000));
        assertEquals(SolveStatus.OPTIMAL, all.status());
        assertEquals(SolveStatus.FEASIBLE, some.status());
        assertTrue(some.lowerBound() <= all.cost() && all.cost() <= some.cost(), () -> all + " against " + some);
    }

    @Test
    void anInfeasibleProblemIsUnknownUntilAllIsEnumerated() {
        PlacementProblem problem = RandomProblems.of(Kind.INFEASIBLE, 8, 3, 2);
        assertEquals(
                SolveStatus.UNKNOWN, solve(problem, 1, Budget.ofNodes(6552)).status());
        assertEquals(
                SolveStatus.INFEASIBLE, solve(problem, 1, Budget.ofNodes(6553)).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withoutAnyTimeNothingIsClaimed(int threads) {
        for (long seed = 0; seed < 50; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 6, 3, seed);
            SolveResult result = solve(problem, threads, Budget.ofTime(Duration.ZERO));
            assertEquals(SolveStatus.UNKNOWN, result.status());
            assertEquals(0, result.nodes());
            assertTrue(result.placement().isEmpty());
            assertTrue(Double.isFinite(result.lowerBound()), "the relaxation costs no time worth mentioning");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cancellingEndsTheSearchWithItsIncumbent(int threads) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 20, 3, 5);
        CancellationToken token = new CancellationToken();
        SolveResult result = new EnumerationSolver()
                .solve(SolveRequest.of(problem)
                        .withThreads(threads)
                        .withCancellation(token)
                        .withListener((cost, lowerBound, elapsed) -> token.cancel()));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        int[] serverOf = result.placement().orElseThrow().toArray();
        assertEquals(NaiveCost.cost(problem, serverOf), result.cost(), 1e-9 * result.cost());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void amongEqualCostsTheFirstPlacementWins(int threads) {
        PlacementProblem problem = PlacementProblem.builder(9, 3).build();
        SolveResult result = solve(problem, threads, Budget.UNLIMITED);
        assertEquals(Placement.of(new int[9]), result.placement().orElseThrow());
    }

    @Test
    void aPrefixThatIsStoppedIsNotWhole() {
        PrefixEnumeration few = prefixEnumeration(RandomProblems.of(Kind.CONTENTION, 20, 2, 1));
        assertFalse(few.run(0, Long.MAX_VALUE, () -> true));
        assertEquals(4096 * 4, few.evaluated());
        PrefixEnumeration many = prefixEnumeration(RandomProblems.of(Kind.CONTENTION, 4, 300, 1));
        assertFalse(many.run(0, Long.MAX_VALUE, () -> true));
        assertEquals(300 * 300, many.evaluated(), "sweeps of so many servers take long: it looks after every one");
    }

    /** Costs that are no whole units, so that units do not tell ties apart: the placement that is found first is kept. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void amongEqualFractionsTheFirstPlacementWins(int threads) {
        var builder = PlacementProblem.builder(8, 3);
        for (int m = 0; m < 8; m++) {
            builder.weight(m, 1).work(m, 1.0 / 3);
        }
        PlacementProblem problem =
                builder.contention(0, 0.1).contention(1, 0.1).contention(2, 0.1).build();
        SolveResult all = solve(problem, threads, Budget.UNLIMITED);
        SolveResult first = null;
        for (long nodes = 9; first == null || first.cost() > all.cost(); nodes += 9) {
            first = solve(problem, threads, Budget.ofNodes(nodes));
        }
        assertTrue(first.nodes() < all.nodes(), "others cost the same");
        assertEquals(first.placement(), all.placement());
    }

    private static PrefixEnumeration prefixEnumeration(PlacementProblem problem) {
        SolveContext context = new SolveContext(SolveRequest.of(problem));
        DoubleAccumulator leastExcess = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        return new PrefixEnumeration(context, 0, new LoadGrid(problem), leastExcess);
    }

    @Test
    void noThreadOutlivesTheSolver() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        solve(RandomProblems.of(Kind.CONTENTION, 9, 3, 1), 3, Budget.UNLIMITED);
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(Duration.ofSeconds(10).toMillis());
            assertFalse(thread.isAlive(), thread::getName);
        }
    }

    @Test
    void aListenerThatFailsFailsTheSolver() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 8, 3, 5);
        IncumbentListener failing = (cost, lowerBound, elapsed) -> {
            throw new IllegalArgumentException("no");
        };
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> OnThreads.of(2, new EnumerationSolver()).solve(problem, Budget.UNLIMITED, 0, failing));
        assertEquals("no", e.getMessage());
    }
}
