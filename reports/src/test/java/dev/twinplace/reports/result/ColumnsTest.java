package dev.twinplace.reports.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Path COMMITTED = Path.of("results");

    private static Set<Column> shared() throws IllegalAccessException {
        Set<Column> columns = new LinkedHashSet<>();
        for (var field : Columns.class.getFields()) {
            Column column = (Column) field.get(null);
            columns.addAll(List.of(column, column.low(), column.high()));
        }
        return columns;
    }

    /** Names and units in published files do not change. */
    @Test
    void committedResultsHaveTheseColumns() throws IOException, IllegalAccessException {
        Set<Column> shared = shared();
        Set<String> others = new TreeSet<>();
        int tables = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(COMMITTED, "*.json")) {
            for (Path file : files) {
                for (Table table : ResultFiles.readExperiment(file).tables()) {
                    tables++;
                    table.columns().stream()
                            .filter(column -> !shared.contains(column))
                            .forEach(column -> others.add(column.toString()));
                }
            }
        }
        assertEquals(Set.of(), others);
        assertTrue(tables > 10, "tables: " + tables);
    }

    @Test
    void numbersAreShownWithTheirUnit() {
        assertEquals("4.23\u00a0%", Columns.MEAN_GAP.shown(0.0423));
        assertEquals("1.5\u00a0ms", Columns.MEDIAN_MICROS.shown(1500));
        assertEquals("2\u00a0MB", Columns.WORKLOAD.shown(2));
        assertEquals("7", Columns.MOVES.shown(7));
        assertEquals("–", Columns.MEAN_COST.shown(Double.NaN));
    }

    @Test
    void theEndsOfAnIntervalAreColumnsToo() {
        assertEquals(new Column("meanGapLow", Columns.MEAN_GAP.unit()), Columns.MEAN_GAP.low());
        assertEquals(new Column("meanGapHigh", Columns.MEAN_GAP.unit()), Columns.MEAN_GAP.high());
    }
}
