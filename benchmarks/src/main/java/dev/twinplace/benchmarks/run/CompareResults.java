package dev.twinplace.benchmarks.run;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.ResultFiles;
import java.nio.file.Path;

/** What {@code benchmarks/compare OLD.json NEW.json} starts: says by how much a change made a benchmark faster. */
public final class CompareResults {
    private static final int BAD_USAGE = 2;

    private CompareResults() {}

    public static void main(String[] arguments) {
        try {
            if (arguments.length != 2) {
                throw new IllegalArgumentException("usage: benchmarks/compare OLD.json NEW.json");
            }
            System.out.print(compare(Path.of(arguments[0]), Path.of(arguments[1])));
        } catch (InvalidInputException | IllegalArgumentException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    /** Where the two are from, and what differs. */
    static String compare(Path old, Path young) {
        BenchmarkResult before = ResultFiles.readBenchmark(old);
        BenchmarkResult after = ResultFiles.readBenchmark(young);
        if (!before.benchmark().equals(after.benchmark())) {
            throw new IllegalArgumentException(
                    young + ": benchmark: must be " + before.benchmark() + ", but was " + after.benchmark());
        }
        String elsewhere = before.environment().cpu().equals(after.environment().cpu())
                ? ""
                : "Not the same machine: the ratios say little about the change.\n";
        return before.benchmark() + "\n" + origin("old", before) + origin("new", after) + elsewhere + "\n"
                + Comparison.of(MeasurementTable.read(before), MeasurementTable.read(after));
    }

    private static String origin(String name, BenchmarkResult result) {
        return name + ": " + result.date() + ", commit " + result.commit().orElse("unknown") + ", JDK "
                + result.environment().jdk() + ", " + result.environment().cpu() + "\n";
    }
}
