package dev.twinplace.reports.html;

import dev.twinplace.reports.figure.Figure;
import dev.twinplace.reports.figure.SmallTable;
import java.util.List;

/**
 * A figure as the page shows it.
 *
 * @param id for links
 * @param title of it
 * @param text how to read it
 * @param keys the legend
 * @param panels its charts
 * @param summaries small tables below them
 * @param tableId the table from which it is drawn
 */
public record FigureView(
        String id,
        String title,
        String text,
        List<Key> keys,
        List<Drawn> panels,
        List<SmallTable> summaries,
        String tableId) {
    static FigureView of(Figure figure, String tableId) {
        return new FigureView(
                figure.id(),
                figure.title(),
                figure.text(),
                Key.of(figure),
                figure.panels().stream().map(Drawn::of).toList(),
                figure.summaries(),
                tableId);
    }
}
