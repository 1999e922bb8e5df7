package dev.twinplace.reports.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table on its way: columns first, then rows. */
public final class TableBuilder {
    private final String id;
    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    public TableBuilder(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Columns of names. */
    public TableBuilder labels(String... names) {
        for (String name : names) {
            columns.add(Column.label(name));
        }
        return this;
    }

    /** Columns of numbers in one unit. */
    public TableBuilder numbers(String unit, String... names) {
        for (String name : names) {
            columns.add(new Column(name, Optional.of(unit)));
        }
        return this;
    }

    /** Columns that other tables have, too. */
    public TableBuilder columns(Column... shared) {
        columns.addAll(Arrays.asList(shared));
        return this;
    }

    /** A column of numbers and the two ends of the interval around each. */
    public TableBuilder interval(Column column) {
        return columns(column, column.low(), column.high());
    }

    /** A row, a cell for each column. */
    public TableBuilder row(Object... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** Rows that were made elsewhere. */
    public TableBuilder rows(List<List<Object>> more) {
        rows.addAll(more);
        return this;
    }

    public Table build() {
        return new Table(id, title, columns, rows);
    }
}
