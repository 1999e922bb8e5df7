package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.side.SideCase;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.RandomProblems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bounds are exact: they reach what all subsets, added up in decimals, come to, and nothing above. */
class PriceBoundTest {
    private static final BigDecimal LITTLE = new BigDecimal("1e-2000");

    @Test
    void reachesWhatAllSubsetsComeTo() {
        SplittableRandom random = new SplittableRandom(7);
        for (long seed = 0; seed < 200; seed++) {
            assertExact(RandomProblems.tiny(seed), random, seed);
        }
    }

    @Test
    void reachesItWithRowsAndLimitsOfWork() {
        SplittableRandom random = new SplittableRandom(9);
        for (long seed = 0; seed < 400; seed++) {
            assertExact(SideCase.small(seed).problem(), random, seed);
        }
    }

    @Test
    void reachesItWhereNumbersSpanMagnitudes() {
        SplittableRandom random = new SplittableRandom(8);
        for (long seed = 0; seed < 150; seed++) {
            assertExact(spanning(random), random, seed);
        }
    }

    /** Costs and prices of 53 bits and very different exponents: nothing fits into 64 bits, roundings matter. */
    private static PlacementProblem spanning(SplittableRandom random) {
        int twins = 1 + random.nextInt(6);
        int servers = 1 + random.nextInt(3);
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        boolean contends = random.nextBoolean();
        boolean limited = random.nextBoolean();
        for (int m = 0; m < twins; m++) {
            builder.weight(m, Math.abs(spread(random, 30))).work(m, Math.abs(spread(random, 30)));
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, spread(random, 60));
                builder.demand(m, s, Math.abs(spread(random, 60)));
            }
        }
        for (int s = 0; s < servers; s++) {
            builder.contention(s, contends ? Math.abs(spread(random, 20)) : 0);
            builder.capacity(s, limited ? Math.abs(spread(random, 60)) : Double.POSITIVE_INFINITY);
        }
        return builder.build();
    }

    private static double spread(SplittableRandom random, int bits) {
        return Math.scalb(random.nextDouble(-1, 1), random.nextInt(-bits, bits));
    }

    private static void assertExact(PlacementProblem problem, SplittableRandom random, long seed) {
        ExactProblem exact = new ExactProblem(problem);
        Domain domain = new Domain(exact);
        for (int i = random.nextInt(problem.twins() * problem.servers()); i > 0; i--) {
            domain.exclude(random.nextInt(problem.twins()), random.nextInt(problem.servers()));
        }
        double scale = problem.costMagnitude() / problem.twins();
        double[] v = prices(problem, scale, random);
        NaiveBound naive = new NaiveBound(exact, v);
        String what = "problem " + seed;
        BigDecimal bound = naive.bound(domain);
        assertReached(exact, domain, v, bound, what);
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (domain.allows(m, s)) {
                    assertReachedWith(exact, domain, v, naive, m, s, what);
                }
            }
        }
    }

    private static double[] prices(PlacementProblem problem, double scale, SplittableRandom random) {
        int servers = problem.servers();
        double[] v = new double[problem.twins() + problem.side().rows() * servers];
        for (int m = 0; m < problem.twins(); m++) {
            v[m] = random.nextInt(4) == 0 ? Math.rint(scale) : random.nextDouble(-0.2, 1.2) * scale;
        }
        for (int cell = 0; cell < v.length - problem.twins(); cell++) {
            boolean priced = problem.side().limit(cell / servers, cell % servers) < Double.POSITIVE_INFINITY;
            v[problem.twins() + cell] = priced ? random.nextInt(2) * random.nextDouble() * scale / 4 : 0;
        }
        return v;
    }

    private static void assertReached(ExactProblem exact, Domain domain, double[] v, BigDecimal bound, String what) {
        if (bound == null) {
            assertTrue(at(exact, domain, v, new BigDecimal("1e300")).isReached(), what);
            return;
        }
        BigDecimal rounded = exact.isWhole() ? bound.setScale(0, RoundingMode.CEILING) : bound;
        assertTrue(at(exact, domain, v, rounded).isReached(), what);
        assertFalse(at(exact, domain, v, rounded.add(LITTLE)).isReached(), what);
    }

    private static void assertReachedWith(
            ExactProblem exact, Domain domain, double[] v, NaiveBound naive, int m, int s, String what) {
        Domain decided = domain.copy();
        decided.decide(m, s);
        BigDecimal bound = naive.bound(decided);
        BigDecimal rounded = bound == null || !exact.isWhole() ? bound : bound.setScale(0, RoundingMode.CEILING);
        BigDecimal reached = rounded == null ? new BigDecimal("1e300") : rounded;
        String pair = what + ", twin " + m + " on server " + s;
        assertTrue(at(exact, domain, v, reached).isReachedWith(m, s), pair);
        assertEquals(rounded == null, at(exact, domain, v, reached.add(LITTLE)).isReachedWith(m, s), pair);
    }

    private static PriceBound at(ExactProblem exact, Domain domain, double[] v, BigDecimal excess) {
        Target target = new Target(exact, excess.add(exact.offset()));
        return new PriceBound(exact, domain, new PriceVector(v.clone()), target);
    }
}
