package dev.twinplace.io;

import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;

/** Guesses what separates the fields of a table: a comma, a semicolon or a tab, whichever its first line has most. */
final class Separator {
    private static final List<Character> KNOWN = List.of(',', ';', '\t');
    private static final int MAX_PEEK = 1 << 14;

    private Separator() {}

    /** The separator of a table that begins here and can be marked; nothing of it is consumed. A comma if there is none. */
    static char of(Reader text) throws IOException {
        String first =
                peek(text).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return KNOWN.stream()
                .max(Comparator.comparingLong((Character each) ->
                                first.chars().filter(c -> c == each).count())
                        .thenComparingInt(each -> -KNOWN.indexOf(each)))
                .orElseThrow();
    }

    private static String peek(Reader text) throws IOException {
        char[] begin = new char[MAX_PEEK];
        text.mark(MAX_PEEK);
        int length = 0;
        for (int read = 0; read >= 0 && length < MAX_PEEK; length += Math.max(0, read)) {
            read = text.read(begin, length, MAX_PEEK - length);
        }
        text.reset();
        return new String(begin, 0, length);
    }
}
