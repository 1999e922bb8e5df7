package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against all subsets of the items, and against dynamic programming over whole loads. */
class KnapsackCoreTest {
    private double[] gain;
    private double[] demand;

    private void draw(SplittableRandom random, int items, boolean whole, boolean alike) {
        Double[][] drawn = new Double[items][];
        for (int k = 0; k < items; k++) {
            double needed = random.nextDouble() < 0.1 ? 0 : 1 + random.nextInt(100) + (whole ? 0 : random.nextDouble());
            double noise = alike ? 0 : random.nextInt(-10, 11);
            drawn[k] = new Double[] {-Math.max(1, needed + noise), needed};
        }
        Arrays.sort(drawn, Comparator.comparingDouble(item -> item[0] / item[1]));
        gain = Arrays.stream(drawn).mapToDouble(item -> item[0]).toArray();
        demand = Arrays.stream(drawn).mapToDouble(item -> item[1]).toArray();
    }

    private double bruteForce(int skipped, double baseValue, double room) {
        double best = Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << gain.length; subset++) {
            double value = baseValue;
            double load = 0;
            for (int k = 0; k < gain.length; k++) {
                value += (subset >> k & 1) == 1 ? gain[k] : 0;
                load += (subset >> k & 1) == 1 ? demand[k] : 0;
            }
            if (load <= room && (skipped < 0 || (subset >> skipped & 1) == 0)) {
                best = Math.min(best, value);
            }
        }
        return best;
    }

    @Test
    void findsTheBestSubset() {
        SplittableRandom random = new SplittableRandom(5);
        int found = 0;
        for (int i = 0; i < 2000; i++) {
            draw(random, 1 + random.nextInt(11), i % 2 == 0, i % 5 == 0);
            int skipped = random.nextInt(-1, gain.length);
            double room = random.nextInt(300);
            double best = bruteForce(skipped, 7, room);
            double cutoff = random.nextBoolean() ? Double.POSITIVE_INFINITY : best + random.nextInt(-5, 20);
            KnapsackCore core = new KnapsackCore(gain, demand);
            double least = core.solve(gain.length, skipped, 7, 20, 20 + room, cutoff);
            assertEquals(Math.min(best, cutoff), least, 1e-9, "problem " + i);
            assertEquals(best < cutoff - 1e-9, core.found(), "problem " + i);
            if (core.found()) {
                assertItems(core, skipped, best, room);
                found++;
            }
        }
        assertTrue(found > 1000, "found " + found);
    }

    private void assertItems(KnapsackCore core, int skipped, double best, double room) {
        int[] items = new int[gain.length];
        double value = 7;
        double load = 0;
        for (int i = 0, size = core.items(gain.length, skipped, items); i < size; i++) {
            value += gain[items[i]];
            load += demand[items[i]];
            assertTrue(items[i] != skipped);
        }
        assertEquals(best, value, 1e-9);
        assertTrue(load <= room + 1e-9);
    }

    @Test
    void manyWholeItemsAreSolvedExactly() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 20; i++) {
            draw(random, 300, true, i % 2 == 0);
            int room = 500 + random.nextInt(3000);
            KnapsackCore core = new KnapsackCore(gain, demand);
            assertEquals(overLoads(room), core.solve(300, -1, 0, 0, room, Double.POSITIVE_INFINITY), 1e-6);
        }
    }

    private double overLoads(int room) {
        double[] least = new double[room + 1];
        for (int k = 0; k < gain.length; k++) {
            int needed = (int) demand[k];
            for (int load = room; load >= needed; load--) {
                least[load] = Math.min(least[load], least[load - needed] + gain[k]);
            }
        }
        return least[room];
    }

    /** Real numbers of no common unit: states are many, and what is returned must still be a bound. */
    @Test
    void tooManyStatesEndWithABound() {
        SplittableRandom random = new SplittableRandom(7);
        int bounds = 0;
        for (int i = 0; i < 20; i++) {
            draw(random, 60, false, false);
            for (int k = 0; k < gain.length; k++) {
                demand[k] = 1000 + random.nextDouble();
                gain[k] = -1000 - random.nextDouble(0.5);
            }
            sortByRate();
            double room = 20_000 + 60 * random.nextDouble();
            KnapsackCore core = new KnapsackCore(gain, demand);
            double least = core.solve(60, -1, 0, 0, room, Double.POSITIVE_INFINITY);
            int[] items = new int[60];
            double value = 0;
            for (int j = 0, size = core.items(60, -1, items); j < size; j++) {
                value += gain[items[j]];
            }
            assertTrue(least <= value + 1e-9 && least <= bestOfEqualCount(room) + 1e-9, "problem " + i);
            bounds += least < value - 1e-9 ? 1 : 0;
        }
        assertTrue(bounds > 0, "no search was cut short");
    }

    private void sortByRate() {
        Integer[] order = new Integer[gain.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> gain[k] / demand[k]));
        double[] gains = gain.clone();
        double[] demands = demand.clone();
        for (int k = 0; k < order.length; k++) {
            gain[k] = gains[order[k]];
            demand[k] = demands[order[k]];
        }
    }

    /** A feasible choice: as many as fit, the least demanding ones. */
    private double bestOfEqualCount(double room) {
        Integer[] order = new Integer[gain.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> demand[k]));
        double load = 0;
        double value = 0;
        for (int k : order) {
            if (load + demand[k] <= room) {
                load += demand[k];
                value += gain[k];
            }
        }
        return value;
    }
}
