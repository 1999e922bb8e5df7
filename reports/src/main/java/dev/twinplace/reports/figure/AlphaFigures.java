package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** The paper's figure 9 for each coupling, and the same as gaps, since the costs of good policies coincide in a chart. */
final class AlphaFigures implements FigureMaker {
    private static final Axis ALPHA =
            Axis.linear("α, weight of latency against energy", "").from(0).to(1);

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "cost");
        return List.of(
                figure(
                        rows,
                        "alpha-gap",
                        Columns.MEAN_GAP,
                        Axis.linear("gap to the optimum, mean", "ratio").from(0),
                        "Gap to the optimum, by weight of latency",
                        "The placements of the next figure, relative to the optimum of each scenario."),
                figure(
                        rows,
                        "alpha-cost",
                        Columns.MEAN_COST,
                        Axis.linear("mean cost", "cost"),
                        "Mean cost, by weight of latency",
                        "The paper's figure 9. Latency and energy have different units, so the cost of one α says nothing"
                                + " about that of another. Bands are 95 % bootstrap intervals over scenarios."));
    }

    private static Figure figure(Rows rows, String id, Column column, Axis figures, String title, String text) {
        Lines lines = new Lines(Columns.POLICY, row -> row.number(Columns.ALPHA), column);
        List<Panel> panels = Couplings.panels(
                rows,
                (coupling, mine) ->
                        Chart.of(id + "-" + coupling, title + ": " + coupling, ALPHA, figures, lines.ofSolvers(mine)));
        return new Figure(id, title, text, panels, rows.table());
    }
}
