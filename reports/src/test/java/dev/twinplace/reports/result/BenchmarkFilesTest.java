package dev.twinplace.reports.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFilesTest {
    private static final String HEAD = """
            {"format": "twinplace/benchmark/1", "benchmark": "B", "command": "c", "date": "2026-01-01", "commit": "abc",
             "environment": {"cpu": "p", "cores": 2, "os": "o", "jdk": "17", "vm": "v", "flags": [], "kernels": "scalar"},
            """;
    private static final String JMH = """
             "results": [{"benchmark": "a.B.run", "mode": "%s", "params": {"size": "big"},
               "primaryMetric": {"score": 2.5, "scoreError": "NaN", "scoreUnit": "%s",
                                 "scorePercentiles": {"50.0": 2.0, "99.9": 4.0}},
               "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 16.0}}}]}
            """;

    @TempDir
    private Path directory;

    private BenchmarkResult read(String text) {
        try {
            return BenchmarkFiles.read(Files.writeString(directory.resolve("jdk25.json"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void samplesAreTimesInMicrosecondsWithPercentiles() {
        BenchmarkResult result = read(HEAD + JMH.formatted("sample", "ms/op"));
        Row row = Rows.of(result.tables().get(0)).first();
        assertEquals("jdk25", result.variant());
        assertEquals("run", row.text("method"));
        assertEquals("big", row.text("size"));
        assertEquals(2500, row.number("time"));
        assertEquals(4000, row.number("p99.9"));
        assertEquals(16, row.number("allocated"));
        assertTrue(Double.isNaN(row.number("timeError")));
    }

    @Test
    void throughputKeepsItsUnitAndHasNoPercentiles() {
        Row row = Rows.of(read(HEAD + JMH.formatted("thrpt", "ops/s")).tables().get(0))
                .first();
        assertEquals(2.5, row.number("score"));
        assertEquals("ops/s", row.text("unit"));
        assertThrows(MissingFigureException.class, () -> row.number("p50"));
    }

    @Test
    void tablesAreReadAsTheyAre() {
        BenchmarkResult result = read(
                HEAD
                        + "\"tables\": [{\"id\": \"t\", \"title\": \"T\", \"columns\": [{\"name\": \"x\", \"unit\": \"s\"}], \"rows\": [[1]]}]}");
        assertEquals(1, Rows.of(result.tables().get(0)).first().number("x"));
    }

    @Test
    void complaintsNameTheField() {
        complains("results", HEAD + "\"results\": []}");
        complains("scoreUnit", HEAD + JMH.formatted("sample", "ms/op").replace("scoreUnit", "unit"));
        complains("command: must be text", (HEAD + JMH).replace("\"command\": \"c\"", "\"command\": 3"));
        complains("environment.cores", (HEAD + JMH).replace("\"cores\": 2", "\"cores\": \"two\""));
        complains("format", (HEAD + JMH).replace("benchmark/1", "benchmark/2"));
    }

    private void complains(String part, String text) {
        InvalidInputException failure = assertThrows(InvalidInputException.class, () -> read(text));
        assertTrue(failure.getMessage().contains(part), failure::getMessage);
        assertTrue(failure.getMessage().contains("jdk25.json"), failure::getMessage);
    }
}
