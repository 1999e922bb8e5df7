package dev.twinplace.benchmarks.peers.placement;

import java.util.List;

/**
 * A table of a result file.
 *
 * @param rows a value for each column: a number, a text or null
 */
record ResultTable(String id, String title, List<Column> columns, List<List<Object>> rows) {
    /**
     * What stands in a column.
     *
     * @param unit null for names and labels
     */
    record Column(String name, String unit) {}

    /** Columns written as name or name:unit. */
    static List<Column> columns(String... specifications) {
        return List.of(specifications).stream()
                .map(text -> text.split(":", -1))
                .map(parts -> new Column(parts[0], parts.length > 1 ? parts[1] : null))
                .toList();
    }
}
