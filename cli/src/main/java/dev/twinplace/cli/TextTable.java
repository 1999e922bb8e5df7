package dev.twinplace.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table in plain text: words to the left, figures to the right, no rules. */
final class TextTable<T> {
    private final List<Column> layout = new ArrayList<>();
    private final List<Function<T, String>> cells = new ArrayList<>();

    /** Adds a column of words. */
    TextTable<T> words(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.LEFT, cell);
    }

    /** Adds a column of figures. */
    TextTable<T> figures(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.RIGHT, cell);
    }

    private TextTable<T> column(String header, HorizontalAlign align, Function<T, String> cell) {
        layout.add(new Column().header(header).headerAlign(align).dataAlign(align));
        cells.add(cell);
        return this;
    }

    /** The table of these rows, each line ended. */
    String of(List<T> rows) {
        String[][] data = rows.stream()
                .map(row -> cells.stream().map(cell -> cell.apply(row)).toArray(String[]::new))
                .toArray(String[][]::new);
        String table = AsciiTable.getTable(AsciiTable.NO_BORDERS, layout.toArray(Column[]::new), data);
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.stripTrailing() + "\n")
                .reduce("", String::concat);
    }
}
