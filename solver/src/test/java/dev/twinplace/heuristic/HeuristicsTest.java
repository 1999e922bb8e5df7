package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each heuristic against its definition, and all of them against brute force: what they say must be true. */
class HeuristicsTest {
    static List<SolverEntry> heuristics() {
        return new HeuristicSolvers().entries();
    }

    @ParameterizedTest
    @MethodSource("heuristics")
    void everyAnswerIsHonest(SolverEntry entry) {
        PlacementSolver solver = Solvers.create(entry.id());
        int placed = 0;
        for (int seed = 0; seed < 600; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            List<Double> told = new ArrayList<>();
            SolveResult result =
                    solver.solve(problem, Budget.UNLIMITED, seed, (cost, lowerBound, elapsed) -> told.add(cost));
            assertTrue(result.lowerBound() <= truth.cost() + 1e-9, () -> "bound above optimum: " + result);
            if (result.placement().isPresent()) {
                assertTrue(truth.isFeasible());
                assertTrue(result.cost() >= truth.cost() - 1e-9);
                assertEquals(List.of(result.cost()), told);
                placed++;
            }
            if (result.status() == SolveStatus.OPTIMAL) {
                assertEquals(truth.cost(), result.cost(), 1e-6);
            }
            if (result.status() == SolveStatus.INFEASIBLE) {
                assertTrue(!truth.isFeasible());
            }
        }
        assertTrue(placed > 200, entry.id() + " answered only " + placed);
    }

    @ParameterizedTest
    @MethodSource("heuristics")
    void theSmallestProblemIsSolved(SolverEntry entry) {
        PlacementProblem problem =
                PlacementProblem.builder(1, 1).cost(0, 0, 3).cloud(0).build();
        SolveResult result = Solvers.create(entry.id()).solve(problem);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(3, result.cost());
    }

    @Test
    void averageFillsTheLeastLoadedServerFirst() {
        PlacementProblem problem = PlacementProblem.builder(5, 2)
                .work(0, 1)
                .work(1, 5)
                .work(2, 4)
                .work(3, 3)
                .work(4, 4)
                .build();
        // By work: 5→0, 4→1, 4→1, 3→0, 1→0 or 1 with 8 and 8: the lower index
        assertArrayEquals(new int[] {0, 0, 1, 0, 1}, placement(new AverageDistributionBaseline(), problem));
    }

    @Test
    void bestFixedCountsContentionAndRoom() {
        PlacementProblem problem = PlacementProblem.builder(2, 3)
                .cost(0, 0, 1)
                .cost(1, 0, 1)
                .capacity(0, 1)
                .demand(0, 1)
                .demand(1, 1)
                .cost(0, 1, 2)
                .cost(1, 1, 2)
                .contention(1, 1)
                .weight(0, 1)
                .weight(1, 1)
                .work(0, 1)
                .work(1, 1)
                .cost(0, 2, 3.5)
                .cost(1, 2, 3.5)
                .build();
        // server 0 has room for one, 1 costs 2 + 2 + 2·2, 2 costs 7
        assertArrayEquals(new int[] {2, 2}, placement(new BestFixedBaseline(), problem));
    }

    @Test
    void cloudOnlyTakesTheCheapestCloudAndNeedsOne() {
        PlacementProblem problem = PlacementProblem.builder(2, 3)
                .cost(0, 1, 2)
                .cost(0, 2, 1)
                .cost(1, 1, 1)
                .cost(1, 2, 2)
                .cloud(1)
                .cloud(2)
                .build();
        assertArrayEquals(new int[] {2, 1}, placement(new CloudOnlyBaseline(), problem));
        PlacementProblem without = PlacementProblem.builder(1, 1).build();
        assertThrows(UnsupportedProblemException.class, () -> new CloudOnlyBaseline().solve(without));
    }

