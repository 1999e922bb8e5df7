package dev.twinplace.reports.result;

import java.util.List;

/**
 * A row of a table, its cells by name.
 *
 * @param table it is of
 * @param cells one for each column
 */
public record Row(Table table, List<Object> cells) {
    /** What the cell says, as a name. */
    public String text(Column column) {
        Object cell = cell(column);
        return cell == null ? "" : cell.toString();
    }

    /** The figure, NaN where there is none. */
    public double number(Column column) {
        Object cell = cell(column);
        if (cell == null) {
            return Double.NaN;
        }
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        throw new MissingFigureException(
                "table " + table.id() + ": column " + column.name() + ": must have numbers, but has \"" + cell + "\"");
    }

    /** The figure with its unit, for people. */
    public String shown(Column column) {
        return column.shown(number(column));
    }

    private Object cell(Column column) {
        try {
            return cells.get(table.indexOf(column.name()));
        } catch (IllegalArgumentException e) {
            throw new MissingFigureException("table " + table.id() + ": has no column " + column.name());
        }
    }
}
