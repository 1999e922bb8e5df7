package dev.twinplace.reports.figure;

import dev.twinplace.reports.result.Table;
import java.util.List;

/**
 * Charts of one table.
 *
 * @param id for links
 * @param title what is shown
 * @param text how to read it
 * @param panels at least one chart
 * @param summaries small tables below the charts
 * @param table of which they are drawn
 */
public record Figure(
        String id, String title, String text, List<Panel> panels, List<SmallTable> summaries, Table table) {
    public Figure {
        panels = panels.stream().filter(panel -> !panel.chart().isEmpty()).toList();
        summaries = List.copyOf(summaries);
    }

    /** Charts only. */
    Figure(String id, String title, String text, List<Panel> panels, Table table) {
        this(id, title, text, panels, List.of(), table);
    }
}
