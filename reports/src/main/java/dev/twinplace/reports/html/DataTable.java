package dev.twinplace.reports.html;

import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Numbers;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of a result as a page shows it.
 *
 * @param id of the table
 * @param title of it
 * @param headers of its columns
 * @param rows of it
 */
public record DataTable(String id, String title, List<Cell> headers, List<List<Cell>> rows) {
    private static final String RATIO = "ratio";

    static DataTable of(Table table) {
        List<Cell> headers = table.columns().stream().map(DataTable::header).toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                row.add(cell(cells.get(i), table.columns().get(i)));
            }
            rows.add(row);
        }
        return new DataTable(table.id(), table.title(), headers, rows);
    }

    /** meanGapLow in ratio is "mean gap, low, %". */
    private static Cell header(Column column) {
        String words = column.name()
                .replaceFirst("(Low|High)$", ", $1")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        String unit = column.unit().orElse("");
        String shown = switch (unit) {
            case RATIO -> words + ", %";
            case "", "unit", "count", "iteration", "cost", "us", "ms", "s" -> words.replaceFirst(" micros$", " time");
            default -> words + ", " + unit;
        };
        return new Cell(shown, column.unit().isPresent());
    }

    private static Cell cell(Object value, Column column) {
        if (value instanceof Number number) {
            double figure = number.doubleValue();
            String unit = column.unit().orElse("");
            String shown = switch (unit) {
                case RATIO -> Numbers.percent(figure).replace("\u00a0%", "");
                case "us", "ms", "s" -> Numbers.withUnit(figure, unit);
                case "degree" -> String.format(Locale.ROOT, "%.5f", figure);
                default -> Numbers.plain(figure);
            };
            return new Cell(shown, true);
        }
        return new Cell(value == null ? "–" : value.toString(), column.unit().isPresent());
    }
}
