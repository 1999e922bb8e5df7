package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.function.BiFunction;

/** A chart for each way in which twins on one server affect one another. */
final class Couplings {
    private Couplings() {}

    /**
     * The panels of a table.
     *
     * @param chart of the rows of a coupling, which is its first argument
     */
    static List<Panel> panels(Rows rows, BiFunction<String, Rows, Chart> chart) {
        return rows.names(Columns.COUPLING).stream()
                .map(coupling -> new Panel(
                        "Coupling: " + coupling, chart.apply(coupling, rows.where(Columns.COUPLING, coupling))))
                .toList();
    }
}
