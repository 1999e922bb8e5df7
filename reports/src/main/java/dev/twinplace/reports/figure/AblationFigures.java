package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Looks;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What policies lose against the shipped one, a row for each policy; and the work of warm starts against cold ones. */
final class AblationFigures implements FigureMaker {
    private static final List<String> VERDICTS = List.of("worse", "undecided", "better");

    @Override
    public List<Figure> of(ExperimentResult result) {
        return List.of(
                losses(Evidence.rows(result, "ablation").where(Columns.VERDICT, VERDICTS::contains)),
                starts(Evidence.rows(result, "warm-start").where(Columns.VERDICT, VERDICTS::contains)));
    }

    private static Figure losses(Rows rows) {
        String id = "ablation-loss";
        String title = "Gap added by leaving out a part of ddl-price, or all of it";
        List<Panel> panels = panels(
                rows,
                id,
                title,
                Axis.linear("gap less that of ddl-price, mean", "ratio"),
                new Dots(Columns.POLICY, AblationFigures::kind, Columns.GAP_DIFFERENCE));
        return new Figure(
                id,
                title,
                "To the right of 0 a policy is worse than the shipped one. Whiskers are 95 % bootstrap intervals of"
                        + " the mean difference on the same scenarios. Searches of lagrangian for placements are not counted.",
                panels,
                List.of(verdicts(rows, "capacity"), verdicts(rows, "contention")),
                rows.table());
    }

    private static Figure starts(Rows rows) {
        String id = "ablation-warm-start";
        String title = "Work from a warm start, relative to a cold one";
        List<Panel> panels = panels(
                rows,
                id,
                title,
                Axis.logarithmic("nodes, warm to cold, geometric mean", "ratio"),
                new Dots(
                        Columns.START,
                        row -> row.text(Columns.SOLVER) + ", " + row.text(Columns.TARGET),
                        Columns.NODE_RATIO));
        return new Figure(
                id,
                title,
                "Below 100 % a start from the networks' prices, or from their placement, saves work; lagrangian"
                        + " starts from prices with a first step of this part of the usual one. Whiskers are 95 % bootstrap"
                        + " intervals over scenarios.",
                panels,
                rows.table());
    }

    /** Points with whiskers: a row of the chart for each name in one column, a series for each kind. */
    private record Dots(Column names, Function<Row, String> kind, Column figure) {
        List<Series> of(Rows rows) {
            List<String> places = rows.names(names);
            List<String> kinds = rows.list().stream().map(kind).distinct().toList();
            List<Series> series = new ArrayList<>();
            for (String each : kinds) {
                List<Point> points = rows.list().stream()
                        .filter(row -> kind.apply(row).equals(each))
                        .map(row -> Point.of(row.number(figure), places.indexOf(row.text(names)))
                                .within(row.number(figure.low()), row.number(figure.high())))
                        .toList();
                series.add(new Series(each, Form.POINTS, Looks.ofSetting(series.size(), kinds.size()), points));
            }
            return series;
        }
    }

    private static List<Panel> panels(Rows all, String id, String title, Axis axis, Dots dots) {
        List<Panel> panels = new ArrayList<>();
        for (String size : all.names(Columns.SIZE)) {
            for (String profile : all.names(Columns.PROFILE)) {
                Rows rows = all.where(Columns.SIZE, size).where(Columns.PROFILE, profile);
                String caption = size + ", devices " + profile;
                List<String> names = rows.names(dots.names()).stream()
                        .map(AblationFigures::onAxis)
                        .toList();
                panels.add(new Panel(
                        caption,
                        Chart.of(
                                id + "-" + size.replace("×", "x") + "-" + profile,
                                title + ": " + caption,
                                axis,
                                Axis.categories("", names),
                                dots.of(rows))));
            }
        }
        return panels;
    }

    /** Short enough for two lines: an axis leaves out what takes three. */
    private static String onAxis(String name) {
        return DisplayNames.of(name).replace(", placements not counted", "").replace("prices, first step ", "step ");
    }

    private static String kind(Row row) {
        if (row.text(Columns.COUPLING).equals("contention")) {
            return "contention";
        }
        String uneven = row.text(Columns.CAPACITIES).equals("uneven") ? ", uneven" : "";
        return "tightness " + row.shown(Columns.TIGHTNESS) + uneven;
    }

    private static SmallTable verdicts(Rows all, String coupling) {
        Rows rows = all.where(Columns.COUPLING, coupling);
        List<List<String>> lines = new ArrayList<>();
        for (String policy : rows.names(Columns.POLICY)) {
            Rows mine = rows.where(Columns.POLICY, policy);
            List<String> line = new ArrayList<>(List.of(DisplayNames.of(policy)));
            for (String verdict : VERDICTS) {
                line.add(String.valueOf(
                        mine.where(Columns.VERDICT, verdict).list().size()));
            }
            lines.add(line);
        }
        return new SmallTable(
                "Kinds of scenario under " + coupling + " in which a policy is worse or better than ddl-price",
                List.of("policy", "worse", "undecided", "better"),
                lines);
    }
}
