package dev.twinplace.io;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.Site;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads sites: any CSV file with one column for latitude and one for longitude. The ids are in the column {@code id} or {@code
 * site_id}, of which there may be one, else {@code site-1} and so on. Clocks, capacities and labels, words with blanks between
 * them, are read from columns that are named; an empty field means that it is not known, or that there is no limit.
 */
public final class SiteCsvReader {
    private static final List<String> ID_COLUMNS = List.of("id", "site_id");

    private SiteCsvReader() {}

    /**
     * The sites in the order of the file.
     *
     * @throws InvalidInputException if the file cannot be read or is not such a table
     */
    public static List<Site> read(Path file) {
        return read(file, SurveyColumns.USUAL, BadRows.refused());
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<Site> read(String source, InputStream bytes) {
        return read(source, bytes, SurveyColumns.USUAL, BadRows.refused());
    }

    /** As {@link #read(Path)}, with columns of other names, and more of them. */
    public static List<Site> read(Path file, SurveyColumns names, BadRows bad) {
        return sites(CsvTable.read(file, bad), names, bad);
    }

    /** As {@link #read(Path, SurveyColumns, BadRows)}, from a stream that the caller closes. */
    public static List<Site> read(String source, InputStream bytes, SurveyColumns names, BadRows bad) {
        return sites(CsvTable.read(source, bytes, bad), names, bad);
    }

    private static List<Site> sites(CsvTable table, SurveyColumns names, BadRows bad) {
        PlaceColumns columns = new PlaceColumns(table, "site", ID_COLUMNS, names);
        OptionalInt clock = names.named(table, "clockGHz");
        OptionalInt capacity = names.named(table, "capacityMB");
        OptionalInt labels = names.named(table, "labels");
        Map<String, OptionalInt> quantities = names.quantities(table, SurveyColumns.CAPACITY);
        return table.read(bad, row -> {
            GeoPoint place = columns.place(row);
            OptionalDouble clockGHz = Values.positive(table, row, clock);
            OptionalDouble capacityMB = Values.notNegative(table, row, capacity);
            Set<String> words = labels.isEmpty() ? Set.of() : Values.words(table, row, labels.getAsInt());
            Map<String, Double> capacities = Values.quantities(table, row, quantities);
            return new Site(columns.id(row), place, clockGHz, capacityMB, words, capacities);
        });
    }
}
