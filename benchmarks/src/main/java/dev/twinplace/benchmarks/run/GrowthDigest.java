package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.regression.SimpleRegression;

/** By which power of devices, twins or servers the time grows: the slope of its logarithm. */
final class GrowthDigest {
    private static final Map<Character, String> AXES = axes();

    /** A slope and its confidence interval need as many points. */
    private static final int MIN_POINTS = 3;

    private GrowthDigest() {}

    private static Map<Character, String> axes() {
        Map<Character, String> axes = new LinkedHashMap<>();
        axes.put('M', "twins");
        axes.put('S', "edge servers");
        axes.put('N', "devices");
        return axes;
    }

    private record Line(String solver, char axis) {}

    static String of(List<Measurement> measurements) {
        Map<Line, SimpleRegression> lines = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            String size = each.parameter("size");
            Line line = new Line(each.parameter("solver"), size.charAt(0));
            lines.computeIfAbsent(line, key -> new SimpleRegression())
                    .addData(Math.log(Double.parseDouble(size.substring(1))), Math.log(each.score()));
        }
        return table(lines);
    }

    private static String table(Map<Line, SimpleRegression> lines) {
        lines.values().removeIf(fit -> fit.getN() < MIN_POINTS);
        if (lines.isEmpty()) {
            return "";
        }
        MarkdownTable table =
                new MarkdownTable().words("time of").figures(AXES.values().toArray(String[]::new));
        lines.keySet().stream().map(Line::solver).distinct().forEach(solver -> {
            List<String> row = new ArrayList<>(List.of(solver));
            AXES.keySet().forEach(axis -> row.add(exponent(lines.get(new Line(solver, axis)))));
            table.row(row);
        });
        return "The power of each size by which time grows, with the half width of its 95 % confidence interval:\n\n"
                + table;
    }

    private static String exponent(SimpleRegression fit) {
        return fit == null
                ? "-"
                : Figures.number(fit.getSlope()) + " ± " + Figures.number(fit.getSlopeConfidenceInterval());
    }
}
