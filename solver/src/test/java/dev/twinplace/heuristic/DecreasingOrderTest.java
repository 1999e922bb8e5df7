package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecreasingOrderTest {
    @Test
    void isThatOfAStableSort() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int distinct = 1 + random.nextInt(20);
            double[] values = random.ints(seed, -distinct, distinct)
                    .mapToDouble(i -> i / 3.0)
                    .toArray();
            int[] expected = IntStream.range(0, seed)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -values[i]))
                    .mapToInt(i -> i)
                    .toArray();
            assertArrayEquals(expected, DecreasingOrder.of(values), () -> Arrays.toString(values));
        }
    }

    @Test
    void infinityIsFirst() {
        double[] values = {0, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -1, Double.POSITIVE_INFINITY};
        assertArrayEquals(new int[] {1, 4, 2, 0, 3}, DecreasingOrder.of(values));
    }
}
