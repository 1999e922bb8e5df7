package dev.twinplace.decision.replan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PricedSolvesTest {
    private static final int TWINS = 6;
    private static final int SERVERS = 3;

    /** The best of many prices is often the least cost itself, so that a bound that is a little too high is found. */
    @Test
    void theBoundOfAnyPriceIsAtMostTheLeastCostWithinTheLimit() {
        int tight = 0;
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, TWINS, SERVERS, seed);
            MoveLimit limit = new MoveLimit(1 + seed % 4, TWINS, SERVERS, counts());
            SolveContext context = new SolveContext(SolveRequest.of(problem));
            PricedSolves solves = new PricedSolves(bruteForce(), limit, context);
            double truth = least(problem, limit);
            double best = Double.NEGATIVE_INFINITY;
            for (double price = 0; price < 40; price += 0.25) {
                MoveRanges all = MoveRanges.all(problem, limit).orElseThrow();
                best = Math.max(best, solves.solve(all, price).bound());
            }
            assertTrue(best <= truth + 1e-9 * truth, "seed " + seed + ": " + best + " of " + truth);
            tight += best > truth - 1e-6 * truth ? 1 : 0;
        }
        assertTrue(tight > 20, "tight: " + tight);
    }

    /** Twin m was on server m mod R. */
    private static int[] counts() {
        int[] counts = new int[TWINS * SERVERS];
        for (int m = 0; m < TWINS; m++) {
            for (int s = 0; s < SERVERS; s++) {
                counts[m * SERVERS + s] = s == m % SERVERS ? 0 : 1;
            }
        }
        return counts;
    }

    private static double least(PlacementProblem problem, MoveLimit limit) {
        double[] least = {Double.POSITIVE_INFINITY};
        forAll(problem, serverOf -> {
            if (limit.allows(serverOf)) {
                least[0] = Math.min(least[0], NaiveCost.cost(problem, serverOf));
            }
        });
        return least[0];
    }

    private static PlacementSolver bruteForce() {
        return context -> {
            forAll(context.problem(), context::offer);
            context.proveIncumbent();
        };
    }

    private static void forAll(PlacementProblem problem, Consumer<int[]> each) {
        int[] serverOf = new int[problem.twins()];
        int m = 0;
        while (m < serverOf.length) {
            each.accept(serverOf);
            for (m = 0; m < serverOf.length && ++serverOf[m] == problem.servers(); m++) {
                serverOf[m] = 0;
            }
        }
    }
}
