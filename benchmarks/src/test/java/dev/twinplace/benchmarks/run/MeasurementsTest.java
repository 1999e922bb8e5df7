package dev.twinplace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured, on its way through files to words. */
class MeasurementsTest {
    private static final Measurement SAMPLED = new Measurement(
            "Thing",
            "decide",
            Map.of("solver", "ddl-price", "size", "table2"),
            "sample",
            "us/op",
            20,
            0.5,
            Map.of("p50", 18.0, "p90", 25.0, "p99", 40.0, "p999", 100.0, "p9999", 200.0, "p100", 500.0),
            OptionalDouble.of(0.25),
            Map.of());

    @TempDir
    private Path folder;

    private static Measurement timed(String method, double score, double error) {
        return new Measurement(
                "Thing",
                method,
                Map.of(),
                "avgt",
                "ns/op",
                score,
                error,
                Map.of(),
                OptionalDouble.empty(),
                Map.of("amount", 7.0));
    }

    private Path file(String name, Measurement... measurements) throws IOException {
        Path own = Files.createDirectories(folder.resolve("Thing"));
        BenchmarkResult result = new BenchmarkResult(
                "Thing",
                "a command",
                "2026-11-24",
                Optional.of("abc"),
                new Environment("a CPU", 2, "an OS", "17", "a VM", List.of("-Xmx1g"), "scalar"),
                List.of(),
                List.of(MeasurementTable.of(List.of(measurements))));
        Path file = own.resolve(name);
        ResultFiles.write(result, file);
        return file;
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Measurement other = timed("other", 2.5, 1);
        Path file = file("jdk17.json", SAMPLED, other);
        assertEquals(List.of(SAMPLED, other), MeasurementTable.read(ResultFiles.readBenchmark(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, 50, 5, 0.5, 0.0707, faster",
        "100, 1, 110, 1, 1.1, 0.0149, slower",
        "100, 9, 110, 9, 1.1, 0.134, no difference seen",
        "100, NaN, 50, 5, 0.5, NaN, no difference seen"
    })
    void aRatioCarriesTheErrorsOfBothSides(
            double old, double oldError, double young, double youngError, double ratio, double error, String verdict) {
        Comparison.Pair pair = Comparison.Pair.of(timed("a", old, oldError), timed("a", young, youngError));
        assertEquals(ratio, pair.ratio().value(), 1e-12);
        assertEquals(error, pair.ratio().error(), 1e-3);
        assertEquals(verdict, pair.verdict());
    }

    @Test
    void moreThroughputIsFaster() {
        Measurement old = new Measurement(
                "Thing", "a", Map.of(), "thrpt", "ops/s", 100, 1, Map.of(), OptionalDouble.empty(), Map.of());
        Measurement young = new Measurement(
                "Thing", "a", Map.of(), "thrpt", "ops/s", 200, 1, Map.of(), OptionalDouble.empty(), Map.of());
        assertEquals("faster", Comparison.Pair.of(old, young).verdict());
    }

    @Test
    void filesAreComparedByWhatBothHave() throws IOException {
        Path old = file("old.json", timed("a", 100, 1), timed("b", 1, 0));
        Path young = file("new.json", timed("a", 50, 1), timed("c", 1, 0));
        String text = CompareResults.compare(old, young);
        assertTrue(text.contains("old: 2026-11-24, commit abc, JDK 17, a CPU\n"), text);
        assertTrue(
                text.matches("(?s).*\\| a +\\| +100 \\| +50.0 \\| ns/op \\| +0.500 \\| +0.0112 \\| faster .*"), text);
        assertTrue(text.endsWith("\n2 measurements are in one of the two only.\n"), text);
    }

    @Test
    void wordsInAReadmeAreKeptAndItsFiguresAreNot() throws IOException {
        Path readme = folder.resolve("Thing").resolve("README.md");
        file("jdk17.json", timed("first", 123, 1));
        new ResultReadme(readme.getParent()).update();
        assertTrue(Files.readString(readme).startsWith("# Thing\n"));
        Files.writeString(
                readme,
                "# Thing\n\nWords by hand.\n\n" + ResultReadme.BEGIN + "\nold figures\n" + ResultReadme.END
                        + "\n\nMore words.\n");
        file("jdk17.json", timed("first", 456, 1));
        file("jdk25.json", timed("first", 789, 1));
        new ResultReadme(readme.getParent()).update();
        String text = Files.readString(readme);
        assertTrue(text.startsWith("# Thing\n\nWords by hand.\n\n<!--"), text);
        assertTrue(text.endsWith("-->\n\nMore words.\n"), text);
        assertTrue(text.contains(" 456 |") && text.contains(" 789 |") && !text.contains("old figures"), text);
        Files.writeString(readme, "# Thing\n\nNo marks.\n");
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> new ResultReadme(readme.getParent()).update());
        assertTrue(error.getMessage().contains("README.md: must have the lines <!-- figures: begin"));
    }
}
