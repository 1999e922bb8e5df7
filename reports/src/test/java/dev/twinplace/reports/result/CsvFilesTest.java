package dev.twinplace.reports.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {
    private static final Table TABLE = new TableBuilder("gap", "")
            .columns(Columns.POLICY, Columns.SEED, Columns.COST)
            .row("ddl-paper, told of \"no change\"", 7, 1.25)
            .row("edges × 1.5", -1L << 62, 1e-9)
            .row("none", 0, Double.POSITIVE_INFINITY)
            .build();

    @TempDir
    private Path folder;

    @Test
    void theFileFollowsTheStandard() throws IOException {
        Path file = folder.resolve("gap.csv");
        InstanceFile named = CsvFiles.write(TABLE, file);
        String text = "policy,seed,cost\r\n"
                + "\"ddl-paper, told of \"\"no change\"\"\",7,1.25\r\n"
                + "edges × 1.5,-4611686018427387904,1.0E-9\r\n"
                + "none,0,\r\n";
        assertEquals(text, Files.readString(file));
        assertEquals(new InstanceFile("gap.csv", 3, Sha256.of(file)), named);
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothing() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("gap.csv"));
        assertThrows(InvalidInputException.class, () -> CsvFiles.write(TABLE, directory));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(directory), files.toList());
        }
    }
}
