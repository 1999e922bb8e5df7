package dev.twinplace.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void bootstrapOfEqualValuesIsAPoint() {
        assertEquals(new Interval(3, 3, 3), Interval.bootstrap(new double[] {3, 3, 3, 3}));
        assertEquals(new Interval(7, 7, 7), Interval.bootstrap(new double[] {7}));
    }

    /** For the mean of n normal values the interval must come close to mean ± 1.96 σ/√n. */
    @Test
    void bootstrapIsCloseToTheNormalInterval() {
        int n = 400;
        SplittableRandom random = new SplittableRandom(5);
        double[] normal = IntStream.range(0, n)
                .mapToDouble(i -> random.nextGaussian(10, 2))
                .toArray();
        double mean = Arrays.stream(normal).average().orElseThrow();
        double variance =
                Arrays.stream(normal).map(x -> (x - mean) * (x - mean)).sum() / (n - 1);
        double half = 1.96 * Math.sqrt(variance / n);
        Interval interval = Interval.bootstrap(normal);
        assertEquals(mean, interval.mean(), 1e-12);
        assertEquals(mean - half, interval.low(), 0.1 * half);
        assertEquals(mean + half, interval.high(), 0.1 * half);
        assertEquals(interval, Interval.bootstrap(normal));
    }

    /** Of 100 samples about 95 intervals have the true mean in them. */
    @Test
    void bootstrapCoversTheTrueMean() {
        SplittableRandom random = new SplittableRandom(9);
        int covered = 0;
        for (int sample = 0; sample < 100; sample++) {
            double[] uniform =
                    IntStream.range(0, 60).mapToDouble(i -> random.nextDouble()).toArray();
            Interval interval = Interval.bootstrap(uniform);
            covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertTrue(covered >= 88 && covered <= 99, "covered " + covered);
    }

    /** The table's quantile for two degrees of freedom is 4.303. */
    @Test
    void studentIsWideForFewSeeds() {
        Interval three = Interval.student(new double[] {1, 2, 3});
        assertEquals(2, three.mean());
        assertEquals(2 - 4.3027 / Math.sqrt(3), three.low(), 1e-4);
        assertEquals(2 + 4.3027 / Math.sqrt(3), three.high(), 1e-4);
        assertEquals(
                new Interval(5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                Interval.student(new double[] {5}));
        assertEquals(new Interval(5, 5, 5), Interval.student(new double[] {5, 5}));
    }

    /** Two seeds, 50 problems: what differs between seeds alone stays uncertain, however many problems there are. */
    @Test
    void bootstrapOfSeedsAndProblemsDrawsBoth() {
        double[][] bySeed = {new double[50], new double[50]};
        Arrays.fill(bySeed[1], 1);
        Interval seeds = Interval.bootstrap(bySeed);
        assertEquals(new Interval(0.5, 0, 1), seeds);
        SplittableRandom random = new SplittableRandom(3);
        double[] problems =
                IntStream.range(0, 50).mapToDouble(i -> random.nextDouble()).toArray();
        Interval both = Interval.bootstrap(new double[][] {problems, problems});
        Interval one = Interval.bootstrap(problems);
        assertEquals(one.mean(), both.mean(), 1e-12);
        assertEquals(one.low(), both.low(), 0.02);
        assertEquals(one.high(), both.high(), 0.02);
    }

    @Test
    void rangeIsFromLeastToLargest() {
        assertEquals(new Interval(2, 1, 4), Interval.range(new double[] {1, 4, 1}));
    }

    @Test
    void nothingHasNoInterval() {
        assertTrue(Double.isNaN(Interval.bootstrap(new double[0]).mean()));
        assertTrue(Double.isNaN(Interval.range(new double[0]).high()));
    }
}
