package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Answers for published instances beside the best known values: by budget and solver, and one by one. */
public final class PublishedDigest {
    /** The id of the table that this is of. */
    public static final String TABLE = "published";

    private static final String OPTIMAL = "OPTIMAL";
    private static final String WRONG = "WRONG";
    private static final double LATE = 1.25;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String NONE = "-";

    private final Rows all;

    /** Of the table with id {@value #TABLE} of a result. */
    public PublishedDigest(Table table) {
        all = Rows.of(table);
    }

    private double[] budgets() {
        return Arrays.stream(all.numbers(Columns.BUDGET)).distinct().sorted().toArray();
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.0f s", millis / MILLIS_PER_SECOND);
    }

    /** A table for each budget, a row for each solver. */
    public String summary() {
        StringBuilder text =
                new StringBuilder("Cost above the best known, and bound below it, over the instances answered in"
                        + " time; `best`: the best known cost\nor less.\n\n");
        for (double budget : budgets()) {
            Rows rows = all.whereNumber(Columns.BUDGET, budget);
            MarkdownTable table = new MarkdownTable()
                    .words(seconds(budget) + ", " + rows.names(Columns.INSTANCE).size() + " instances")
                    .figures("answered", "cost, mean", "cost, worst", "best", "bound, mean", "proven");
            rows.names(Columns.SOLVER)
                    .forEach(solver -> table.row(summary(solver, rows.where(Columns.SOLVER, solver))));
            text.append(table).append('\n');
        }
        return text.toString();
    }

    private static List<String> summary(String solver, Rows rows) {
        List<Row> inTime =
                rows.list().stream().filter(PublishedDigest::isInTime).toList();
        long proven = rows.list().stream()
                .filter(row -> row.text(Columns.STATUS).equals(OPTIMAL))
                .count();
        long best = inTime.stream()
                .filter(row -> row.number(Columns.ABOVE_BEST) <= 0)
                .count();
        int asked = rows.list().size();
        return List.of(
                solver,
                inTime.size() == asked ? "all" : inTime.size() + " of " + asked,
                percent(figures(inTime, Columns.ABOVE_BEST).average().orElse(Double.NaN)),
                percent(figures(inTime, Columns.ABOVE_BEST).max().orElse(Double.NaN)),
                Long.toString(best),
                percent(figures(rows.list(), Columns.BELOW_BEST).average().orElse(Double.NaN)),
                Long.toString(proven));
    }

    private static DoubleStream figures(List<Row> rows, Column column) {
        return rows.stream().mapToDouble(row -> row.number(column)).filter(Double::isFinite);
    }

    private static boolean isInTime(Row row) {
        return Double.isFinite(row.number(Columns.ABOVE_BEST))
                && row.number(Columns.MILLIS) <= LATE * row.number(Columns.BUDGET);
    }

    private static String percent(double ratio) {
        return Double.isNaN(ratio) ? NONE : String.format(Locale.ROOT, "%.3f %%", 100 * ratio);
    }

    /** A table for each budget, a row for each instance: by how much the cost of each solver exceeds the best known. */
    public String instances() {
        StringBuilder text = new StringBuilder(
                "Cost above the best known; `proven`: the optimum, with its proof; `late`: after more than 1.25 times the"
                        + " budget.\n\n");
        for (double budget : budgets()) {
            Rows rows = all.whereNumber(Columns.BUDGET, budget);
            List<String> solvers = rows.names(Columns.SOLVER);
            MarkdownTable table = new MarkdownTable().words(seconds(budget)).figures(solvers.toArray(String[]::new));
            for (String instance : rows.names(Columns.INSTANCE)) {
                Rows answers = rows.where(Columns.INSTANCE, instance);
                List<String> cells = new ArrayList<>(List.of(instance));
                solvers.forEach(solver -> cells.add(cell(answers.where(Columns.SOLVER, solver))));
                table.row(cells);
            }
            text.append(table).append('\n');
        }
        return text.toString();
    }

    private static String cell(Rows answer) {
        if (answer.isEmpty()) {
            return NONE;
        }
        Row row = answer.first();
        String status = row.text(Columns.STATUS);
        if (status.equals(WRONG)) {
            return "wrong";
        }
        if (Double.isNaN(row.number(Columns.ABOVE_BEST))) {
            return "none";
        }
        if (!isInTime(row)) {
            return "late";
        }
        return status.equals(OPTIMAL) ? "proven" : percent(row.number(Columns.ABOVE_BEST));
    }
}
