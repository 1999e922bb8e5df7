package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares an output with what a document shows of it. A line {@code ...} stands for any lines, {@code ...} at the end of a
 * line for its rest. Times and the width of white space may differ.
 */
final class ShownOutput {
    private static final String ANY = "...";
    private static final Pattern TIME = Pattern.compile("[0-9][0-9.,]* (µs|ms|s)\\b");
    private static final Pattern SPACE = Pattern.compile(" +");

    private ShownOutput() {}

    static void assertShown(String shown, String output) {
        List<String> actual = output.lines().map(ShownOutput::normal).toList();
        int at = 0;
        boolean skip = true;
        for (String line : shown.lines().map(ShownOutput::normal).toList()) {
            if (line.equals(ANY)) {
                skip = true;
                continue;
            }
            int found = at;
            while (skip && found < actual.size() && !matches(line, actual.get(found))) {
                found++;
            }
            if (found >= actual.size() || !matches(line, actual.get(found))) {
                fail("the output has no line \"" + line + "\" here:\n"
                        + String.join("\n", actual.subList(at, actual.size())));
            }
            at = found + 1;
            skip = false;
        }
    }

    private static boolean matches(String shown, String line) {
        return shown.endsWith(ANY)
                ? line.startsWith(shown.substring(0, shown.length() - ANY.length()))
                : line.equals(shown);
    }

    private static String normal(String line) {
        return SPACE.matcher(TIME.matcher(line).replaceAll("#")).replaceAll(" ").strip();
    }
}
