package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.ConstrainedScenarios;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.SideProblems;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heuristics on problems with further resources, separate groups and limits of work, against brute force. */
class SideConstrainedTest {
    /** @param leastShare of the problems that have a placement: how many it must find one for */
    @ParameterizedTest
    @CsvSource({
        "random, 0.8",
        "average, 0.5",
        "best-fixed, 0.05",
        "greedy, 0.97",
        "local-search, 0.97",
        "ejection-chain, 0.99",
        "ddl-price, 0.97"
    })
    void everyPlacementIsFeasible(String id, double leastShare) {
        int feasible = 0;
        int found = 0;
        for (int seed = 0; seed < 600; seed++) {
            PlacementProblem problem = SideProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = Solvers.create(id).solve(problem, Budget.ofNodes(2000), seed, IncumbentListener.NONE);
            feasible += truth.isFeasible() ? 1 : 0;
            assertTrue(result.lowerBound() <= truth.cost() + 1e-9, () -> "bound above optimum: " + result);
            if (result.placement().isPresent()) {
                found++;
                assertTrue(
                        NaiveCost.isFeasible(problem, result.placement().get().toArray()), "seed " + seed);
                assertTrue(
                        PlacementChecker.isFeasible(problem, result.placement().get()));
                assertTrue(result.cost() >= truth.cost() - 1e-9);
            }
            if (result.status() == SolveStatus.OPTIMAL) {
                assertEquals(truth.cost(), result.cost(), 1e-6);
            }
            assertTrue(result.status() != SolveStatus.INFEASIBLE || !truth.isFeasible(), "seed " + seed);
        }
        assertTrue(feasible > 200, "" + feasible);
        assertTrue(found >= leastShare * feasible, id + " found " + found + " of " + feasible);
    }

    @Test
    void chainsReachTheOptimumOfNearlyAllSmallProblems() {
        int feasible = 0;
        int optimal = 0;
        for (int seed = 0; seed < 400; seed++) {
            PlacementProblem problem = SideProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result =
                    Solvers.create("ejection-chain").solve(problem, Budget.ofNodes(3000), seed, IncumbentListener.NONE);
            feasible += truth.isFeasible() ? 1 : 0;
            optimal += truth.isFeasible() && result.cost() <= truth.cost() + 1e-6 ? 1 : 0;
        }
        assertTrue(optimal >= 0.98 * feasible, optimal + " of " + feasible);
    }

    @ParameterizedTest
    @ValueSource(strings = {"greedy", "local-search", "ejection-chain"})
    void answersKeepTheRulesOfTheScenario(String id) {
        int answered = 0;
        for (int seed = 0; seed < 400; seed++) {
            Scenario scenario = ConstrainedScenarios.of(seed);
            CompiledScenario compiled = ConstraintCompiler.compile(scenario);
            SolveResult result =
                    Solvers.create(id).solve(compiled.problem(), Budget.ofNodes(1000), seed, IncumbentListener.NONE);
            if (result.placement().isPresent()) {
                int[] serverOf = compiled.serversOf(result.placement().get());
                assertEquals(List.of(), PlacementRules.broken(scenario, serverOf), "seed " + seed);
                answered++;
            }
        }
        assertTrue(answered > 150, "" + answered);
    }

    /** All resources are so tight that a greedy placement fails without a repair. */
    @ParameterizedTest
    @ValueSource(strings = {"greedy", "ejection-chain"})
    void tightProblemsOfSeveralResourcesArePlaced(String id) {
        for (int seed = 0; seed < 5; seed++) {
            PlacementProblem problem = SideProblems.severalResources(60, 6, 3, 0.9, seed);
            SolveResult result =
                    Solvers.create(id).solve(problem, Budget.ofNodes(20_000), seed, IncumbentListener.NONE);
            assertTrue(result.placement().isPresent(), "seed " + seed);
        }
    }

    @Test
    void localSearchesEndWhereNoMoveAndNoSwapHelps() {
        SplittableRandom random = new SplittableRandom(5);
        int searched = 0;
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem base = RandomProblems.of(RandomProblems.kindOf(seed), 2 + seed % 12, 2 + seed % 4, seed);
            PlacementProblem problem = SideProblems.addedTo(base, seed);
            IncrementalCost plain = new IncrementalCost(problem);
            new FeasibleGreedy(plain).placeAll(Budget.UNLIMITED.start());
            if (plain.overload() > 0) {
                continue;
            }
            int[] start = new int[problem.twins()];
            plain.copyTo(start);
            new LocalSearch(plain).improve(Budget.UNLIMITED.start(), 0);
            assertLocallyOptimal(plain);
            IncrementalCost priced = new IncrementalCost(problem);
            priced.reset(start);
            double[] prices = random.doubles(problem.servers(), 0, 2).toArray();
            new PricedLocalSearch(priced).improve(prices, Budget.UNLIMITED.start(), 0);
            assertLocallyOptimal(priced);
            searched++;
        }
        assertTrue(searched > 80, "" + searched);
    }

    private static void assertLocallyOptimal(IncrementalCost placement) {
        PlacementProblem problem = (PlacementProblem) placement.problem();
        int[] serverOf = new int[problem.twins()];
        placement.copyTo(serverOf);
        assertTrue(NaiveCost.isFeasible(problem, serverOf));
        double least = NaiveCost.cost(problem, serverOf) - 1e-9 * (1 + NaiveCost.magnitude(problem, serverOf));
        for (int m = 0; m < serverOf.length; m++) {
            int before = serverOf[m];
            for (int s = 0; s < problem.servers(); s++) {
                serverOf[m] = s;
                assertNotBetter(problem, serverOf, least);
            }
            for (int n = 0; n < m; n++) {
                int other = serverOf[n];
                serverOf[m] = other;
                serverOf[n] = before;
                assertNotBetter(problem, serverOf, least);
                serverOf[n] = other;
            }
            serverOf[m] = before;
        }
    }

    private static void assertNotBetter(PlacementProblem problem, int[] serverOf, double least) {
        assertTrue(!NaiveCost.isFeasible(problem, serverOf) || NaiveCost.cost(problem, serverOf) >= least);
    }
}
