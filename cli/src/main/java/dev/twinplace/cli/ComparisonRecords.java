package dev.twinplace.cli;

import dev.twinplace.reports.experiment.SolverComparison;
import dev.twinplace.reports.experiment.SolverComparison.Judged;
import dev.twinplace.reports.experiment.SolverScore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Comparisons for programs: a record for every solver, or for every problem and solver. Times are in microseconds, shares
 * and gaps fractions of 1.
 */
final class ComparisonRecords implements ComparisonWriter {
    private static final String SCORES_FORMAT = "twinplace/comparison/1";
    private static final String ROWS_FORMAT = "twinplace/comparison-rows/1";

    private static final List<String> OF_SCORES = List.of(
            "problems",
            "twins",
            "servers",
            "count",
            "unproven",
            "solver",
            "answered",
            "meanGap",
            "p95Gap",
            "worstGap",
            "hitRate",
            "provenRate",
            "rangeClosed",
            "medianMicros",
            "p99Micros",
            "pareto",
            "error");

    private static final List<String> OF_ROWS = List.of(
            "problems",
            "twins",
            "servers",
            "seed",
            "solver",
            "status",
            "cost",
            "lowerBound",
            "reference",
            "referenceProven",
            "gap",
            "micros",
            "error");

    private final boolean perProblem;
    private final boolean isJson;
    private final RecordWriter records;

    private ComparisonRecords(boolean perProblem, boolean isJson, RecordWriter records) {
        this.perProblem = perProblem;
        this.isJson = isJson;
        this.records = records;
    }

    /** Objects, one a line; {@code format} says which kind they are. */
    static ComparisonRecords json(PrintWriter out, boolean perProblem) {
        return new ComparisonRecords(perProblem, true, RecordWriter.json(out));
    }

    /** A header and rows. */
    static ComparisonRecords csv(PrintWriter out, boolean perProblem) {
        return new ComparisonRecords(perProblem, false, RecordWriter.csv(out, perProblem ? OF_ROWS : OF_SCORES));
    }

    @Override
    public void write(Compared compared) {
        if (perProblem) {
            compared.result().attempts().forEach(row -> records.write(row(compared, row)));
        } else {
            compared.result().scores().forEach(score -> records.write(score(compared, score)));
        }
    }

    @Override
    public void fail(String title, String error) {
        Map<String, Object> record = record(title);
        record.put("error", error);
        records.write(record);
    }

    private Map<String, Object> record(String title) {
        Map<String, Object> record = new LinkedHashMap<>();
        if (isJson) {
            record.put("format", perProblem ? ROWS_FORMAT : SCORES_FORMAT);
        }
        record.put("problems", title);
        return record;
    }

    private Map<String, Object> score(Compared compared, SolverScore score) {
        Map<String, Object> record = record(compared.title());
        putSize(record, compared.result().judged().get(0));
        record.put("count", score.problems());
        record.put("unproven", compared.result().unproven());
        record.put("solver", score.solver());
        record.put("answered", score.answered());
        record.put("meanGap", score.meanGap());
        record.put("p95Gap", score.p95Gap());
        record.put("worstGap", score.worstGap());
        record.put("hitRate", score.hitRate());
        record.put("provenRate", score.provenRate());
        record.put("rangeClosed", score.rangeClosed());
        record.put("medianMicros", score.medianMicros());
        record.put("p99Micros", score.p99Micros());
        record.put("pareto", score.isOnFrontOf(compared.result().scores()));
        return record;
    }

    /** Problems that are compared on together are of one size. */
    private static void putSize(Map<String, Object> record, Judged judged) {
        record.put("twins", judged.question().problem().twins());
        record.put("servers", judged.question().problem().servers());
    }

    private Map<String, Object> row(Compared compared, SolverComparison.Attempt row) {
        Map<String, Object> record = record(compared.title());
        Judged judged = row.judged();
        putSize(record, judged);
        compared.firstSeed().ifPresent(first -> record.put("seed", first + judged.index()));
        record.put("solver", row.solver());
        record.put("status", row.result().status());
        record.put("cost", judged.question().userCost(row.result().cost()));
        record.put("lowerBound", judged.question().userCost(row.result().lowerBound()));
        record.put("reference", judged.question().userCost(judged.reference().optimum()));
        record.put("referenceProven", judged.reference().isProven());
        record.put("gap", row.gap());
        record.put("micros", row.times().medianMicros());
        return record;
    }
}
