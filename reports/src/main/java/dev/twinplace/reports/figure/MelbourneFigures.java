package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A day of real hours: placements on a map at its quietest and its busiest, cost and moves over all of it. */
final class MelbourneFigures implements FigureMaker {
    private static final Axis HOURS =
            Axis.linear("hour of the day", "count").from(0).to(23);

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows hours = Evidence.rows(result, "hours");
        return List.of(
                map(result, hours),
                figure(
                        hours,
                        "melbourne-gap",
                        Columns.PROVEN_GAP,
                        Gaps.axis("gap to the proven bound"),
                        "Gap by hour, placing anew or keeping the midnight placement",
                        "The cost of not moving, and the gap of each solver at every hour. Lines at the bottom lie on one another."),
                figure(
                        hours,
                        "melbourne-cost",
                        Columns.COST,
                        Axis.linear("cost", "cost").from(0),
                        "Cost by hour",
                        "The cost follows the number of pedestrians. Placing anew is nearly as cheap with every solver, so lines lie on"
                                + " one another."),
                figure(
                        hours,
                        "melbourne-moves",
                        Columns.MOVES,
                        Axis.linear("twins moved against the hour before", "count")
                                .from(0),
                        "Moves by hour",
                        "Moves are counted and have no cost here."));
    }

    private static Figure map(ExperimentResult result, Rows hours) {
        Rows placements = Evidence.rows(result, "placements");
        Rows sites = Evidence.rows(result, "sites");
        PlacementMap map = new PlacementMap(sites, placements);
        List<Panel> panels = Stream.of(quietest(hours), busiest(hours))
                .distinct()
                .map(hour -> new Panel("At " + hour + ":00", map.at(hour)))
                .toList();
        return new Figure(
                "melbourne-map",
                "The optimal placement at the quietest and at the busiest hour",
                "Grey: base stations. A line leads from each twin to its edge server; diamonds are twins in the cloud.",
                panels,
                placements.table());
    }

    private static int quietest(Rows hours) {
        return hour(hours.list().stream().min(Comparator.comparingDouble(row -> row.number(Columns.WORKLOAD))), hours);
    }

    private static int busiest(Rows hours) {
        return hour(hours.list().stream().max(Comparator.comparingDouble(row -> row.number(Columns.WORKLOAD))), hours);
    }

    private static int hour(Optional<Row> row, Rows hours) {
        return (int) row.orElseGet(hours::first).number(Columns.HOUR);
    }

    private static Figure figure(Rows rows, String id, Column column, Axis figures, String title, String text) {
        Lines lines = new Lines(Columns.SOLVER, row -> row.number(Columns.HOUR), column);
        Chart chart = Chart.of(id, title, HOURS, figures, lines.ofSolvers(rows));
        return new Figure(id, title, text, List.of(new Panel("", chart)), rows.table());
    }
}
