package dev.twinplace.benchmarks.run;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;

/** A table that reads well on a terminal and in a README. */
final class MarkdownTable {
    /** A line below the header, and upright lines; see {@link AsciiTable#BASIC_ASCII} for the order. */
    private static final Character[] RULES = new Character[AsciiTable.BASIC_ASCII.length];

    private static final int HEADER = 4;
    private static final int DATA = 11;

    static {
        List<Character> lines = List.of('|', '|', '|', '|', '-', '|', '|', '|', '|', '|');
        for (int i = HEADER; i < DATA + 3; i++) {
            RULES[i] = lines.get(i - HEADER);
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    /** Adds columns of words. */
    MarkdownTable words(String... headers) {
        return columns(HorizontalAlign.LEFT, headers);
    }

    /** Adds columns of figures. */
    MarkdownTable figures(String... headers) {
        return columns(HorizontalAlign.RIGHT, headers);
    }

    private MarkdownTable columns(HorizontalAlign align, String... headers) {
        for (String header : headers) {
            columns.add(new Column()
                    .header(header)
                    .headerAlign(align)
                    .dataAlign(align)
                    .maxWidth(Integer.MAX_VALUE));
        }
        return this;
    }

    MarkdownTable row(List<String> cells) {
        rows.add(cells.toArray(String[]::new));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Each line ended. */
    @Override
    public String toString() {
        return AsciiTable.getTable(RULES, columns.toArray(Column[]::new), rows.toArray(String[][]::new))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }
}
