package dev.twinplace.reports.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFilesTest {
    private static final Table TABLE = new TableBuilder("gap", "Gap against size")
            .labels("size")
            .numbers("count", "placements")
            .interval(Columns.MEAN_GAP)
            .row("4×1", 16, 0.5, 0.25, 1.0)
            .row("40×9", 1e40, null, Double.NaN, 0)
            .build();

    private static final ExperimentResult RESULT = new ExperimentResult(
            "gap",
            "A title",
            "What is \"it\"?",
            "./twinplace experiment gap",
            false,
            "2026-11-24",
            Optional.empty(),
            new Environment("a CPU", 2, "an OS", "17", "a VM", List.of("-Xmx1g"), "scalar"),
            List.of(1L, 2L),
            93.5,
            List.of("a note"),
            Optional.of(new InstanceFile("gap.csv", 40, "0".repeat(64))),
            List.of(TABLE));

    @TempDir
    private Path folder;

    private String text() throws IOException {
        Path file = folder.resolve("gap.json");
        ResultFiles.write(RESULT, file);
        return Files.readString(file);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        String text = text();
        assertTrue(text.contains("\n        [\"4×1\",16,0.5,0.25,1.0],\n"), text);
        assertEquals(RESULT, ResultFiles.readExperiment(folder.resolve("gap.json")));
        ExperimentResult current = new ExperimentResult(
                "gap",
                "t",
                "q",
                "c",
                true,
                "2026-11-24",
                Optional.of("abc"),
                Environment.current(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                List.of());
        ResultFiles.write(current, folder.resolve("current.json"));
        assertEquals(current, ResultFiles.readExperiment(folder.resolve("current.json")));
        assertFalse(Files.readString(folder.resolve("current.json")).contains("instances"), "as in older files");
    }

    @Test
    void resultsOfBenchmarksAreAnotherFormat() {
        BenchmarkResult result = new BenchmarkResult(
                "MachineLimit",
                "c",
                "2026-11-24",
                Optional.of("abc"),
                Environment.current(),
                List.of("a note"),
                List.of(new TableBuilder("peak", "t")
                        .numbers("ratio", "share")
                        .row(0.5)
                        .build()));
        Path file = folder.resolve("jdk17.json");
        ResultFiles.write(result, file);
        assertEquals(result, ResultFiles.readBenchmark(file));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> ResultFiles.readExperiment(file));
        assertTrue(refused.getMessage().contains("format: must be \"twinplace/experiment/1\""), refused.getMessage());
    }

    @Test
    void whatIsWrittenFollowsTheSchema() throws IOException {
        Schema schema;
        try (InputStream resource = ResultFiles.class.getResourceAsStream("experiment-1.schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(resource, InputFormat.JSON);
        }
        assertEquals(List.of(), schema.validate(text(), InputFormat.JSON));
        assertEquals(
                1,
                schema.validate(text().replace("\"quick\"", "\"slow\""), InputFormat.JSON)
                                .size()
                        - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twinplace/experiment/1|twinplace/experiment/2|format: must be \"twinplace/experiment/1\"",
                "\"question\"|\"questions\"|question: must be there",
                "\"title\": \"A title\",||title: must be there, but is missing",
                "\"quick\": false,||quick: ",
                "\"quick\": false|\"quick\": \"no\"|quick: ",
                "\"seconds\": 93.5|\"seconds\": \"93.5\"|seconds: ",
                "\"cores\": 2|\"cores\": \"two\"|environment.cores: ",
                "\"id\": \"gap\",||tables[0]: id: must be there, but is missing",
                "[\"4×1\",16,0.5,0.25,1.0]|[\"4×1\", 16]|tables[0]: rows[0]: must have 5 cells",
                "[\"4×1\",16,0.5,0.25,1.0]|[\"4×1\", 16, 0.5, 0.25, {}]|tables[0]: rows[0]: must be numbers",
                "\"a note\"|[]|notes[0]: ",
                "\"file\": \"gap.csv\",||instances: file: must be there, but is missing",
                "\"commit\": null,|\"commit\": null, \"commit\": null,|line ",
            })
    void damageIsNamed(String part, String replacement, String complaint) throws IOException {
        String text = text();
        assertTrue(text.contains(part), text);
        Path file = folder.resolve("damaged.json");
        Files.writeString(file, text.replace(part, replacement == null ? "" : replacement));
        String message = assertThrows(InvalidInputException.class, () -> ResultFiles.readExperiment(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": " + complaint), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void cutFilesAreNamed() throws IOException {
        String text = text();
        Path file = folder.resolve("cut.json");
        for (int length = 0; length < text.length() - 2; length += 7) {
            Files.writeString(file, text.substring(0, length));
            String message = assertThrows(InvalidInputException.class, () -> ResultFiles.readExperiment(file))
                    .getMessage();
            assertTrue(message.startsWith(file + ": "), message);
        }
        Files.delete(file);
        assertThrows(InvalidInputException.class, () -> ResultFiles.readExperiment(file));
    }

    @Test
    void columnsAreFoundByName() {
        assertEquals(2, RESULT.table("gap").indexOf("meanGap"));
        assertThrows(IllegalArgumentException.class, () -> TABLE.indexOf("gap"));
        assertThrows(IllegalArgumentException.class, () -> RESULT.table("cost"));
    }
}
