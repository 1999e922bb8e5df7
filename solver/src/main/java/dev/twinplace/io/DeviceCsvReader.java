package dev.twinplace.io;

import dev.twinplace.geo.SurveyedDevice;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Reads devices: any CSV file with one column for latitude and one for longitude. The ids are in the column {@code id}, {@code
 * device_id}, {@code sensor_id} or {@code user_id}, of which there may be one, else {@code device-1} and so on.
 *
 * <p>A device finds its count by name: by its value in whichever of its columns has most values in common with the sensors
 * that were counted. Names must be equal, white space around them apart; a device that is not there by name has no count.
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
        return devices(CsvTable.read(file), row -> OptionalDouble.empty());
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<SurveyedDevice> read(String source, InputStream bytes) {
        return devices(CsvTable.read(source, bytes), row -> OptionalDouble.empty());
    }

    /**
     * The devices with what they counted.
     *
     * @throws InvalidInputException if the file cannot be read, is not such a table, or none of its devices is counted
     */
    public static List<SurveyedDevice> read(Path file, Counts counts) {
        return countedDevices(CsvTable.read(file), counts);
    }

    /**
     * As {@link #read(Path, Counts)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<SurveyedDevice> read(String source, InputStream bytes, Counts counts) {
        return countedDevices(CsvTable.read(source, bytes), counts);
    }

    private static List<SurveyedDevice> countedDevices(CsvTable table, Counts counts) {
        int name = columnNamingMost(table, counts);
        return devices(table, row -> counts.of(table.text(row, name)));
    }

    private static List<SurveyedDevice> devices(CsvTable table, IntFunction<OptionalDouble> count) {
        PlaceColumns columns = new PlaceColumns(table, "device", ID_COLUMNS);
        List<SurveyedDevice> devices = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            devices.add(new SurveyedDevice(columns.id(row), columns.place(row), count.apply(row)));
        }
        return devices;
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
