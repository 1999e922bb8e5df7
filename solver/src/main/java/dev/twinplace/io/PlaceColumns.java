package dev.twinplace.io;

import dev.twinplace.geo.GeoPoint;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds in a table the columns that say what a row is called and where it is. */
final class PlaceColumns {
    private final CsvTable table;
    private final String kind;
    private final OptionalInt id;
    private final int latitude;
    private final int longitude;
    private final Set<String> ids = new HashSet<>();

    /**
     * Finds the columns.
     *
     * @param kind {@code site} or {@code device}, for the ids of rows that have none: {@code site-1}
     * @param idColumns what a column of ids may be called
     * @param names that differ from the usual ones
     * @throws InvalidInputException if there are no coordinates, or two columns for one of them or for ids
     */
    PlaceColumns(CsvTable table, String kind, List<String> idColumns, SurveyColumns names) {
        this.table = table;
        this.kind = kind;
        id = names.has(kind + "Id") ? names.named(table, kind + "Id") : table.findColumn(idColumns);
        latitude = names.required(table, kind + "Latitude", List.of("latitude", "lat"));
        longitude = names.required(table, kind + "Longitude", List.of("longitude", "lon", "lng", "long"));
    }

    /**
     * The row's id, or its number if the table has no column of ids; to be asked once per row.
     *
     * @throws InvalidInputException if the scenario would not take it, or another row has the same
     */
    String id(int row) {
        if (id.isEmpty()) {
            return kind + "-" + (row + 1);
        }
        String text = Values.id(table, row, id.getAsInt());
        if (!ids.add(text)) {
            throw table.failValue(row, id.getAsInt(), "must be unique");
        }
        return text;
    }

    /**
     * Where the row is.
     *
     * @throws InvalidInputException if that is not on Earth
     */
    GeoPoint place(int row) {
        return new GeoPoint(
                within(row, latitude, GeoPoint.MAX_LATITUDE), within(row, longitude, GeoPoint.MAX_LONGITUDE));
    }

    private double within(int row, int column, int limit) {
        double degrees = table.number(row, column);
        if (Math.abs(degrees) > limit) {
            throw table.failValue(row, column, "must be in [-" + limit + ", " + limit + "]");
        }
        return degrees;
    }
}
