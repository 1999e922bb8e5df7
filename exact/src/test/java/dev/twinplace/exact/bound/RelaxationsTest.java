package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every bound by itself: never above the optimum, at any prices. */
class RelaxationsTest {
    private static final int SEEDS = 1500;

    private static double tolerance(PlacementProblem problem) {
        return 1e-9 * (1 + problem.costMagnitude());
    }

    private static String name(int seed) {
        return RandomProblems.kindOf(seed) + ", seed " + seed;
    }

    @Test
    void serversMayAskAnyPrice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SplittableRandom random = new SplittableRandom(seed);
            PriceRelaxation relaxation = new PriceRelaxation(problem);
            for (int i = 0; i < 10; i++) {
                for (int s = 0; s < problem.servers(); s++) {
                    boolean limited = problem.capacity(s) != Double.POSITIVE_INFINITY;
                    relaxation.demandPrices()[s] = limited ? random.nextDouble(5) : 0;
                    relaxation.sizePrices()[s] = problem.contention(s) > 0 ? random.nextDouble(20) : 0;
                }
                double optimum = BruteForce.solve(problem).cost();
                assertTrue(relaxation.evaluate() <= optimum + tolerance(problem), name(seed));
            }
        }
    }

    /** Prices per unit of demand, or of size, can overflow where the unit is small: that proves nothing. */
    @Test
    void pricesThatOverflowBoundNothing() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 1, 1e233)
                .cost(1, 1, 1e238)
                .demand(0, 1e-83)
                .demand(1, 1e-83)
                .capacity(0, 1e-83)
                .capacity(1, 2e-83)
                .build();
        ServerPriceSubgradient ascent = new ServerPriceSubgradient(problem);
        ascent.climb(60, 1e239, () -> true);
        assertTrue(ascent.bestBound() <= 1e233 * (1 + 1e-9), "" + ascent.bestBound());
        PriceRelaxation relaxation = new PriceRelaxation(problem);
        Arrays.fill(relaxation.demandPrices(), Double.NaN);
        assertEquals(Double.NEGATIVE_INFINITY, relaxation.evaluate());
    }

    /** Twin 1 is priced so little above its cost on 1000 servers that the sum swallows each of them: it must be charged. */
    @Test
    void theRoundingOfTheSumOverServersIsTakenOff() {
        int servers = 1000;
        PlacementProblemBuilder builder = PlacementProblem.builder(2, servers);
        for (int s = 0; s < servers; s++) {
            builder.cost(0, s, 2e6).cost(1, s, 0.001);
        }
        PlacementProblem problem = builder.build();
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        double gain = 0x1p-34; // less than half an ulp of the sum
        relaxation.prices()[0] = 1e6;
        relaxation.prices()[1] = 0.001 + gain;
        double exact = 1e6 + 0.001 + gain - servers * (relaxation.prices()[1] - 0.001);
        assertTrue(evaluate(relaxation) <= exact, "above by " + (relaxation.bound() - exact));
    }

    @Test
    void climbingServerPricesNeverPassTheOptimum() {
        double separable = 0;
        double priced = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            if (truth.isFeasible()) {
                ServerPriceSubgradient ascent = new ServerPriceSubgradient(problem);
                ascent.climb(60, truth.cost() + 10, () -> true);
                assertTrue(ascent.bestBound() <= truth.cost() + tolerance(problem), name(seed));
                separable += truth.cost() - new SeparableRelaxation(problem).lowerBound();
                priced += truth.cost() - ascent.bestBound();
            }
        }
        assertTrue(priced < separable, "prices must be worth something: " + priced + " against " + separable);
    }

    private static double evaluate(AssignmentRelaxation relaxation) {
        assertTrue(relaxation.evaluate(() -> true));
        return relaxation.bound();
    }

    @Test
    void manyTwinsCanBeInterruptedInAnEvaluation() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 600, 4, 1);
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        Arrays.fill(relaxation.prices(), 7);
        assertFalse(relaxation.evaluate(() -> false));
        AtomicInteger asked = new AtomicInteger();
        assertFalse(relaxation.evaluate(() -> asked.incrementAndGet() < 2));
        double bound = new TwinPriceSubgradient(relaxation)
                .climb(80, 1, 1e9, () -> false, b -> fail("told of half an evaluation"));
        assertEquals(Double.NEGATIVE_INFINITY, bound);
        assertEquals(7, Arrays.stream(relaxation.prices()).max().orElseThrow());
        assertEquals(7, Arrays.stream(relaxation.prices()).min().orElseThrow());
    }

    /** Stopped at any moment, a climb has reached a bound that is one. */
    @Test
    void climbingCanBeStoppedAtAnyQuestion() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 600, 4, 1);
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        double before = Double.NEGATIVE_INFINITY;
        for (int questions = 0; questions < 30; questions++) {
            Arrays.fill(relaxation.prices(), 0);
            int most = questions;
            AtomicInteger asked = new AtomicInteger();
            double best = new TwinPriceSubgradient(relaxation)
                    .climb(80, 1, problem.costMagnitude(), () -> asked.incrementAndGet() <= most, bound -> {});
            assertTrue(best >= before, "a longer climb is at least as high");
            assertTrue(asked.get() <= most + 2, "asked " + asked.get() + " times, to stop at " + most);
            before = best;
        }
    }

    @Test
    void twinsMayPayAnyPrice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            double optimum = BruteForce.solve(problem).cost();
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 5; i++) {
                Arrays.setAll(relaxation.prices(), m -> random.nextDouble(-50, 150));
                assertTrue(evaluate(relaxation) <= optimum + tolerance(problem), name(seed));
            }
        }
    }

    @Test
    void boundsOnSingleDecisionsHoldInEveryDomain() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SplittableRandom random = new SplittableRandom(seed);
            Domains domains = new Domains(problem);
            for (int i = random.nextInt(4); i > 0; i--) {
                int twin = random.nextInt(problem.twins());
                if (domains.serversLeft(twin) > 1) {
                    domains.forbid(twin, random.nextInt(problem.servers()));
                }
            }
            if (domains.isContradiction()) {
                continue;
            }
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, domains);
            Arrays.setAll(relaxation.prices(), m -> random.nextDouble(0, 100));
            double bound = evaluate(relaxation);
            if (bound == Double.POSITIVE_INFINITY) {
                continue;
            }
            double cutoff = bound + random.nextDouble(100);
            assertTrue(relaxation.boundDecisions(cutoff, () -> true));
            assertDecisions(problem, relaxation, cutoff, name(seed));
        }
    }

    private static void assertDecisions(
            PlacementProblem problem, AssignmentRelaxation relaxation, double cutoff, String what) {
        double[] best = bestWithEachDecision(problem, relaxation.domains());
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (!relaxation.domains().isDecided(m) && relaxation.domains().allows(m, s)) {
                    double truth = best[m * problem.servers() + s];
                    double on = relaxation.boundOn(m, s);
                    assertTrue(on <= truth + tolerance(problem) || on >= cutoff, what + ": " + on + ", " + truth);
                    assertTrue(on < cutoff || truth >= cutoff - tolerance(problem), what + ": cut off " + truth);
                }
            }
        }
    }

    /** Least cost of an allowed placement with a twin on a server, for all twins and servers. */
    private static double[] bestWithEachDecision(PlacementProblem problem, Domains domains) {
        double[] best = new double[problem.twins() * problem.servers()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        int[] placement = new int[problem.twins()];
        do {
            if (allows(domains, placement) && NaiveCost.isFeasible(problem, placement)) {
                double cost = NaiveCost.cost(problem, placement);
                for (int m = 0; m < placement.length; m++) {
                    int cell = m * problem.servers() + placement[m];
                    best[cell] = Math.min(best[cell], cost);
                }
            }
        } while (advance(placement, problem.servers()));
        return best;
    }

    private static boolean allows(Domains domains, int[] placement) {
        for (int m = 0; m < placement.length; m++) {
            if (!domains.allows(m, placement[m])) {
                return false;
            }
        }
        return true;
    }

    private static boolean advance(int[] placement, int servers) {
        int m = 0;
        while (m < placement.length && ++placement[m] == servers) {
            placement[m++] = 0;
        }
        return m < placement.length;
    }

    @Test
    void climbingNeverPassesTheOptimumAndEndsAtItsBestPrices() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            if (!truth.isFeasible()) {
                continue;
            }
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            double start = evaluate(relaxation);
            double best = new TwinPriceSubgradient(relaxation).climb(80, 1, truth.cost() + 1, () -> true, bound -> {});
            assertTrue(best >= start, name(seed));
            assertTrue(best <= truth.cost() + tolerance(problem), name(seed));
            assertEquals(best, evaluate(relaxation), tolerance(problem), name(seed));
        }
    }

    /** Without contention and capacities every relaxation is the problem itself. */
    @Test
    void areExactWhereNothingCouplesTheTwins() {
        for (int seed = 0; seed < 50; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.INDEPENDENT, 6, 3, seed);
            double optimum = BruteForce.solve(problem).cost();
            ServerPriceSubgradient ascent = new ServerPriceSubgradient(problem);
            ascent.climb(1, optimum + 1, () -> true);
            assertEquals(optimum, ascent.bestBound(), 1e-9);
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            System.arraycopy(ascent.twinPrices(), 0, relaxation.prices(), 0, 6);
            assertEquals(optimum, evaluate(relaxation), 1e-9);
        }
    }

    private static PlacementProblemBuilder twoByTwo(double a, double b, double c, double d) {
        return PlacementProblem.builder(2, 2)
                .cost(0, 0, a)
                .cost(0, 1, b)
                .cost(1, 0, c)
                .cost(1, 1, d);
    }

    /** By hand, where every sum is exact: (2M + 4R + 16) u of what was added up. */
    @Test
    void theRoundingOfServerPricesIsTakenOff() {
        PriceRelaxation free = new PriceRelaxation(twoByTwo(3, 5, 7, 4).build());
        assertEquals(7 - 28 * 0x1p-53 * 7, free.evaluate());
        PriceRelaxation priced = new PriceRelaxation(
                twoByTwo(3, 9, 7, 4).demand(0, 1).demand(1, 1).capacity(0, 4).build());
        priced.demandPrices()[0] = 2;
        assertEquals(3 + 2 + 4 - 2 * 4 - 28 * 0x1p-53 * (9 + 8), priced.evaluate());
        assertEquals(4, priced.regrets()[0]);
        assertEquals(5, priced.regrets()[1]);
    }

    /** By hand: (8M + 2R + 32) u of the prices, once for the sum and once for each server. */
    @Test
    void theRoundingOfTwinPricesIsTakenOff() {
        PlacementProblem problem = twoByTwo(3, 6, 7, 4).build();
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        relaxation.prices()[0] = 4;
        relaxation.prices()[1] = 5;
        assertTrue(relaxation.evaluate(() -> true));
        assertEquals(4 + 5 - 1 - 1 - 52 * 0x1p-53 * (9 + 2 * 9), relaxation.bound());
        assertEquals(1, relaxation.takers(0));
        int[] rounded = new int[2];
        relaxation.round(rounded);
        assertArrayEquals(new int[] {0, 1}, rounded);
    }

    /** Where nothing couples twins, prices between the two cheapest servers give the optimum: only rounding can exceed it. */
    @Test
    void noRoundingLiftsABoundAboveTheOptimum() {
        SplittableRandom random = new SplittableRandom(3);
        int lifted = 0;
        for (int seed = 0; seed < 500; seed++) {
            int twins = 3 + seed % 40;
            PlacementProblemBuilder builder = PlacementProblem.builder(twins, 3);
            double[] price = new double[twins];
            double plain = 0;
            BigDecimal optimum = BigDecimal.ZERO;
            for (int m = 0; m < twins; m++) {
                double[] costs = random.doubles(3, 0.1, 100).toArray();
                for (int s = 0; s < 3; s++) {
                    builder.cost(m, s, costs[s]);
                }
                Arrays.sort(costs);
                price[m] = random.nextDouble(costs[0], costs[1]);
                plain += price[m] + (costs[0] - price[m]);
                optimum = optimum.add(new BigDecimal(costs[0]));
            }
            PlacementProblem problem = builder.build();
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            System.arraycopy(price, 0, relaxation.prices(), 0, twins);
            relaxation.evaluate(() -> true);
            assertTrue(new BigDecimal(relaxation.bound()).compareTo(optimum) <= 0, "seed " + seed);
            assertEquals(optimum.doubleValue(), relaxation.bound(), 1e-10 * optimum.doubleValue());
            assertTrue(new BigDecimal(new PriceRelaxation(problem).evaluate()).compareTo(optimum) <= 0, "seed " + seed);
            lifted += new BigDecimal(plain).compareTo(optimum) > 0 ? 1 : 0;
        }
        assertTrue(lifted > 100, "plain sums that are above: " + lifted);
    }
}
