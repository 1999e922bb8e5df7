package dev.twinplace.reports.figure;

import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;

/** The charts of a benchmark: growth over sizes, gaps or costs at equal time, or times of what it compares. */
public final class BenchmarkFigures {
    private static final String MEASUREMENTS = "measurements";
    private static final String GROWTH = "DecisionGrowth";

    private BenchmarkFigures() {}

    /** The charts in the order of the tables; none of other tables. */
    public static List<Figure> of(String id, BenchmarkResult result) {
        List<Figure> figures = new ArrayList<>();
        for (Table table : result.tables()) {
            String own = id + "-" + table.id();
            if (table.id().equals(MEASUREMENTS)) {
                boolean isGrowth = result.benchmark().equals(GROWTH);
                figures.add(isGrowth ? growth(own, table) : new MeasurementFigure(own, table).figure());
            } else if (table.id().equals(PlacementFigures.TABLE)) {
                figures.add(PlacementFigures.of(own, table));
            } else if (table.id().equals(InstanceFigures.TABLE)) {
                figures.add(InstanceFigures.of(own, table));
            }
        }
        return figures;
    }

    /** Sizes are a letter and a number, such as M150. */
    private static Figure growth(String id, Table table) {
        List<GrowthSample> samples = Rows.of(table).list().stream()
                .map(row -> new GrowthSample(
                        row.text(Columns.SIZE).substring(0, 1),
                        row.text(Columns.SOLVER),
                        Double.parseDouble(row.text(Columns.SIZE).substring(1)),
                        row.number(Columns.SCORE)))
                .toList();
        String title = "Time by size";
        return new Figure(
                id,
                title,
                "Both axes are logarithmic, so a straight line is a power of the size. Lines are fitted to the points; the table"
                        + " states their exponents with 95 % confidence intervals.",
                GrowthFigures.panels(id, title, samples),
                List.of(GrowthFigures.exponents("Fitted exponents", samples)),
                table);
    }
}
