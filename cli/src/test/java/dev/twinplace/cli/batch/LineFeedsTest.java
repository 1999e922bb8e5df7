package dev.twinplace.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFeedsTest {
    /** Arrays of all lengths about one and two words, of bytes that are close to a line feed, and of any. */
    @Test
    void everyLineFeedIsFoundAndNothingElse() {
        Random random = new Random(1);
        for (int length = 0; length <= 40; length++) {
            for (int draw = 0; draw < 200; draw++) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                for (int i = 0; i < length; i++) {
                    if (random.nextInt(3) == 0) {
                        bytes[i] = (byte) new int[] {'\n', '\n' + 1, '\n' - 1, '\n' + 128}[random.nextInt(4)];
                    }
                }
                assertAsDefined(bytes);
            }
        }
    }

    private static void assertAsDefined(byte[] bytes) {
        int count = 0;
        for (byte each : bytes) {
            count += each == '\n' ? 1 : 0;
        }
        assertEquals(count, LineFeeds.count(bytes, bytes.length), () -> Arrays.toString(bytes));
        for (int from = 0; from <= bytes.length; from++) {
            for (int to = from; to <= bytes.length; to++) {
                int first = from;
                while (first < to && bytes[first] != '\n') {
                    first++;
                }
                assertEquals(first, LineFeeds.first(bytes, from, to), () -> Arrays.toString(bytes));
            }
        }
    }
}
