package dev.twinplace.io;

import dev.twinplace.model.MeasuredTransmission;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads measured latencies: a CSV file with the columns {@code device}, {@code server} and {@code seconds}. */
public final class LatencyCsvReader {
    private LatencyCsvReader() {}

    /**
     * The latencies in the order of the file.
     *
     * @param devices known ids
     * @param servers known ids
     * @throws InvalidInputException if the file cannot be read, is not such a table, or names what is not known
     */
    public static List<MeasuredTransmission> read(Path file, Set<String> devices, Set<String> servers, BadRows bad) {
        return read(CsvTable.read(file, bad), devices, servers, bad);
    }

    /** As above, from a stream that the caller closes. */
    public static List<MeasuredTransmission> read(
            String source, InputStream bytes, Set<String> devices, Set<String> servers, BadRows bad) {
        return read(CsvTable.read(source, bytes, bad), devices, servers, bad);
    }

    private static List<MeasuredTransmission> read(
            CsvTable table, Set<String> devices, Set<String> servers, BadRows bad) {
        int device = table.column(List.of("device"));
        int server = table.column(List.of("server"));
        int seconds = table.column(List.of("seconds"));
        Set<List<String>> seen = new HashSet<>();
        return table.read(bad, row -> {
            String from = known(table, row, device, devices, "a device");
            String to = known(table, row, server, servers, "a server");
            double value = table.number(row, seconds);
            if (value < 0) {
                throw table.failValue(row, seconds, "must be >= 0");
            }
            if (!seen.add(List.of(from, to))) {
                throw table.failValue(row, device, "must have one latency to " + to);
            }
            return new MeasuredTransmission(from, to, value);
        });
    }

    private static String known(CsvTable table, int row, int column, Set<String> ids, String what) {
        String id = table.text(row, column);
        if (!ids.contains(id)) {
            throw table.failValue(row, column, "must be the id of " + what);
        }
        return id;
    }
}
