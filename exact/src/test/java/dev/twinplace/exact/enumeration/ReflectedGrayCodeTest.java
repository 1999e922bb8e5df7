package dev.twinplace.exact.enumeration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectedGrayCodeTest {
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 1", "3, 1", "1, 5", "5, 2", "4, 3", "3, 7"})
    void visitsEveryWordOnceChangingOneDigitByOne(int digits, int radix) {
        ReflectedGrayCode code = new ReflectedGrayCode(digits, radix);
        for (int round = 0; round < 2; round++) {
            Set<List<Integer>> seen = new HashSet<>();
            List<Integer> word = word(code, digits);
            seen.add(word);
            for (int changed = code.advance(); changed >= 0; changed = code.advance()) {
                List<Integer> next = word(code, digits);
                for (int j = 0; j < digits; j++) {
                    assertEquals(j == changed ? 1 : 0, Math.abs(next.get(j) - word.get(j)));
                }
                assertTrue(seen.add(next), "twice: " + next);
                word = next;
            }
            assertEquals(Math.pow(radix, digits), seen.size());
            code.restart();
        }
    }

    private static List<Integer> word(ReflectedGrayCode code, int digits) {
        return IntStream.range(0, digits).mapToObj(code::digit).toList();
    }
}
