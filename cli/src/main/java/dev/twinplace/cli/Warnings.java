package dev.twinplace.cli;

import dev.twinplace.model.PrintableText;
import java.io.PrintWriter;
import java.util.List;

/** What a user should know although an answer follows: {@code warning: file: ...}, one line each, on standard error. */
final class Warnings {
    private static final int LONGEST_LINE = 2000;

    private Warnings() {}

    static void print(PrintWriter err, List<String> warnings) {
        for (String warning : warnings) {
            err.println("warning: " + PrintableText.line(warning, LONGEST_LINE));
        }
        err.flush();
    }

    /** Those that are about a file. */
    static void print(PrintWriter err, String file, List<String> warnings) {
        print(err, warnings.stream().map(warning -> file + ": " + warning).toList());
    }
}
