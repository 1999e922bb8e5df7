package dev.twinplace.exact.cpsat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpSatSolverTest {
    private final CpSatSolver solver = new CpSatSolver();

    @Test
    void agreesWithBruteForceOnStatusAndCost() {
        for (int seed = 0; seed < 400; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            assertAgrees(
                    BruteForce.solve(problem).cost(),
                    solver.solve(problem),
                    RandomProblems.kindOf(seed) + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithEnumerationOnLargerProblems(Kind kind) {
        for (int seed = 0; seed < 4; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 8 + seed % 3, 2 + seed % 3, seed);
            assertAgrees(new EnumerationSolver().solve(problem).cost(), solver.solve(problem), kind + ", seed " + seed);
        }
    }

    /** An infinite optimum stands for none. */
    private static void assertAgrees(double optimum, SolveResult result, String what) {
        boolean feasible = optimum < Double.POSITIVE_INFINITY;
        assertEquals(feasible ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE, result.status(), what);
        if (feasible) {
            double tolerance = 1e-9 * Math.abs(optimum) + 1e-12;
            assertEquals(optimum, result.cost(), tolerance, what);
            assertEquals(optimum, result.lowerBound(), tolerance, what);
            assertTrue(result.lowerBound() <= optimum + 1e-12 * (1 + Math.abs(optimum)), what);
            assertTrue(result.resolution().getAsDouble() <= 1e-12 * (1 + Math.abs(optimum)), what);
        }
    }

    @Test
    void wholeNumbersAreSolvedWithoutRounding() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 0, 3)
                .cost(0, 1, 4)
                .cost(1, 0, 3)
                .cost(1, 1, 4)
                .demand(0, 5)
                .demand(1, 5)
                .capacity(0, 9)
                .build();
        SolveResult result = solver.solve(problem);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(7, result.cost());
        assertEquals(7, result.lowerBound());
        assertEquals(0, result.resolution().getAsDouble());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anyThreadsAndSeedsProveTheSameCost(int seed) {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 9, 3, seed);
        double optimum = new EnumerationSolver().solve(problem).cost();
        assertAgrees(
                optimum,
                OnThreads.of(2, new CpSatSolver()).solve(problem, Budget.UNLIMITED, -seed, IncumbentListener.NONE),
                "2 threads");
        assertAgrees(
                optimum, solver.solve(problem, Budget.UNLIMITED, (long) seed << 40, IncumbentListener.NONE), "seed");
    }

    /** Halves of units and the like: the weights are not whole, so contention is multiplied out. */
    @Test
    void agreesWithBruteForceWhereWeightsAreNotWhole() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 60; i++) {
            PlacementProblemBuilder builder = PlacementProblem.builder(6, 3);
            for (int m = 0; m < 6; m++) {
                builder.weight(m, random.nextDouble(3)).work(m, random.nextDouble(10, 40));
                for (int s = 0; s < 3; s++) {
                    builder.cost(m, s, random.nextDouble(-10, 90)).demand(m, s, random.nextDouble(1, 2));
                }
            }
            builder.capacity(0, 4).contention(0, 0.3).contention(1, 0.1);
            PlacementProblem problem = builder.build();
            assertAgrees(BruteForce.solve(problem).cost(), solver.solve(problem), "run " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "offset-5x30-min.gap, MIN, 300000000423",
        "barred-2x2-min.gap, MIN, 6",
        "mip-2x5-max.gap, MAX, -120",
        "tight-4x16-max.gap, MAX, -573"
    })
    void provesTheOptimaOfKnownCounterexamples(String file, Sense sense, double optimum) {
        SolveResult result =
                solver.solve(OrLibraryReader.read(SharedData.require("gap-counterexamples/" + file), sense));
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(optimum, result.cost());
        assertEquals(optimum, result.lowerBound());
    }

    /** Decimals: the doubles 0.1 and 0.2 sum to more than 0.3, the decimals do not; 0.1 and 0.21 do. */
    @ParameterizedTest
    @CsvSource({"0.2, 0", "0.21, 1"})
    void decimalsThatMeetTheCapacityFit(double second, double optimum) {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 1, 1)
                .cost(1, 1, 1)
                .demand(0, 0.1)
                .demand(1, second)
                .capacity(0, 0.3)
                .build();
        SolveResult result = solver.solve(problem);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(optimum, result.cost());
    }

    /** With the whole of presolve CP-SAT 9.15 proves 6925.8 here, for the optimum is cut off. */
    @Test
    void presolveCutsOffNoOptimum() {
        double[][] twins = { // weight, work, then cost and demand on either server
            {5, 3.4701338693269244, 1.41, 1.3, 0, 1.1},
            {8, 250.75223866843118, 1.85, 2.8, 0, 3},
            {1, 0.14583317206826882, 0, 2.1, 4.49, 2.9},
            {0, 0.013585584297790897, 0.22, 1.7, 0, 0.1},
            {0, 2.549134351262403, 0, 0.6, 0.47, 2}
        };
        PlacementProblemBuilder builder = PlacementProblem.builder(twins.length, 2);
        for (int m = 0; m < twins.length; m++) {
            double[] twin = twins[m];
            builder.weight(m, twin[0]).work(m, twin[1]);
            builder.cost(m, 0, twin[2]).demand(m, 0, twin[3]);
            builder.cost(m, 1, twin[4]).demand(m, 1, twin[5]);
        }
        PlacementProblem problem = builder.capacity(0, 6.2)
                .capacity(1, 4.1)
                .contention(0, 3.41463110631849)
                .build();
        SolveResult result = solver.solve(problem);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(BruteForce.solve(problem).cost(), result.cost(), 1e-12);
    }

    /** Demands rounded down and limits rounded up still see what rounding does not explain. */
    @Test
    void aLoadAboveTheCapacityByMoreThanRoundingIsInfeasible() {
        PlacementProblem problem = PlacementProblem.builder(2, 1)
                .demand(0, 0.1)
                .demand(1, 0.2 + 1e-14)
                .capacity(0, 0.3)
                .build();
        assertEquals(SolveStatus.INFEASIBLE, solver.solve(problem).status());
    }

    @ParameterizedTest
    @CsvSource({"gap1-0", "gap1-1", "gap2-2", "gap3-3", "gap4-4"})
    void provesPublishedOptimaInBothSensesExactly(String instance) throws IOException {
        String[] published = Files.readString(SharedData.require("gap/optima.csv"))
                .lines()
                .filter(line -> line.startsWith(instance + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertProves(Double.parseDouble(published[4]), instance, Sense.MIN);
        assertProves(-Double.parseDouble(published[5]), instance, Sense.MAX);
    }

    private void assertProves(double optimum, String instance, Sense sense) {
        SolveResult result = solver.solve(OrLibraryReader.read(SharedData.require("gap/" + instance), sense));
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(optimum, result.cost());
        assertEquals(optimum, result.lowerBound());
        assertEquals(0, result.resolution().getAsDouble());
    }

    @Test
    void aBudgetInNodesIsRespectedAndRepeatable() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 14, 4, 3);
        double optimum = solver.solve(problem).cost();
        for (long nodes : new long[] {0, 20, 30, 60, 100}) {
            SolveResult result = solve(problem, Budget.ofNodes(nodes));
            assertTrue(result.nodes() <= nodes + 1, nodes + " but " + result);
            assertTrue(result.lowerBound() <= optimum * (1 + 1e-12), result.toString());
            assertTrue(result.cost() >= optimum * (1 - 1e-12), result.toString());
            SolveResult again =
                    OnThreads.of(2, new CpSatSolver()).solve(problem, Budget.ofNodes(nodes), 0, IncumbentListener.NONE);
            assertEquals(result.placement(), again.placement());
            assertEquals(result.lowerBound(), again.lowerBound());
            assertEquals(result.nodes(), again.nodes());
        }
    }

    @Test
    void aSpentBudgetLeavesTheIncumbentAndABound() {
        PlacementProblem large = RandomProblems.of(Kind.CONTENTION, 100, 6, 2);
        SolveResult timed = solve(large, Budget.ofTime(Duration.ofMillis(300)));
        assertEquals(SolveStatus.FEASIBLE, timed.status());
        assertTrue(timed.gap() > 1e-9 && timed.gap() < 1, timed.toString());
        assertEquals(
                SolveStatus.FEASIBLE, solve(large, Budget.ofTime(Duration.ZERO)).status());
    }

    @Test
    void isNeverWorseThanTheLocalSearchItStartsFrom() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 60, 5, 7);
        SolveResult start = new LocalSearchHeuristic().solve(problem);
        assertEquals(SolveStatus.FEASIBLE, start.status());
        List<Double> costs = new ArrayList<>();
        Budget budget = Budget.ofNodes(start.nodes() + 1);
        SolveResult result = solver.solve(problem, budget, 0, (cost, lowerBound, elapsed) -> costs.add(cost));
        assertTrue(result.cost() <= start.cost(), result.toString());
        assertTrue(result.lowerBound() >= start.lowerBound(), result.toString());
        assertTrue(costs.contains(start.cost()), costs::toString);
    }

    @Test
    void tellsOfEachBetterPlacementOnce() {
        List<Double> costs = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 30, 5, 12);
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, lowerBound, elapsed) -> {
            costs.add(cost);
            bounds.add(lowerBound);
        });
        assertTrue(costs.size() >= 3, costs::toString);
        for (int i = 1; i < costs.size(); i++) {
            boolean cheaper = costs.get(i) < costs.get(i - 1);
            assertTrue(cheaper || bounds.get(i) > bounds.get(i - 1), i + ": " + costs + bounds);
            assertTrue(bounds.get(i) <= result.cost(), bounds::toString);
        }
        assertEquals(result.cost(), costs.get(costs.size() - 1), "told is a cost by definition");
    }

    @Test
    void whatAListenerThrowsComesOut() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 30, 5, 12);
        List<Double> costs = new ArrayList<>();
        IncumbentListener failing = (cost, lowerBound, elapsed) -> {
            costs.add(cost);
            if (costs.size() == 2) {
                throw new UnsupportedOperationException("by the listener");
            }
        };
        assertThrows(UnsupportedOperationException.class, () -> solver.solve(problem, Budget.UNLIMITED, 0, failing));
        assertEquals(2, costs.size());
    }

    @Test
    void aSolveCancelledBeforeStillAnswers() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 100, 6, 2);
        SolveResult result = solver.solve(SolveRequest.of(problem).withCancellation(token));
        assertEquals(SolveStatus.FEASIBLE, result.status());
    }

    /** Unlimited, this search would go on for hours: the second placement is the first that CP-SAT finds. */
    @Test
    void cancellingDuringTheSearchEndsIt() {
        PlacementProblem large = RandomProblems.of(Kind.CAPACITY_TIGHT, 80, 10, 2);
        CancellationToken token = new CancellationToken();
        List<Double> costs = new ArrayList<>();
        SolveResult result = solver.solve(
                SolveRequest.of(large).withCancellation(token).withListener((cost, lowerBound, elapsed) -> {
                    costs.add(cost);
                    if (costs.size() == 2) {
                        token.cancel();
                    }
                }));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(costs.size() >= 2 && result.cost() < costs.get(0), costs::toString);
    }

    @Test
    void whereTheLibraryCannotBeLoadedEveryProblemIsRefusedInOneLine() {
        Optional<String> obstacle = NativeLibrary.problemOf(() -> {
            throw new UnsatisfiedLinkError("no jniortools in java.library.path\nand more");
        });
        CpSatSolver stranded = new CpSatSolver(obstacle);
        String message = assertThrows(UnsupportedProblemException.class, () -> stranded.solve(RandomProblems.tiny(0)))
                .getMessage();
        assertEquals(1, message.lines().count());
        assertTrue(message.contains(System.getProperty("os.arch")), message);
        assertTrue(message.contains("(UnsatisfiedLinkError, no jniortools in java.library.path)"), message);
        assertTrue(message.contains("branch-and-bound"), message);
    }

    @Test
    void theLibraryIsLoadedHere() {
        assertEquals(Optional.empty(), NativeLibrary.problem());
        assertFalse(NativeLibrary.problemOf(() -> {
                    throw new NullPointerException();
                })
                .isEmpty());
    }

    @Test
    void whatCannotFitInMemoryIsRefused() {
        PlacementProblem huge = RandomProblems.of(Kind.INDEPENDENT, 100_001, 20, 1);
        assertThrows(UnsupportedProblemException.class, () -> solver.solve(huge));
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
