package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidInputExceptionTest {
    private static String message(String source, String complaint) {
        return new InvalidInputException(source, complaint).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "0a, \\u000a",
        "0d, \\u000d",
        "00, \\u0000",
        "1b, \\u001b",
        "7f, \\u007f",
        "85, \\u0085",
        "2028, \\u2028",
        "202e, \\u202e",
        "feff, \\ufeff",
        "d800, \\ud800",
        "e0001, \\ue0001"
    })
    void escapesWhatIsNotPrintable(String codePoint, String escaped) {
        String character = new StringBuilder()
                .appendCodePoint(Integer.parseInt(codePoint, 16))
                .toString();
        assertEquals("a" + escaped + ": b" + escaped + "c", message("a" + character, "b" + character + "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario.json", "Straße", "東京", "\uD83D\uDE80", "a b", "C:\\x"})
    void leavesTheRest(String text) {
        assertEquals(text + ": " + text, message(text, text));
    }

    @ParameterizedTest
    @CsvSource({"x, 500, 500", "\uD83D\uDE80, 250, 500", "'\u0000', 84, 504"})
    void cutsWhatIsLong(String character, int kept, int length) {
        String part = message("", character.repeat(kept)).substring(2);
        assertEquals(length, part.length());
        assertEquals("s: " + part + "...", message("s", character.repeat(kept + 1)));
    }
}
