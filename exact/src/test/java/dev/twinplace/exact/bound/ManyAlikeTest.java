package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ManyAlikeTest {
    private static SolveResult settle(PlacementProblem problem) {
        SolveContext context = new SolveContext(SolveRequest.of(problem));
        ManyAlike.settle(context);
        return context.result();
    }

    /** Up to 7 twins of up to 3 classes on up to 4 servers, some of them alike; in every fifth problem all but one cost about the same. */
    private static PlacementProblem draw(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = 1 + random.nextInt(3);
        int servers = 1 + random.nextInt(4);
        int twins = Math.min(7, 2 * classes + random.nextInt(3));
        boolean whole = random.nextBoolean();
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        double[][] row = new double[classes][];
        for (int i = 0; i < classes; i++) {
            row[i] = random.doubles(2 * servers + 2, 1, 30)
                    .map(x -> whole ? Math.rint(x) : x)
                    .toArray();
        }
        for (int m = 0; m < twins; m++) {
            double[] own = row[m % classes];
            builder.weight(m, own[2 * servers]).work(m, own[2 * servers + 1]);
            for (int s = 0; s < servers; s++) {
                int alike = seed % 3 == 0 ? 0 : s;
                double cost = seed % 5 == 0 && s > 0 ? 100 + own[alike] / 30 : own[alike];
                builder.cost(m, s, cost).demand(m, s, own[servers + alike]);
            }
        }
        for (int s = 0; s < servers; s++) {
            if (random.nextInt(4) > 0) {
                builder.capacity(s, random.nextDouble(10, 80));
            }
            builder.contention(s, random.nextInt(3) == 0 ? random.nextDouble(0.1) : 0);
        }
        return builder.build();
    }

    @Test
    void fewClassesAreSolvedToTheOptimum() {
        int optimal = 0;
        int infeasible = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = draw(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = settle(problem);
            String what = "seed " + seed + ": " + result;
            if (!truth.isFeasible()) {
                assertTrue(result.placement().isEmpty(), what);
                infeasible += result.status() == SolveStatus.INFEASIBLE ? 1 : 0;
            } else {
                double slack = 1e-9 * (1 + problem.costMagnitude());
                assertTrue(result.lowerBound() <= truth.cost() + slack, what);
                if (result.placement().isPresent()) {
                    assertEquals(truth.cost(), result.cost(), slack, what);
                    optimal += result.status() == SolveStatus.OPTIMAL ? 1 : 0;
                }
            }
        }
        assertTrue(optimal > 1500, "optimal: " + optimal);
        assertTrue(infeasible > 100, "infeasible: " + infeasible);
    }

    @Test
    void neverRefutesWhatIsNotAlike() {
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            SolveResult result = settle(problem);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed + ": " + result;
            if (truth.isFeasible()) {
                assertFalse(result.status() == SolveStatus.INFEASIBLE, what);
                assertTrue(result.lowerBound() <= truth.cost() + 1e-9 * (1 + problem.costMagnitude()), what);
            }
        }
    }

    private static PlacementProblem fleet(int twins, int edges, double demand, double capacity) {
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, edges + 1);
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < edges; s++) {
                builder.cost(m, s, 1.7).demand(m, s, demand);
            }
            builder.cost(m, edges, 4.9).demand(m, edges, demand);
        }
        for (int s = 0; s < edges; s++) {
            builder.capacity(s, capacity);
        }
        return builder.cloud(edges).build();
    }

    @Test
    void identicalTwinsOnEqualEdgesAreProven() {
        SolveResult small = settle(fleet(200, 4, 13.7, 500));
        assertEquals(SolveStatus.OPTIMAL, small.status(), small.toString());
        assertEquals(144 * 1.7 + 56 * 4.9, small.cost(), 1e-9);
        SolveResult large = settle(fleet(2000, 10, 13.7, 1999));
        assertEquals(SolveStatus.OPTIMAL, large.status(), large.toString());
        assertEquals(1450 * 1.7 + 550 * 4.9, large.cost(), 1e-8);
    }

    /** Two jobs a server, of demands that differ: by their sum they would fit. */
    @Test
    void moreJobsThanPlacesAreInfeasible() {
        assertEquals(SolveStatus.INFEASIBLE, settle(jobs(41)).status());
        assertEquals(SolveStatus.UNKNOWN, settle(jobs(40)).status());
    }

    private static PlacementProblem jobs(int count) {
        SplittableRandom random = new SplittableRandom(1);
        PlacementProblemBuilder builder = PlacementProblem.builder(count, 20);
        for (int m = 0; m < count; m++) {
            for (int s = 0; s < 20; s++) {
                builder.cost(m, s, random.nextInt(10, 50)).demand(m, s, 34 + random.nextInt(5));
            }
        }
        for (int s = 0; s < 20; s++) {
            builder.capacity(s, 100);
        }
        return builder.build();
    }
}
