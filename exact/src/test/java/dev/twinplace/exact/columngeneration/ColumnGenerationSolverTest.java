package dev.twinplace.exact.columngeneration;

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
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(300)
class ColumnGenerationSolverTest {
    private final ColumnGenerationSolver solver = new ColumnGenerationSolver();

    @Test
    void theOptimumLiesBetweenItsBoundAndItsCost() {
        int feasible = 0;
        int optimal = 0;
        int proven = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed + ": " + result;
            double slack = 1e-9 * (1 + problem.costMagnitude());
            assertTrue(result.lowerBound() <= truth.cost() + slack, what);
            assertTrue(result.cost() >= truth.cost() - slack, what);
            feasible += truth.isFeasible() ? 1 : 0;
            optimal += truth.isFeasible() && result.cost() <= truth.cost() + slack ? 1 : 0;
            proven += result.status() == SolveStatus.OPTIMAL ? 1 : 0;
        }
        assertTrue(optimal > 0.98 * feasible, "of " + feasible + " feasible problems " + optimal + " solved");
        assertTrue(proven > 0.8 * feasible, "of " + feasible + " feasible problems " + proven + " proven");
    }

    /** Where the best placement is not found: what the incumbent excludes must not exclude it, nor raise the bound above it. */
    @Test
    void theBoundHoldsWhereTheIncumbentIsNotTheOptimum() {
        int worse = 0;
        int raised = 0;
        for (int seed = 0; seed < 40; seed++) {
            PlacementProblem problem = opposed(24, 4, seed);
            SolveResult truth = new BranchAndBoundSolver().solve(problem);
            assertEquals(SolveStatus.OPTIMAL, truth.status());
            for (long nodes : new long[] {120, 250, 500, 1000}) {
                SolveResult result = solve(problem, Budget.ofNodes(nodes));
                assertTrue(result.lowerBound() <= truth.cost() + 1e-9 * truth.cost(), seed + ", " + nodes + " nodes");
                worse += result.cost() > truth.cost() ? 1 : 0;
                raised += result.lowerBound() > 0.995 * truth.cost() ? 1 : 0;
            }
        }
        assertTrue(worse > 60 && raised > 20, worse + " worse, " + raised + " with a good bound");
    }

    /** What demands more costs less, and four fifths of the mean demand fit: type d of the published instances. */
    private static PlacementProblem opposed(int twins, int servers, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        double[] demands = new double[servers];
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                int demand = random.nextInt(1, 101);
                demands[s] += demand;
                builder.demand(m, s, demand).cost(m, s, 111 - demand + random.nextInt(-10, 11));
            }
        }
        for (int s = 0; s < servers; s++) {
            builder.capacity(s, Math.floor(0.8 * demands[s] / servers));
        }
        return builder.build();
    }

    @Test
    void itsBoundIsBetterThanThatOfSubgradientsAfterTheSameEvaluations() {
        int better = 0;
        for (int seed = 0; seed < 5; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 60, 10, seed);
            double bound = solve(problem, Budget.ofNodes(250)).lowerBound();
            double other = new LagrangianSolver()
                    .solve(problem, Budget.ofNodes(250), 0, IncumbentListener.NONE)
                    .lowerBound();
            better += bound > other ? 1 : 0;
        }
        assertTrue(better >= 4, "better in " + better + " of 5");
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY"})
    void isDeterministicInItsNodes(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 40, 6, 3);
        for (long nodes : new long[] {1, 25, 150, 300}) {
            SolveResult once = solve(problem, Budget.ofNodes(nodes));
            SolveResult again = solve(problem, Budget.ofNodes(nodes));
            assertEquals(once.placement(), again.placement());
            assertEquals(once.lowerBound(), again.lowerBound());
            assertTrue(once.nodes() <= nodes, once.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY"})
    void aStartIsNeverMadeWorse(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 40, 6, 4);
        SolveResult first = solve(problem, Budget.ofNodes(300));
        SolveResult again = solver.solve(SolveRequest.of(problem)
                .withStart(first.placement().orElseThrow())
                .withBudget(Budget.ofNodes(50)));
        assertTrue(again.cost() <= first.cost());
    }

    @Test
    void withoutTimeThereIsAPlacementAndTheSeparableBound() {
        SolveResult result = solve(RandomProblems.of(Kind.CAPACITY_TIGHT, 40, 6, 4), Budget.ofTime(Duration.ZERO));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(result.lowerBound() > 0);
    }

    @Test
    void aSolveCancelledBeforeStillAnswers() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 200, 20, 1);
        SolveResult result = solver.solve(SolveRequest.of(problem).withCancellation(token));
        assertEquals(SolveStatus.FEASIBLE, result.status());
    }

    /** The bound rises after the subgradient climbs, by which time master programs are being solved. */
    @Test
    void cancellingDuringTheClimbEndsIt() {
        CancellationToken token = new CancellationToken();
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 200, 20, 1);
        double climbed = solve(problem, Budget.ofNodes(200)).lowerBound();
        List<Double> bounds = new ArrayList<>();
        SolveResult result = solver.solve(SolveRequest.of(problem)
                .withBudget(Budget.ofNodes(Long.MAX_VALUE - 1))
                .withCancellation(token)
                .withListener((cost, bound, elapsed) -> {
                    bounds.add(bound);
                    if (bound > climbed) {
                        token.cancel();
                    }
                }));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(result.lowerBound() > climbed, bounds::toString);
    }

    @Test
    void capacitiesThatCannotHoldAllAreProvenOrLeftOpen() {
        for (int seed = 0; seed < 20; seed++) {
            SolveResult result = solver.solve(RandomProblems.of(Kind.INFEASIBLE, 8, 3, seed));
            assertTrue(result.placement().isEmpty());
            assertTrue(result.status() == SolveStatus.INFEASIBLE || result.status() == SolveStatus.UNKNOWN);
        }
    }

    @Test
    void problemsTooLargeForTheLinearProgramAreRefused() {
        PlacementProblem huge = RandomProblems.of(Kind.CAPACITY_TIGHT, 5001, 20, 1);
        String message = assertThrows(UnsupportedProblemException.class, () -> solver.solve(huge))
                .getMessage();
        assertTrue(message.contains("lagrangian"), message);
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
