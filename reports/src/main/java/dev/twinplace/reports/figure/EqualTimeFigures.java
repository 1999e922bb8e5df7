package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** Gap of each policy by the time it had, and in how many cells the learned one is better or worse. */
final class EqualTimeFigures implements FigureMaker {
    private static final String ID = "equal-time-gap";
    private static final String TITLE = "Gap of policies that have the same time";

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "equal-time");
        Lines lines = new Lines(Columns.POLICY, row -> row.number(Columns.BUDGET), Columns.MEAN_GAP).withoutBands();
        List<Panel> panels = new ArrayList<>();
        for (String size : rows.names(Columns.SIZE)) {
            for (String profile : rows.names(Columns.PROFILE)) {
                Rows mine = rows.where(Columns.SIZE, size).where(Columns.PROFILE, profile);
                String caption = size + ", devices " + profile;
                panels.add(new Panel(
                        caption,
                        Chart.of(
                                ID + "-" + size.replace("×", "x") + "-" + profile,
                                TITLE + ": " + caption,
                                Axis.logarithmic("time for a decision", "ms"),
                                Axis.linear("gap to the bound, mean", "ratio").from(0),
                                lines.ofSolvers(mine))));
            }
        }
        return List.of(new Figure(
                ID,
                TITLE,
                "Gaps contain the distance of the bound from the optimum, which is the same for all policies. A policy that"
                        + " needs less than the time that it has stops before.",
                panels,
                List.of(verdicts(rows)),
                rows.table()));
    }

    private static SmallTable verdicts(Rows rows) {
        List<List<String>> lines = new ArrayList<>();
        for (String policy : rows.names(Columns.POLICY)) {
            List<Row> mine = rows.where(Columns.POLICY, policy)
                    .where(Columns.VERDICT, verdict -> !verdict.equals("learned"))
                    .list();
            if (!mine.isEmpty()) {
                lines.add(List.of(
                        DisplayNames.of(policy),
                        count(mine, "better"),
                        count(mine, "undecided"),
                        count(mine, "worse")));
            }
        }
        return new SmallTable(
                "Kinds of scenario and times in which the learned policy, iterated, is better or worse than another",
                List.of("the other", "learned better", "undecided", "learned worse"),
                lines);
    }

    private static String count(List<Row> rows, String verdict) {
        return String.valueOf(rows.stream()
                .filter(row -> row.text(Columns.VERDICT).equals(verdict))
                .count());
    }
}
