package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.time;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The paper does not say whether it means the median decision or every decision. */
final class WithinTenMilliseconds implements Claim {
    static final double LIMIT_MICROS = 10_000;

    private static final String BENCHMARK = "DecisionLatency";
    private static final String EXACT = "branch-and-bound";

    @Override
    public String id() {
        return "within-10-ms";
    }

    @Override
    public String name() {
        return "A decision takes less than 0.01 s";
    }

    @Override
    public String quote() {
        return "The decision can be obtained through a forward propagation process, which can be achieved within 0.01s.";
    }

    @Override
    public String source() {
        return "section 5.3";
    }

    @Override
    public List<String> experiments() {
        return List.of("pareto");
    }

    @Override
    public Finding judge(Evidence evidence) {
        Rows table2 = evidence.rows("pareto", "pareto").where(Columns.SIZE, "table2");
        Rows paper = table2.where(Columns.SOLVER, "ddl-paper");
        double median = largest(paper, Columns.MEDIAN_MICROS);
        double p99 = largest(paper, Columns.P99_MICROS);
        return new Finding(
                List.of(
                        new Reading(
                                "the usual decision: the median, on Table 2, is at most " + time(LIMIT_MICROS),
                                Verdict.of(median <= LIMIT_MICROS),
                                "median decision: " + time(median)),
                        new Reading(
                                "nearly every decision: the 99th percentile is at most " + time(LIMIT_MICROS),
                                Verdict.of(p99 <= LIMIT_MICROS),
                                "99th percentile of decisions: " + time(p99))),
                Stream.concat(Stream.of(exact(table2)), sampled(evidence)).toList());
    }

    /** What JMH saw of whole decisions, on each JDK. */
    private static Stream<String> sampled(Evidence evidence) {
        return evidence.benchmarks().stream()
                .filter(result -> result.benchmark().equals(BENCHMARK))
                .map(WithinTenMilliseconds::sampled);
    }

    private static String sampled(BenchmarkResult result) {
        Rows learned = Rows.of(result.tables().get(0))
                .where(Columns.SIZE, "table2")
                .where(Columns.SOLVER, solver -> solver.startsWith("ddl-"))
                .where(Columns.UNIT, "us/op");
        return "Whole learned decisions from the parsed scenario on, of ddl-paper and ddl-price, take at most "
                + time(max(learned, Columns.P50))
                + " in the median and " + time(max(learned, Columns.P999)) + " at the 99.9th percentile (benchmark "
                + BENCHMARK + ", JDK " + result.environment().jdk() + ").";
    }

    private static double max(Rows rows, Column column) {
        return Arrays.stream(rows.numbers(column)).max().orElse(Double.NaN);
    }

    /** Over the couplings. */
    private static double largest(Rows rows, Column column) {
        return rows.list().stream()
                .mapToDouble(row -> row.number(column))
                .max()
                .orElseThrow(() -> new MissingFigureException("experiment pareto has no ddl-paper on Table 2"));
    }

    private static String exact(Rows table2) {
        Row slowest = table2.where(Columns.SOLVER, solver -> solver.startsWith(EXACT)).list().stream()
                .filter(row -> row.number(Columns.PROVEN_SHARE) == 1)
                .max(Comparator.comparingDouble(row -> row.number(Columns.MEDIAN_MICROS)))
                .orElseThrow(() -> new MissingFigureException("experiment pareto has no proof on Table 2"));
        return "On the same problems branch-and-bound proves every optimum in a median of at most "
                + time(slowest.number(Columns.MEDIAN_MICROS)) + " (coupling " + slowest.text(Columns.COUPLING) + ", "
                + slowest.text(Columns.SOLVER).replace("@", " with a budget of ") + ").";
    }
}
