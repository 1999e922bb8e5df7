package dev.twinplace.io;

import dev.twinplace.geo.Site;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads sites: any CSV file with one column for latitude and one for longitude. The ids are in the column {@code id} or {@code
 * site_id}, of which there may be one, else {@code site-1} and so on.
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
        return sites(CsvTable.read(file));
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<Site> read(String source, InputStream bytes) {
        return sites(CsvTable.read(source, bytes));
    }

    private static List<Site> sites(CsvTable table) {
        PlaceColumns columns = new PlaceColumns(table, "site", ID_COLUMNS);
        List<Site> sites = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            sites.add(new Site(columns.id(row), columns.place(row)));
        }
        return sites;
    }
}
