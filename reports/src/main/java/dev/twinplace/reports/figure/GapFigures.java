package dev.twinplace.reports.figure;

import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** Gap and hit rate by number of twins, on the paper's three edges; the table has the other sizes. */
final class GapFigures implements FigureMaker {
    private static final String BETWEEN = "×";
    /** Every solver that looks at costs is optimal there: a chart would show one line. */
    private static final String WITHOUT_COUPLING = "independent";

    private static final Axis TWINS = Axis.linear("twins M", "count");

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows all = Evidence.rows(result, "gap");
        return List.of(
                figure(
                        all,
                        "gap-by-twins",
                        Columns.MEAN_GAP,
                        Gaps.axis("gap to the optimum, mean"),
                        "Gap to the proven optimum, by number of twins on three edges",
                        "Bands are 95 % bootstrap intervals over scenarios. The table has all sizes, and coupling independent, where"
                                + " the cheapest server of each twin is optimal."),
                figure(
                        all,
                        "gap-hit-rate",
                        Columns.HIT_RATE,
                        Axis.linear("solved to the optimum", "ratio").from(0).to(1),
                        "Share of problems solved to the optimum, by number of twins on three edges",
                        "Placements differ little in cost, so a small gap in percent is easily reached: here only the"
                                + " optimum counts."));
    }

    private static Figure figure(Rows all, String id, Column column, Axis figures, String title, String text) {
        Rows rows = all.where(Columns.SIZE, size -> size.endsWith(BETWEEN + PaperDefaults.EDGES))
                .where(Columns.COUPLING, coupling -> !coupling.equals(WITHOUT_COUPLING));
        Lines lines = new Lines(Columns.SOLVER, GapFigures::twins, column);
        List<Panel> panels = Couplings.panels(
                rows,
                (coupling, mine) ->
                        Chart.of(id + "-" + coupling, title + ": " + coupling, TWINS, figures, lines.ofSolvers(mine)));
        return new Figure(id, title, text, panels, all.table());
    }

    private static double twins(Row row) {
        String size = row.text(Columns.SIZE);
        return Double.parseDouble(size.substring(0, size.indexOf(BETWEEN)));
    }
}