    @Test
    void randomIsUniformAndFollowsItsSeed() {
        PlacementProblem problem = PlacementProblem.builder(10_000, 4).build();
        int[] counts = new int[4];
        for (int server : placement(new RandomOffloadingBaseline(), problem)) {
            counts[server]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 2500.0) * (count - 2500.0) / 2500;
        }
        assertTrue(chiSquare < 16.27, "p < 0.001 for three degrees of freedom: " + chiSquare);
        PlacementSolver random = new RandomOffloadingBaseline();
        assertEquals(
                draw(random, problem, 5).placement(), draw(random, problem, 5).placement());
        assertTrue(!draw(random, problem, 5)
                .placement()
                .equals(draw(random, problem, 6).placement()));
    }

    @Test
    void randomFindsRoomWhereThereIsLittle() {
        var builder = PlacementProblem.builder(8, 4);
        for (int m = 0; m < 8; m++) {
            builder.demand(m, 1);
        }
        for (int s = 0; s < 4; s++) {
            builder.capacity(s, 2);
        }
        assertTrue(draw(new RandomOffloadingBaseline(), builder.build(), 1)
                .placement()
                .isPresent());
    }

    /** Two twins of 1 on servers of 1, and one of 0.5 that never fits: each attempt is a node. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 7", "100, 100", "101, 100"})
    void randomCountsItsAttempts(long budget, long attempts) {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .demand(0, 1)
                .demand(1, 1)
                .demand(2, 0.5)
                .capacity(0, 1)
                .capacity(1, 1)
                .build();
        SolveResult result =
                new RandomOffloadingBaseline().solve(problem, Budget.ofNodes(budget), 1, IncumbentListener.NONE);
        assertEquals(SolveStatus.UNKNOWN, result.status());
        assertEquals(attempts, result.nodes());
    }

    @ParameterizedTest
    @CsvSource({"random, 1", "cloud-only, 7", "average, 7", "best-fixed, 3", "greedy, 7", "local-search, 7"})
    void nodesAreTheStepsTaken(String id, long nodes) {
        var builder = PlacementProblem.builder(7, 3).cloud(2);
        for (int m = 0; m < 7; m++) {
            builder.cost(m, 0, 1).cost(m, 1, 2).cost(m, 2, 3);
        }
        SolverEntry entry = heuristics().stream()
                .filter(heuristic -> heuristic.id().equals(id))
                .findFirst()
                .orElseThrow();
        SolveResult result = Solvers.create(entry.id()).solve(builder.build());
        assertEquals(nodes, result.nodes());
    }

    @Test
    void localSearchCountsItsStepsAfterThoseOfGreedy() {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION, 40, 4, 2);
        SolveResult greedy = new RegretGreedyHeuristic().solve(problem);
        SolveResult improved = new LocalSearchHeuristic().solve(problem);
        assertEquals(40, greedy.nodes());
        assertTrue(improved.nodes() > 40 && improved.cost() < greedy.cost(), improved::toString);
    }

    @Test
    void randomNeedsOneAttemptWhereNothingIsFull() {
        assertEquals(
                1,
                draw(new RandomOffloadingBaseline(), RandomProblems.tiny(0), 1).nodes());
    }

    @ParameterizedTest
    @MethodSource("heuristics")
    void aSpentBudgetEndsInNoAnswerOrAnHonestOne(SolverEntry entry) {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION, 300, 5, 1);
        PlacementSolver solver = Solvers.create(entry.id());
        CancellationToken token = new CancellationToken();
        token.cancel();
        SolveResult cancelled = solver.solve(SolveRequest.of(problem).withCancellation(token));
        assertTrue(cancelled.status() != SolveStatus.INFEASIBLE);
    }

    private static SolveResult draw(PlacementSolver solver, PlacementProblem problem, long seed) {
        return solver.solve(problem, Budget.UNLIMITED, seed, IncumbentListener.NONE);
    }

    private static int[] placement(PlacementSolver solver, PlacementProblem problem) {
        return solver.solve(problem).placement().orElseThrow().toArray();
    }
}
