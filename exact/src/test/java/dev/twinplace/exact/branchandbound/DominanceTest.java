package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.bound.Domains;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DominanceTest {
    private PlacementProblem problem;
    private Domains domains;
    private int[] placement;
    private double best;

    private double bestAllowed() {
        best = Double.POSITIVE_INFINITY;
        placement = new int[problem.twins()];
        place(0);
        return best;
    }

    private void place(int twin) {
        if (twin == placement.length) {
            if (NaiveCost.isFeasible(problem, placement)) {
                best = Math.min(best, NaiveCost.cost(problem, placement));
            }
            return;
        }
        for (int s = 0; s < problem.servers(); s++) {
            if (domains.allows(twin, s)) {
                placement[twin] = s;
                place(twin + 1);
            }
        }
    }

    @Test
    void whatIsLeftStillHasAnOptimum() {
        for (int seed = 0; seed < 1000; seed++) {
            problem = RandomProblems.tiny(seed);
            domains = new Domains(problem);
            Dominance dominance = new Dominance(problem);
            domains.forbidAll(dominance.excludedServers());
            dominance.orderTwinsAlike(domains);
            assertEquals(
                    BruteForce.solve(problem).cost(), bestAllowed(), 1e-9, RandomProblems.kindOf(seed) + ", " + seed);
        }
    }

    /** Some branch of the first twin's choice must lead to the optimum, with the order of twins alike kept in each. */
    @Test
    void orderKeepsAnOptimumInSomeBranch() {
        for (int seed = 0; seed < 300; seed++) {
            problem = withTwins(5, 3, seed);
            Dominance dominance = new Dominance(problem);
            double least = Double.POSITIVE_INFINITY;
            int branched = seed % 5;
            for (int s = 0; s < 3; s++) {
                domains = new Domains(problem);
                domains.assign(branched, s);
                dominance.orderTwinsAlike(domains);
                least = domains.isContradiction() ? least : Math.min(least, bestAllowed());
            }
            assertEquals(BruteForce.solve(problem).cost(), least, 1e-9, "seed " + seed);
        }
    }

    /** Twins of two sorts, in random order. */
    private static PlacementProblem withTwins(int twins, int servers, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        var builder = PlacementProblem.builder(twins, servers);
        for (int s = 0; s < servers; s++) {
            builder.contention(s, random.nextDouble(0.5)).capacity(s, 3 + random.nextInt(4));
        }
        for (int m = 0; m < twins; m++) {
            int sort = random.nextInt(2);
            builder.weight(m, 1 + sort).work(m, 3 + 2 * sort);
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, 5 + sort * s).demand(m, s, 1 + sort);
            }
        }
        return builder.build();
    }

    @Test
    void aTwinLeavesServersThatAreNoCheaperThanACloud() {
        problem = PlacementProblem.builder(1, 4)
                .cost(0, 0, 3)
                .cost(0, 1, 5)
                .cost(0, 2, 4)
                .cost(0, 3, 4)
                .contention(0, 1)
                .weight(0, 2)
                .work(0, 1)
                .capacity(1, 9)
                .build();
        domains = new Domains(problem);
        domains.forbidAll(new Dominance(problem).excludedServers());
        assertFalse(domains.allows(0, 0), "3 + 1·2·1 is more than 4");
        assertFalse(domains.allows(0, 1));
        assertEquals(2, domains.onlyServer(0), "the first among equals");
    }

    @Test
    void twinsAlikeGoInAscendingOrder() {
        problem = PlacementProblem.builder(3, 3).build();
        for (int s = 0; s < 3; s++) {
            domains = new Domains(problem);
            domains.assign(1, s);
            new Dominance(problem).orderTwinsAlike(domains);
            assertEquals(s + 1, domains.serversLeft(0));
            assertEquals(3 - s, domains.serversLeft(2));
            assertTrue(domains.allows(0, s) && domains.allows(2, s));
        }
    }

    /** What a product of doubles rounds up to may exceed what it is: a twin that saves less than a rounding stays allowed. */
    @Test
    void noRoundingExcludesABetterServer() {
        int close = 0;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double kappa = random.nextDouble();
            double weight = random.nextDouble();
            double work = random.nextDouble();
            double price = kappa * weight * work;
            PlacementProblem one = PlacementProblem.builder(1, 2)
                    .contention(0, kappa)
                    .weight(0, weight)
                    .work(0, work)
                    .cost(0, 1, price)
                    .build();
            boolean cheaper = new BigDecimal(kappa)
                            .multiply(new BigDecimal(weight))
                            .multiply(new BigDecimal(work))
                            .compareTo(new BigDecimal(price))
                    < 0;
            close += cheaper ? 1 : 0;
            assertTrue(!cheaper || new Dominance(one).dominatedCells().length == 0, "case " + i);
        }
        assertTrue(close > 300, "cases in which rounding matters: " + close);
    }

    /** Twins that differ in one thing alone must not be put in order. */
    @Test
    void twinsThatDifferInOneThingAreNotAlike() {
        for (int differing = 0; differing < 4; differing++) {
            var builder = PlacementProblem.builder(2, 3);
            for (int m = 0; m < 2; m++) {
                for (int s = 0; s < 3; s++) {
                    builder.cost(m, s, 5 + (differing == 0 && s == 2 ? m : 0));
                    builder.demand(m, s, 1 + (differing == 1 && s == 2 ? m : 0));
                }
                builder.weight(m, 1 + (differing == 2 ? m : 0)).work(m, 1 + (differing == 3 ? m : 0));
            }
            for (int s = 0; s < 3; s++) {
                builder.contention(s, 1).capacity(s, 4);
            }
            problem = builder.build();
            domains = new Domains(problem);
            domains.assign(0, 2);
            new Dominance(problem).orderTwinsAlike(domains);
            assertEquals(3, domains.serversLeft(1), "differing " + differing);
        }
    }
}
