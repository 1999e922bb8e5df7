package dev.twinplace.reports.result;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Some rows of a table, in its order, and questions to them. */
public final class Rows {
    private final Table table;
    private final List<Row> list;

    private Rows(Table table, List<Row> list) {
        this.table = table;
        this.list = list;
    }

    /** All of a table. */
    public static Rows of(Table table) {
        return new Rows(
                table, table.rows().stream().map(cells -> new Row(table, cells)).toList());
    }

    /** Those that have this name in a column. */
    public Rows where(Column column, String name) {
        return where(column, name::equals);
    }

    /** Those whose name in a column passes. */
    public Rows where(Column column, Predicate<String> name) {
        return new Rows(
                table, list.stream().filter(row -> name.test(row.text(column))).toList());
    }

    /** Those with this figure in a column. */
    public Rows whereNumber(Column column, double figure) {
        return new Rows(
                table, list.stream().filter(row -> row.number(column) == figure).toList());
    }

    public Table table() {
        return table;
    }

    public List<Row> list() {
        return list;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The different names in a column, in the order of their first row. */
    public List<String> names(Column column) {
        return list.stream().map(row -> row.text(column)).distinct().toList();
    }

    /** The figures in a column, without those that are missing. */
    public double[] numbers(Column column) {
        return list.stream()
                .mapToDouble(row -> row.number(column))
                .filter(Double::isFinite)
                .toArray();
    }

    /** The first row. */
    public Row first() {
        return stream().findFirst().orElseThrow();
    }

    /** The last row. */
    public Row last() {
        return stream().reduce((a, b) -> b).orElseThrow();
    }

    private Stream<Row> stream() {
        if (list.isEmpty()) {
            throw new MissingFigureException("table " + table.id() + ": has no row that is asked for");
        }
        return list.stream();
    }
}
