package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** Cost and moves before a failure, during it, and after it. */
final class FailureFigures implements FigureMaker {
    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "failure");
        return List.of(
                figure(
                        rows,
                        "failure-cost",
                        Columns.MEAN_COST,
                        Axis.linear("cost of the placement, mean", "cost"),
                        "Cost before, during and after a failure",
                        "A policy that moves only what must does not return to the servers that are back."),
                figure(
                        rows,
                        "failure-moves",
                        Columns.MOVES,
                        Axis.linear("moves, mean", "count").from(0),
                        "Moves during and after a failure",
                        "Without forced moves, which are in the table."));
    }

    private static Figure figure(Rows all, String id, Column column, Axis figures, String title, String text) {
        List<String> steps = all.names(Columns.STEP);
        Lines lines = new Lines(Columns.POLICY, row -> steps.indexOf(row.text(Columns.STEP)), column);
        List<Panel> panels = new ArrayList<>();
        for (String coupling : all.names(Columns.COUPLING)) {
            Rows coupled = all.where(Columns.COUPLING, coupling);
            for (String failed : coupled.names(Columns.FAILED)) {
                String caption = failed + " of the edge servers fail, coupling: " + coupling;
                panels.add(new Panel(
                        caption,
                        Chart.of(
                                id + "-" + coupling + "-" + failed,
                                title + ": " + caption,
                                Axis.categories("", steps),
                                figures,
                                lines.ofSettings(coupled.where(Columns.FAILED, failed)))));
            }
        }
        return new Figure(id, title, text, panels, all.table());
    }
}
