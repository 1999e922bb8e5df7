package dev.twinplace.io;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.SurveyedDevice;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads devices: any CSV file with one column for latitude and one for longitude. The ids are in the column {@code id}, {@code
 * device_id}, {@code sensor_id} or {@code user_id}, of which there may be one, else {@code device-1} and so on.
 *
 * <p>A device finds its count by name: by its value in whichever of its columns has most values in common with the sensors
 * that were counted. Names must be equal, white space around them apart; a device that is not there by name has no count.
 *
 * <p>Workloads, bandwidths, demands and twins are read from columns that are named; an empty field means that the value is not
 * known.
 */
public final class DeviceCsvReader {
    private static final List<String> ID_COLUMNS = List.of("id", "device_id", "sensor_id", "user_id");

    private DeviceCsvReader() {}

    /**
     * The devices in the order of the file, without counts.
     *
     * @throws InvalidInputException if the file cannot be read or is not such a table
     */
    public static List<SurveyedDevice> read(Path file) {
        return read(file, Optional.empty(), SurveyColumns.USUAL, BadRows.refused());
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<SurveyedDevice> read(String source, InputStream bytes) {
        return read(source, bytes, Optional.empty(), SurveyColumns.USUAL, BadRows.refused());
    }

    /**
     * The devices with what they counted.
     *
     * @throws InvalidInputException if the file cannot be read, is not such a table, or none of its devices is counted
     */
    public static List<SurveyedDevice> read(Path file, Counts counts) {
        return read(file, Optional.of(counts), SurveyColumns.USUAL, BadRows.refused());
    }

    /**
     * As {@link #read(Path, Counts)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<SurveyedDevice> read(String source, InputStream bytes, Counts counts) {
        return read(source, bytes, Optional.of(counts), SurveyColumns.USUAL, BadRows.refused());
    }

    /**
     * As {@link #read(Path)}, with columns of other names, and more of them.
     *
     * @param counts what devices counted, if known
     */
    public static List<SurveyedDevice> read(Path file, Optional<Counts> counts, SurveyColumns names, BadRows bad) {
        return devices(CsvTable.read(file, bad), counts, names, bad);
    }

    /** As {@link #read(Path, Optional, SurveyColumns, BadRows)}, from a stream that the caller closes. */
    public static List<SurveyedDevice> read(
            String source, InputStream bytes, Optional<Counts> counts, SurveyColumns names, BadRows bad) {
        return devices(CsvTable.read(source, bytes, bad), counts, names, bad);
    }

    private static List<SurveyedDevice> devices(
            CsvTable table, Optional<Counts> counts, SurveyColumns names, BadRows bad) {
        PlaceColumns columns = new PlaceColumns(table, "device", ID_COLUMNS, names);
        OptionalInt counted =
                counts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(columnNamingMost(table, counts.get()));
        OptionalInt workload = names.named(table, "workloadMB");
        OptionalInt bandwidth = names.named(table, "bandwidthMbps");
        OptionalInt demand = names.named(table, "demandMB");
        OptionalInt twin = names.named(table, "twin");
        Map<String, OptionalInt> quantities = names.quantities(table, SurveyColumns.DEMAND);
        return table.read(bad, row -> {
            GeoPoint place = columns.place(row);
            OptionalDouble count = counted.isEmpty()
                    ? OptionalDouble.empty()
                    : counts.orElseThrow().of(table.text(row, counted.getAsInt()));
            OptionalDouble workloadMB = Values.positive(table, row, workload);
            OptionalDouble bandwidthMbps = Values.positive(table, row, bandwidth);
            OptionalDouble demandMB = Values.notNegative(table, row, demand);
            Map<String, Double> demands = Values.quantities(table, row, quantities);
            Optional<String> twinId = Values.id(table, row, twin);
            return new SurveyedDevice(
                    columns.id(row), place, count, workloadMB, bandwidthMbps, demandMB, demands, twinId);
        });
    }

    /** The first of the best. */
    private static int columnNamingMost(CsvTable table, Counts counts) {
        int best = -1;
        int most = 0;
        for (int column = 0; column < table.header().size(); column++) {
            int named = 0;
            for (int row = 0; row < table.rows(); row++) {
                named += counts.has(table.text(row, column)) ? 1 : 0;
            }
            if (named > most) {
                best = column;
                most = named;
            }
        }
        if (best < 0) {
            throw new InvalidInputException(
                    table.source(),
                    "must have a column with names of sensors in " + counts.source() + ", but has "
                            + String.join(", ", table.header()));
        }
        return best;
    }
}
