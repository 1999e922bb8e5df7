package dev.twinplace.cli;

import dev.twinplace.decision.AnswerCsv;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.AnswerWriter;
import java.io.PrintWriter;
import java.util.Locale;

/** Which form answers have. */
enum Format {
    TABLE,
    JSON,
    CSV;

    /** Writes answers in this form to {@code out}, which stays open. */
    AnswerWriter answers(PrintWriter out) {
        return switch (this) {
            case TABLE -> new AnswerTable(out);
            case JSON -> new AnswerJson(out);
            case CSV -> new AnswerCsv(out);
        };
    }

    /** As {@link #answers}, each with an explanation; not in CSV, whose rows have no place for it. */
    AnswerWriter explainedAnswers(PrintWriter out) {
        return switch (this) {
            case TABLE -> new ExplainedTable(out);
            case JSON -> new ExplainedJson(out);
            case CSV -> throw new IllegalStateException("CSV has no explanations");
        };
    }

    /**
     * Writes comparisons in this form to {@code out}, which stays open.
     *
     * @param perProblem a line for every problem and solver, not only for every solver
     */
    ComparisonWriter comparisons(PrintWriter out, boolean perProblem) {
        return switch (this) {
            case TABLE -> new ComparisonTable(out, perProblem);
            case JSON -> ComparisonRecords.json(out, perProblem);
            case CSV -> ComparisonRecords.csv(out, perProblem);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
