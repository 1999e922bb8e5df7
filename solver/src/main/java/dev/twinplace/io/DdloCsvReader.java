package dev.twinplace.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the published data of DDLO (Huang et al., "Distributed deep learning-based offloading for mobile edge computing
 * networks", 2018) as CSV: columns {@code d11_MB} to {@code d33_MB} for the tasks of three users, and {@code q_opt} for the
 * optimal cost. Others, such as one of the optimal decisions, are left alone.
 */
public final class DdloCsvReader {
    private final CsvTable table;
    private final List<Integer> tasks = new ArrayList<>();
    private final int optimum;

    private DdloCsvReader(CsvTable table) {
        this.table = table;
        for (int user = 1; user <= DdloRow.USERS; user++) {
            for (int task = 1; task <= DdloRow.TASKS_PER_USER; task++) {
                tasks.add(table.column(List.of("d" + user + task + "_mb")));
            }
        }
        optimum = table.column(List.of("q_opt"));
    }

    /**
     * The rows in the order of the file.
     *
     * @throws InvalidInputException if the file cannot be read or is not such a table
     */
    public static List<DdloRow> read(Path file) {
        return new DdloCsvReader(CsvTable.read(file)).rows();
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param source what to call it in messages
     */
    public static List<DdloRow> read(String source, InputStream bytes) {
        return new DdloCsvReader(CsvTable.read(source, bytes)).rows();
    }

    private List<DdloRow> rows() {
        List<DdloRow> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Double> sizes = new ArrayList<>();
            for (int column : tasks) {
                sizes.add(positive(row, column));
            }
            rows.add(new DdloRow(sizes, positive(row, optimum)));
        }
        return rows;
    }

    private double positive(int row, int column) {
        double value = table.number(row, column);
        if (value <= 0) {
            throw table.failValue(row, column, "must be > 0");
        }
        return value;
    }
}
