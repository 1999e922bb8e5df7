package dev.twinplace.exact.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows how far a comparison is, and at its end the statistics. */
final class AgreementProgress {
    private static final int BETWEEN_REPORTS = 500;
    private static final Path STATISTICS = Path.of("target", "agreement-statistics.txt");

    private final AgreementStatistics statistics;
    private final long first;
    private final int problems;

    AgreementProgress(AgreementStatistics statistics, long first, int problems) {
        this.statistics = statistics;
        this.first = first;
        this.problems = problems;
    }

    /** After each problem; every so many lead to a line on standard error. */
    void report() {
        int count = statistics.count();
        if (count % BETWEEN_REPORTS == 0 && count < problems) {
            System.err.println("agreement: " + count + " of " + problems + " problems, " + statistics.disagreements()
                    + " disagreements");
        }
    }

    /** Writes the statistics to a file and to standard error. */
    void end() {
        String text = "seeds " + first + " to " + (first + problems - 1) + "\n" + statistics.table();
        System.err.println(text);
        try {
            Files.createDirectories(STATISTICS.getParent());
            Files.writeString(STATISTICS, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
