package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.time;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Rows;
import java.util.Arrays;
import java.util.List;

/**
 * The paper does not say whether it means the median decision or every decision. Judged are whole decisions in the paper's own
 * model, from the parsed scenario to the checked placement, on the slowest JDK.
 */
final class WithinTenMilliseconds implements Claim {
    static final double LIMIT_MICROS = 10_000;

    private static final String BENCHMARK = "DecisionLatency";

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
    public List<String> benchmarks() {
        return List.of(BENCHMARK);
    }

    @Override
    public Finding judge(Evidence evidence) {
        List<Rows> decisions = evidence.benchmarks().stream()
                .filter(result -> result.benchmark().equals(BENCHMARK))
                .map(result -> Rows.of(result.tables().get(0)))
                .map(rows -> rows.where(Columns.SIZE, "table2").where(Columns.UNIT, "us/op"))
                .toList();
        double median = largest(decisions, "ddl-paper", "independent", Columns.P50);
        double p99 = largest(decisions, "ddl-paper", "independent", Columns.P99);
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
                List.of(others(decisions)));
    }

    private static double largest(List<Rows> decisions, String solver, String coupling, Column column) {
        return decisions.stream()
                .map(rows -> rows.where(Columns.SOLVER, solver).where(Columns.COUPLING, coupling))
                .flatMapToDouble(rows -> Arrays.stream(rows.numbers(column)))
                .max()
                .orElseThrow(() -> new MissingFigureException(
                        "benchmark " + BENCHMARK + " has no " + solver + " on Table 2, coupling " + coupling));
    }

    private static String others(List<Rows> decisions) {
        return "On scenarios of that size with capacities, ddl-price takes a median of "
                + time(largest(decisions, "ddl-price", "capacity", Columns.P50))
                + ", and branch-and-bound proves the optimum in a median of "
                + time(largest(decisions, "branch-and-bound", "capacity", Columns.P50)) + ".";
    }
}
