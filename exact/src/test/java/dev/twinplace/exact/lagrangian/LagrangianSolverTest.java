package dev.twinplace.exact.lagrangian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.RegretGreedy;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemVariant;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LagrangianSolverTest {
    private final LagrangianSolver solver = new LagrangianSolver();

    private static PlacementProblem clustered(Coupling coupling, int twins, int edges, long seed) {
        return ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.CLUSTERED, coupling, twins, 8 * twins, edges, 0.5).generate(seed));
    }

    @Test
    void theOptimumLiesBetweenItsBoundAndItsCost() {
        int feasible = 0;
        int answered = 0;
        int optimal = 0;
        int proven = 0;
        for (int seed = 0; seed < 2000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = solver.solve(problem);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed + ": " + result;
            double slack = 1e-9 * (1 + problem.costMagnitude());
            assertTrue(result.lowerBound() <= truth.cost() + slack, what);
            assertTrue(result.cost() >= truth.cost() - slack, what);
            feasible += truth.isFeasible() ? 1 : 0;
            answered += truth.isFeasible() && result.placement().isPresent() ? 1 : 0;
            optimal += truth.isFeasible() && result.cost() <= truth.cost() + slack ? 1 : 0;
            proven += result.status() == SolveStatus.OPTIMAL ? 1 : 0;
        }
        assertTrue(answered > 0.95 * feasible, "of " + feasible + " feasible problems it answered " + answered);
        assertTrue(optimal > 0.98 * answered, "of " + answered + " answers " + optimal + " are optimal");
        assertTrue(proven > 0.5 * feasible, "of " + feasible + " feasible problems it proved " + proven);
    }

    /** A server fails: three evaluations at kept prices bound better than eight from none. */
    @ParameterizedTest
    @EnumSource(names = {"CAPACITY", "CONTENTION"})
    void keptPricesSaveMostEvaluations(Coupling coupling) {
        PlacementProblem before = clustered(coupling, 600, 30, 1);
        KeptPrices kept = new KeptPrices();
        solver.solve(SolveRequest.of(before).withBudget(Budget.ofNodes(120)).withPrices(kept));
        boolean[] barred = new boolean[600 * before.servers()];
        for (int m = 0; m < 600; m++) {
            barred[m * before.servers() + 4] = true;
        }
        PlacementProblem after = ProblemVariant.withBars(before, barred);
        SolveRequest request = SolveRequest.of(after);
        double cold = solver.solve(request.withBudget(Budget.ofNodes(8))).lowerBound();
        double warm = solver.solve(request.withBudget(Budget.ofNodes(3)).withPrices(kept))
                .lowerBound();
        double best = solver.solve(request.withBudget(Budget.ofNodes(200))).lowerBound();
        assertTrue(warm > cold && warm <= best * (1 + 1e-3), cold + ", " + warm + ", " + best);
        assertTrue(best - warm < 0.01 * best, cold + ", " + warm + ", " + best);
    }

    @Test
    void anyKeptPricesGiveAValidBound() {
        SplittableRandom random = new SplittableRandom(5);
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            KeptPrices kept = new KeptPrices();
            double scale = Math.pow(10, random.nextInt(-3, 4));
            kept.keep(random.doubles(2L * problem.servers(), 0, scale).toArray());
            SolveResult result = solver.solve(SolveRequest.of(problem).withPrices(kept));
            double truth = BruteForce.solve(problem).cost();
            double slack = 1e-9 * (1 + problem.costMagnitude());
            assertTrue(result.lowerBound() <= truth + slack, "seed " + seed + ": " + result);
            assertTrue(result.cost() >= truth - slack, "seed " + seed + ": " + result);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPACITY", "CONTENTION"})
    void beatsLocalSearchAndProvesHowCloseItIs(Coupling coupling) {
        for (int seed = 0; seed < 5; seed++) {
            PlacementProblem problem = clustered(coupling, 60, 10, seed);
            SolveResult result = solve(problem, Budget.ofNodes(300));
            assertTrue(result.gap() < 0.01, result.toString());
            var placement = new IncrementalCost(problem);
            var meter = Budget.UNLIMITED.start();
            new RegretGreedy(placement).placeAll(meter);
            new LocalSearch(placement).improve(meter, 0);
            assertTrue(result.cost() <= placement.cost() + 1e-9, result.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"CAPACITY, 0.01", "CONTENTION, 0.001"})
    void sizesBeyondProofAreBoundedTightly(Coupling coupling, double gap) {
        SolveResult result = solve(clustered(coupling, 600, 30, 1), Budget.ofNodes(120));
        assertTrue(result.gap() < gap, result.toString());
        assertTrue(result.nodes() <= 120, result.toString());
    }

    @Test
    void isDeterministicInItsNodes() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 60, 10, 3);
        for (long nodes : new long[] {1, 25, 100, 500}) {
            SolveResult once = solve(problem, Budget.ofNodes(nodes));
            SolveResult again = solve(problem, Budget.ofNodes(nodes));
            assertEquals(once.placement(), again.placement());
            assertEquals(once.lowerBound(), again.lowerBound());
        }
    }

    /** What takes part in the climbs of one thread improves on the other: both answers are proven to lie close. */
    @Test
    void twoThreadsShareIncumbentAndBound() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 60, 10, 3);
        SolveResult result = solver.solve(SolveRequest.of(problem)
                .withBudget(Budget.ofTime(Duration.ofSeconds(2)))
                .withThreads(2));
        assertTrue(result.gap() < 0.01, result.toString());
        assertTrue(result.nodes() > 0);
    }

    @Test
    void climbsAloneEndByThemselvesAndAreNoBetter() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 60, 10, 3);
        SolveResult climbs = LagrangianSolver.untilClimbsEnd().solve(problem);
        SolveResult all = solver.solve(problem);
        assertTrue(climbs.gap() < 0.01, climbs.toString());
        assertTrue(all.cost() <= climbs.cost(), all.toString());
        assertTrue(all.nodes() > climbs.nodes());
    }

    @Test
    void aStartIsNeverMadeWorse() {
        PlacementProblem problem = clustered(Coupling.CONTENTION, 60, 10, 4);
        SolveResult first = solve(problem, Budget.ofNodes(300));
        SolveResult again = solver.solve(SolveRequest.of(problem)
                .withStart(first.placement().orElseThrow())
                .withBudget(Budget.ofNodes(50)));
        assertTrue(again.cost() <= first.cost());
    }

    @Test
    void withoutTimeThereIsAPlacementAndTheSeparableBound() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 60, 10, 3);
        SolveResult result = solve(problem, Budget.ofTime(Duration.ZERO));
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertTrue(result.lowerBound() > 0);
    }

    @Test
    void aTwinThatFitsNowhereMakesItInfeasible() {
        PlacementProblem problem = PlacementProblem.builder(1, 2)
                .demand(0, 5)
                .capacity(0, 4)
                .capacity(1, 1)
                .build();
        assertEquals(SolveStatus.INFEASIBLE, solver.solve(problem).status());
    }

    @Test
    void tellsOfEveryImprovement() {
        List<Double> costs = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 40, 6, 4);
        SolveResult result = solver.solve(problem, Budget.UNLIMITED, 0, (cost, bound, elapsed) -> {
            costs.add(cost);
            bounds.add(bound);
        });
        assertTrue(costs.size() > 2);
        for (int i = 1; i < costs.size(); i++) {
            assertTrue(costs.get(i) < costs.get(i - 1) || bounds.get(i) > bounds.get(i - 1));
        }
        assertEquals(result.cost(), costs.get(costs.size() - 1), 1e-9);
        assertEquals(result.lowerBound(), bounds.get(bounds.size() - 1), 1e-6);
    }

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }
}
