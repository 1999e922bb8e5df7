package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.util.Arrays;

/** The axis of training, logarithmic because most happens early. */
final class Iterations {
    private Iterations() {}

    static Axis axis(Rows rows) {
        double last = Arrays.stream(rows.numbers(Columns.ITERATION)).max().orElse(1);
        return Axis.logarithmic("training iteration", "iteration").to(last);
    }
}
