package dev.twinplace.reports.result;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Figures in rows. A cell is a {@link String}, a {@link Long}, a {@link Double} or null, which means that there is no figure:
 * numbers that are not finite become null.
 *
 * @param id by which pages find it
 * @param title for people
 * @param columns at least one
 * @param rows as long as there are columns
 */
public record Table(String id, String title, List<Column> columns, List<List<Object>> rows) {
    public Table {
        Required.all(List.of("id", "title", "columns", "rows"), id, title, columns, rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns: must be at least one, but are none");
        }
        columns = List.copyOf(columns);
        List<List<Object>> checked = new ArrayList<>();
        for (List<Object> row : rows) {
            checked.add(checked(row, checked.size(), columns.size()));
        }
        rows = Collections.unmodifiableList(checked);
    }

    private static List<Object> checked(List<Object> row, int index, int width) {
        if (row.size() != width) {
            throw new IllegalArgumentException(
                    "rows[" + index + "]: must have " + width + " cells, one for each column, but has " + row.size());
        }
        List<Object> cells = new ArrayList<>();
        for (Object cell : row) {
            cells.add(checked(cell, index));
        }
        return Collections.unmodifiableList(cells);
    }

    private static Object checked(Object cell, int row) {
        if (cell == null || cell instanceof String) {
            return cell;
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return ((Number) cell).longValue();
        }
        if (cell instanceof Double || cell instanceof Float || cell instanceof BigInteger) {
            double value = ((Number) cell).doubleValue();
            return Double.isFinite(value) ? value : null;
        }
        throw new IllegalArgumentException("rows[" + row + "]: must be numbers, strings and null, but has "
                + cell.getClass().getSimpleName());
    }

    /**
     * One table of the rows of several.
     *
     * @param parts at least one, all with the same columns
     */
    public static Table joined(String id, String title, List<Table> parts) {
        List<List<Object>> rows = new ArrayList<>();
        for (Table part : parts) {
            if (!part.columns.equals(parts.get(0).columns)) {
                throw new IllegalArgumentException(
                        "columns: must be " + parts.get(0).columns + ", but were " + part.columns);
            }
            rows.addAll(part.rows);
        }
        return new Table(id, title, parts.get(0).columns, rows);
    }

    /** Whether there is a column of this one's name. */
    public boolean has(Column column) {
        return columns.stream().anyMatch(each -> each.name().equals(column.name()));
    }

    /** Where a column stands, from 0 on. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + id + ": must have a column " + column + ", but has " + columns);
    }
}
