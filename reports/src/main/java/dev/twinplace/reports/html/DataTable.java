package dev.twinplace.reports.html;

import dev.twinplace.reports.figure.DisplayNames;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Numbers;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table of a result as a page shows it.
 *
 * @param id for links
 * @param title of it
 * @param headers of its columns
 * @param rows of it
 */
public record DataTable(String id, String title, List<Cell> headers, List<List<Cell>> rows) {
    private static final String RATIO = "ratio";

    /** JMH's percentiles over iterations, which older files have beside those over all operations. */
    private static final String REPEATED = "p[01]\\.\\d+";

    /** Of a table whose title is preceded by where it is from, if that is not empty. */
    static DataTable of(String id, String origin, Table table) {
        int[] shown = IntStream.range(0, table.columns().size())
                .filter(i -> !table.columns().get(i).name().matches(REPEATED))
                .toArray();
        List<Cell> headers = Arrays.stream(shown)
                .mapToObj(i -> header(table.columns().get(i)))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            rows.add(Arrays.stream(shown)
                    .mapToObj(i -> cell(cells.get(i), table.columns().get(i)))
                    .toList());
        }
        String title = origin.isEmpty() ? table.title() : origin + ": " + table.title();
        return new DataTable(id, title, headers, rows);
    }

    /** meanGapLow in ratio is "mean gap, low, %". */
    private static Cell header(Column column) {
        String words = ColumnNames.of(column.name());
        String unit = column.unit().orElse("");
        String shown = switch (unit) {
            case RATIO -> words + ", %";
            case "", "unit", "count", "iteration", "cost", "us", "ms", "s" -> words;
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
        return new Cell(
                value == null ? "–" : DisplayNames.words(value.toString()),
                column.unit().isPresent());
    }
}
