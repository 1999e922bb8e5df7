package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code solve} prints about several files, and when. */
class SolveOutputTest {
    @TempDir
    private Path folder;

    private String first;
    private String second;
    private String absent;
    private String infeasible;

    @BeforeEach
    void writeFiles() throws Exception {
        first = generate("first, of two.json", 1);
        second = generate("second.json", 2);
        absent = folder.resolve("absent.json").toString();
        String scenario = Files.readString(Path.of(first));
        infeasible = Files.writeString(
                        folder.resolve("infeasible.json"),
                        scenario.replaceAll(",\\s*\\{\"id\": \"cloud\"[^}]*\\}", "")
                                .replaceAll("\"capacityMB\": [0-9.]+", "\"capacityMB\": 1.0"))
                .toString();
    }

    private String generate(String name, int seed) {
        String file = folder.resolve(name).toString();
        Run run = Run.of(
                "generate",
                "--profile",
                "table2",
                "--coupling",
                "capacity",
                "--twins",
                "5",
                "--seed",
                "" + seed,
                "--output",
                file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    @Test
    void csvHasAHeaderAndARowForEveryTwin() {
        Run run = Run.of("solve", first, absent, infeasible, second, "--solver", "branch-and-bound", "--format", "csv");
        assertEquals(2, run.status(), run.err());
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            rows = reader.stream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertEquals(5 + 1 + 1 + 5, rows.size(), run.out());
        assertEquals(first, rows.get(0).getField("file"));
        assertEquals("twin-1", rows.get(0).getField("twin"));
        double total = Double.parseDouble(rows.get(0).getField("cost"));
        double sum = rows.subList(0, 5).stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("twinCost")))
                .sum();
        assertEquals(total, sum, 1e-9 * total);
        assertEquals("0.0", rows.get(0).getField("gap"));
        assertEquals(absent, rows.get(5).getField("file"));
        assertTrue(rows.get(5).getField("error").contains("no such file"), run.out());
        assertEquals("INFEASIBLE", rows.get(6).getField("status"));
        assertEquals("", rows.get(6).getField("twin") + rows.get(6).getField("cost"));
        assertEquals(second, rows.get(7).getField("file"));
    }

    @Test
    void aTableOfSeveralFilesEndsWithASummary() {
        Run run = Run.of("solve", first, absent, infeasible, second, "--solver", "branch-and-bound");
        assertEquals(2, run.status(), run.err());
        List<String> lines = run.out().lines().toList();
        List<String> summary = lines.subList(lines.size() - 3, lines.size());
        assertEquals("problems     4: 2 answered (2 optimal), 1 infeasible, 0 unknown, 1 failed", summary.get(0));
        assertEquals("gap          mean 0.000 %, worst 0.000 %", summary.get(1));
        assertTrue(summary.get(2).startsWith("time         "), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
    }

    @Test
    void theSummaryTellsMeanAndWorstGap() {
        Run run = Run.of("solve", first, second, "--solver", "cloud-only");
        List<Double> gaps = percentages(run.out(), "gap +([0-9.]+) %");
        assertEquals(2, gaps.size(), run.out());
        assertTrue(gaps.get(0) > 0 || gaps.get(1) > 0, "or nothing was tested");
        double mean = (gaps.get(0) + gaps.get(1)) / 2;
        assertEquals(
                mean, percentages(run.out(), "gap +mean ([0-9.]+) %, worst .*").get(0), 0.0011);
        double worst = Math.max(gaps.get(0), gaps.get(1));
        assertEquals(
                worst, percentages(run.out(), "gap +mean .*, worst ([0-9.]+) %").get(0), 0.0011);
    }

    private static List<Double> percentages(String out, String form) {
        return out.lines()
                .filter(line -> line.matches(form))
                .map(line -> Double.valueOf(line.replaceFirst(form, "$1")))
                .toList();
    }

    @Test
    void oneFileHasNoSummary() {
        assertFalse(Run.of("solve", first, "--solver", "greedy").out().contains("problems "));
    }

    /** When the second file is complained about, the first answer has been flushed. */
    @Test
    void everyAnswerIsPrintedAsSoonAsItIsThere() {
        for (String format : List.of("table", "json", "csv")) {
            StringWriter out = new StringWriter();
            List<String> seen = new ArrayList<>();
            PrintWriter buffered = new PrintWriter(new BufferedWriter(out, 1 << 20));
            PrintWriter err = new PrintWriter(new Writer() {
                @Override
                public void write(char[] text, int from, int length) {
                    if (new String(text, from, length).contains("absent.json")) {
                        seen.add(out.toString());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            });
            Twinplace.run(buffered, err, "solve", first, absent, second, "--solver", "greedy", "--format", format);
            assertEquals(1, seen.size(), format);
            assertTrue(seen.get(0).contains("twin-5"), format + ": " + seen);
            assertTrue(out.toString().length() > seen.get(0).length(), format);
        }
    }

    @Test
    void aClosedStandardOutputEndsTheRun() {
        PrintWriter closed = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("closed");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        StringWriter err = new StringWriter();
        int status = Twinplace.run(closed, new PrintWriter(err), "solve", first, absent, "--solver", "greedy");
        assertEquals(2, status);
        assertEquals(
                "twinplace: standard output: could not be written",
                err.toString().strip(),
                "absent is not read");
    }
}
