package dev.twinplace.io;

import dev.twinplace.model.PrintableText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Fields of tables that may be empty, or whose column may not be there. */
final class Values {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ;|,]+");
    private static final int MAX_ID = 256;

    private Values() {}

    /** A number > 0. */
    static OptionalDouble positive(CsvTable table, int row, OptionalInt column) {
        OptionalDouble value = number(table, row, column);
        if (value.isPresent() && value.getAsDouble() <= 0) {
            throw table.failValue(row, column.getAsInt(), "must be > 0");
        }
        return value;
    }

    /** A number >= 0. */
    static OptionalDouble notNegative(CsvTable table, int row, OptionalInt column) {
        OptionalDouble value = number(table, row, column);
        if (value.isPresent() && value.getAsDouble() < 0) {
            throw table.failValue(row, column.getAsInt(), "must be >= 0");
        }
        return value;
    }

    private static OptionalDouble number(CsvTable table, int row, OptionalInt column) {
        boolean known =
                column.isPresent() && !table.text(row, column.getAsInt()).isEmpty();
        return known ? OptionalDouble.of(table.number(row, column.getAsInt())) : OptionalDouble.empty();
    }

    /** An id that must be there if the column is. */
    static Optional<String> id(CsvTable table, int row, OptionalInt column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(id(table, row, column.getAsInt()));
    }

    /** An id that must be there. */
    static String id(CsvTable table, int row, int column) {
        String text = table.text(row, column);
        if (text.isEmpty() || text.length() > MAX_ID || !PrintableText.isPrintable(text)) {
            throw table.failValue(row, column, "must have 1 to " + MAX_ID + " printable characters");
        }
        return text;
    }

    /** Words with blanks, semicolons, bars or commas between them, in their order. */
    static Set<String> words(CsvTable table, int row, int column) {
        String text = table.text(row, column);
        if (text.isEmpty()) {
            return Set.of();
        }
        id(table, row, column);
        Set<String> words = new LinkedHashSet<>(Arrays.asList(BETWEEN_WORDS.split(text)));
        words.remove("");
        return words;
    }

    /** Values that must not be negative, by the names of their columns; an empty field is left out. */
    static Map<String, Double> quantities(CsvTable table, int row, Map<String, OptionalInt> columns) {
        Map<String, Double> quantities = new TreeMap<>();
        columns.forEach(
                (name, column) -> notNegative(table, row, column).ifPresent(value -> quantities.put(name, value)));
        return quantities;
    }
}
