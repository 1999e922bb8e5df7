package dev.twinplace.reports.html;

import dev.twinplace.reports.figure.Figure;
import java.util.List;

/**
 * A figure as the page shows it.
 *
 * @param id for links
 * @param title of it
 * @param text how to read it
 * @param keys the legend
 * @param panels its charts
 * @param tableId where the figures are that it is drawn of
 */
public record FigureView(String id, String title, String text, List<Key> keys, List<Drawn> panels, String tableId) {
    static FigureView of(String section, Figure figure) {
        return new FigureView(
                figure.id(),
                figure.title(),
                figure.text(),
                Key.of(figure),
                figure.panels().stream().map(Drawn::of).toList(),
                section + "-data-" + figure.table().id());
    }
}
