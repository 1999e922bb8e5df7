package dev.twinplace.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.regression.SimpleRegression;

/** By which power of devices, twins or servers the time grows: the slope of its logarithm. */
final class GrowthDigest {
    private static final Map<Character, String> AXES = Map.of('N', "devices", 'M', "twins", 'S', "edge servers");

    /** A slope and how far off it can be need as many points. */
    private static final int LEAST_POINTS = 3;

    private GrowthDigest() {}

    private record Line(String solver, char axis) {}

    static String of(List<Measurement> measurements) {
        Map<Line, SimpleRegression> lines = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            String size = each.parameter("size");
            Line line = new Line(each.parameter("solver"), size.charAt(0));
            lines.computeIfAbsent(line, key -> new SimpleRegression())
                    .addData(Math.log(Double.parseDouble(size.substring(1))), Math.log(each.score()));
        }
        MarkdownTable table = new MarkdownTable().words("time of", "against").figures("sizes", "exponent", "± (95 %)");
        lines.forEach((line, fit) -> {
            if (fit.getN() >= LEAST_POINTS) {
                table.row(List.of(
                        line.solver(),
                        AXES.getOrDefault(line.axis(), String.valueOf(line.axis())),
                        String.valueOf(fit.getN()),
                        Figures.number(fit.getSlope()),
                        Figures.number(fit.getSlopeConfidenceInterval())));
            }
        });
        return table.isEmpty() ? "" : "Time grows by this power of each size:\n\n" + table;
    }
}
