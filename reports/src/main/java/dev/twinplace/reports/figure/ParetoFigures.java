package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** Gap against decision time, a chart for each coupling and size. */
final class ParetoFigures implements FigureMaker {
    private static final String TABLE_2 = "table2";

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows all = Evidence.rows(result, "pareto");
        List<Panel> panels = new ArrayList<>();
        for (String size : all.names(Columns.SIZE)) {
            for (String coupling : all.names(Columns.COUPLING)) {
                Rows rows = all.where(Columns.SIZE, size).where(Columns.COUPLING, coupling);
                panels.add(new Panel(called(size) + ", coupling: " + coupling, chart(size, coupling, rows)));
            }
        }
        return List.of(new Figure(
                "gap-against-time",
                "Gap against decision time",
                "Lower left is better: a smaller gap in less time. A line joins the results of one solver with larger"
                        + " budgets, which label its points where there is room. Whiskers are 95 % bootstrap intervals"
                        + " over problems.",
                panels,
                all.table()));
    }

    private static Chart chart(String size, String coupling, Rows rows) {
        List<String> families = rows.names(Columns.SOLVER).stream()
                .map(Looks::family)
                .distinct()
                .toList();
        List<Series> series =
                families.stream().map(family -> series(family, rows)).toList();
        return Chart.of(
                "gap-against-time-" + coupling + "-" + size,
                "Gap against decision time: " + called(size) + ", " + coupling,
                Axis.logarithmic("decision time, median", "us"),
                Gaps.axis("gap to the best known bound, mean"),
                series);
    }

    private static Series series(String family, Rows rows) {
        Rows mine = rows.where(Columns.SOLVER, solver -> Looks.family(solver).equals(family));
        Form form = mine.list().size() > 1 ? Form.PATH : Form.POINTS;
        return new Series(
                DisplayNames.of(family),
                form,
                Looks.of(family),
                mine.list().stream().map(ParetoFigures::point).toList());
    }

    private static Point point(Row row) {
        String solver = row.text(Columns.SOLVER);
        String budget = Looks.budget(solver);
        return Point.of(row.number(Columns.MEDIAN_MICROS), row.number(Columns.MEAN_GAP))
                .within(row.number(Columns.MEAN_GAP.low()), row.number(Columns.MEAN_GAP.high()))
                .named(budget.isEmpty() ? DisplayNames.of(solver) : DisplayNames.duration(budget));
    }

    private static String called(String size) {
        return size.equals(TABLE_2) ? "Table 2 (15 twins, 3 edge servers)" : DisplayNames.of(size);
    }
}
