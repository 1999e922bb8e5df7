package dev.twinplace.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Reads hourly counts: a CSV file with columns {@code Date} and {@code Hour} (0 to 23), and one for every sensor.
 *
 * <p>A date with slashes has its day first, as in 15/3/2017; any other is ISO, as in 2017-03-15. An empty field or −1 means
 * that there is no count. Every row must be valid, not only the one that is asked for.
 */
public final class CountsCsvReader {
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LAST_HOUR = 23;
    private static final double NO_COUNT = -1;

    private final CsvTable table;
    private final int date;
    private final int hour;

    private CountsCsvReader(CsvTable table) {
        this.table = table;
        date = table.column(List.of("date"));
        hour = table.column(List.of("hour"));
    }

    /**
     * The counts of one hour.
     *
     * @param at on the full hour
     * @throws InvalidInputException if the file cannot be read, is not such a table, or has the hour not once
     */
    public static Counts read(Path file, LocalDateTime at) {
        return new CountsCsvReader(CsvTable.read(file)).counts(at);
    }

    /**
     * As {@link #read(Path, LocalDateTime)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static Counts read(String source, InputStream bytes, LocalDateTime at) {
        return new CountsCsvReader(CsvTable.read(source, bytes)).counts(at);
    }

    /**
     * The counts of all hours in the file, in the order of time.
     *
     * @throws InvalidInputException if the file cannot be read, is not such a table, or has an hour twice
     */
    public static SortedMap<LocalDateTime, Counts> readAll(Path file) {
        CountsCsvReader reader = new CountsCsvReader(CsvTable.read(file));
        return reader.hours(any -> true);
    }

    private Counts counts(LocalDateTime at) {
        SortedMap<LocalDateTime, Counts> hours = hours(at::equals);
        if (hours.isEmpty()) {
            List<LocalDateTime> times =
                    IntStream.range(0, table.rows()).mapToObj(this::timeOf).toList();
            LocalDateTime first = times.stream().min(Comparator.naturalOrder()).orElse(LocalDateTime.MAX);
            LocalDateTime last = times.stream().max(Comparator.naturalOrder()).orElse(LocalDateTime.MIN);
            throw new InvalidInputException(
                    table.source(),
                    "must have a row for " + HOUR.format(at) + ", but has " + HOUR.format(first) + " to "
                            + HOUR.format(last));
        }
        return hours.get(at);
    }

    /** Checks every row, and keeps those of the wanted hours. */
    private SortedMap<LocalDateTime, Counts> hours(Predicate<LocalDateTime> wanted) {
        checkNames();
        SortedMap<LocalDateTime, Counts> hours = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            LocalDateTime time = timeOf(row);
            Counts counts = countsIn(row);
            if (wanted.test(time) && hours.put(time, counts) != null) {
                throw table.failRow(row, HOUR.format(time) + ": must be one row, but is two");
            }
        }
        return hours;
    }

    private void checkNames() {
        int blank = table.header().indexOf("");
        if (blank >= 0) {
            throw table.failHeader("column " + (blank + 1) + ": must have a name, but was blank");
        }
        if (table.header().size() < 3) {
            throw table.failHeader("must have a column for a sensor, but has " + String.join(", ", table.header()));
        }
    }

    private Counts countsIn(int row) {
        Map<String, OptionalDouble> counts = new HashMap<>();
        for (int column = 0; column < table.header().size(); column++) {
            if (column != date && column != hour) {
                counts.put(table.header().get(column), count(row, column));
            }
        }
        return new Counts(table.source(), counts);
    }

    private OptionalDouble count(int row, int column) {
        if (table.text(row, column).isEmpty()) {
            return OptionalDouble.empty();
        }
        double count = table.number(row, column);
        if (count == NO_COUNT) {
            return OptionalDouble.empty();
        }
        if (count < 0) {
            throw table.failValue(row, column, "must be >= 0, or -1 or empty for no count");
        }
        return OptionalDouble.of(count);
    }

    private LocalDateTime timeOf(int row) {
        double ofDay = table.number(row, hour);
        if (ofDay != Math.rint(ofDay) || ofDay < 0 || ofDay > LAST_HOUR) {
            throw table.failValue(row, hour, "must be an hour from 0 to " + LAST_HOUR);
        }
        return dateOf(row).atTime((int) ofDay, 0);
    }

    private LocalDate dateOf(int row) {
        String text = table.text(row, date);
        try {
            return text.contains("/") ? LocalDate.parse(text, DAY_FIRST) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw table.failValue(row, date, "must be a date like 2017-03-15 or 15/3/2017");
        }
    }
}
