package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.decision.replan.MoveLimit;
import dev.twinplace.decision.replan.MoveLimitSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Solvers under a limit on moves against all placements that it allows. */
class MoveLimitAgreementTest {
    private static final double TOLERANCE = 1e-8;

    /** A random problem of few placements, its limit, and the least cost under it. */
    private static final class Case {
        final PlacementProblem problem;
        final MoveLimit limit;
        final double least;

        Case(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int twins = random.nextInt(1, 6);
            int servers = random.nextInt(2, 5);
            problem = problem(random, twins, servers);
            int[] count = new int[twins * servers];
            for (int m = 0; m < twins; m++) {
                int before = random.nextInt(servers + 1); // none: a forced move or a start
                int together = random.nextInt(6) == 0 ? 2 : 1;
                for (int s = 0; s < servers && before < servers; s++) {
                    count[m * servers + s] = s == before ? 0 : together;
                }
                if (together == 2 && before < servers && random.nextBoolean()) { // twins of a group that were apart
                    count[m * servers + before] = 1;
                    count[m * servers + (before + 1) % servers] = 1;
                }
            }
            limit = new MoveLimit(random.nextInt(twins + 1), twins, servers, count);
            least = least();
        }

        private static PlacementProblem problem(SplittableRandom random, int twins, int servers) {
            boolean whole = random.nextBoolean();
            int coupling = random.nextInt(4);
            double moveCost = random.nextInt(3);
            PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
            for (int m = 0; m < twins; m++) {
                double demand = whole ? random.nextInt(1, 9) : random.nextDouble(1, 9);
                for (int s = 0; s < servers; s++) {
                    double cost = whole ? random.nextInt(-5, 20) : random.nextDouble(-5, 20);
                    builder.cost(m, s, cost + (s == m % servers ? 0 : moveCost)).demand(m, s, demand);
                }
                builder.weight(m, random.nextInt(1, 4)).work(m, random.nextDouble(5));
            }
            for (int s = 0; s < servers; s++) {
                if (coupling % 2 == 1) {
                    builder.capacity(s, whole ? random.nextInt(4, 25) : random.nextDouble(4, 25));
                }
                if (coupling >= 2) {
                    builder.contention(s, random.nextDouble());
                }
            }
            return builder.build();
        }

        private double least() {
            int[] serverOf = new int[problem.twins()];
            CostEvaluator evaluator = new CostEvaluator(problem);
            double best = Double.POSITIVE_INFINITY;
            do {
                if (limit.allows(serverOf) && PlacementChecker.isFeasible(problem, serverOf)) {
                    best = Math.min(best, evaluator.cost(serverOf));
                }
            } while (next(serverOf));
            return best;
        }

        private boolean next(int[] serverOf) {
            for (int m = 0; m < serverOf.length; m++) {
                if (++serverOf[m] < problem.servers()) {
                    return true;
                }
                serverOf[m] = 0;
            }
            return false;
        }
    }

    private static void assertExact(String solver, int cases) {
        PlacementSolver exact = Solvers.create(solver);
        int infeasible = 0;
        int binding = 0;
        for (int seed = 0; seed < cases; seed++) {
            Case each = new Case(seed);
            SolveResult result = new MoveLimitSolver(exact, each.limit).solve(SolveRequest.of(each.problem));
            String name = solver + ", seed " + seed;
            if (each.least == Double.POSITIVE_INFINITY) {
                assertEquals(SolveStatus.INFEASIBLE, result.status(), name);
                infeasible++;
                continue;
            }
            assertEquals(SolveStatus.OPTIMAL, result.status(), name);
            assertTrue(each.limit.allows(result.placement().orElseThrow().toArray()), name);
            assertEquals(each.least, result.cost(), TOLERANCE * Math.max(1, Math.abs(each.least)), name);
            assertTrue(result.lowerBound() <= each.least + TOLERANCE, name);
            binding += each.limit.total(result.placement().get().toArray()) == each.limit.max() ? 1 : 0;
        }
        assertTrue(infeasible > cases / 50 && binding > cases / 4, infeasible + " infeasible, " + binding + " binding");
    }

    @Test
    void branchAndBoundFindsTheBestOfAllPlacementsThatTheLimitAllows() {
        assertExact("branch-and-bound", Integer.getInteger("twinplace.moveLimitCases", 2_000));
    }

    @ParameterizedTest
    @CsvSource({"enumeration, 300", "mip, 300", "cp-sat, 60", "auto, 300"})
    void otherExactSolversDoAsWell(String solver, int cases) {
        assertExact(solver, cases);
    }

    /** Heuristics keep the limit; what bounds they have hold. */
    @ParameterizedTest
    @ValueSource(strings = {"greedy", "local-search", "lagrangian"})
    void theLimitAndTheBoundHoldForTheOthers(String solver) {
        int answered = 0;
        int best = 0;
        for (int seed = 0; seed < 500; seed++) {
            Case each = new Case(seed);
            SolveResult result =
                    new MoveLimitSolver(Solvers.create(solver), each.limit).solve(SolveRequest.of(each.problem));
            assertTrue(
                    result.lowerBound() <= each.least + TOLERANCE * Math.max(1, Math.abs(each.least)),
                    solver + ", seed " + seed);
            if (result.placement().isPresent()) {
                assertTrue(each.limit.allows(result.placement().get().toArray()), solver + ", seed " + seed);
                answered++;
                best += result.cost() <= each.least + TOLERANCE ? 1 : 0;
            }
        }
        assertTrue(answered > 300 && best > 200, solver + ": " + answered + " answered, " + best + " best");
    }
}
