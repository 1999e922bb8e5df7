package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private String scenario() {
        String file = folder.resolve("s.json").toString();
        Run run = Run.of("generate", "--profile", "table2", "--coupling", "contention", "--output", file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"lp, Minimize, End, \\", "mps, ROWS, ENDATA, *"})
    void writesAProgramWithItsLegend(String format, String begin, String end, String comment) throws IOException {
        Path output = folder.resolve("s." + format);
        Run run = Run.of("export", scenario(), "--format", format, "--output", output.toString());
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.out());
        String text = Files.readString(output);
        assertTrue(text.startsWith(comment + " table2-1: 15 twins"), text);
        assertTrue(text.contains(comment + " twin 14: twin-15\n"), text);
        assertTrue(text.contains("\n" + begin + "\n") && text.endsWith("\n" + end + "\n"), text);
        assertTrue(text.contains("x_14_3"), "the cloud too");
    }

    @Test
    void writesToStandardOutputWhatItWritesToAFile() throws IOException {
        Path output = folder.resolve("s.lp");
        String scenario = scenario();
        Run.of("export", scenario, "--format", "lp", "--output", output.toString());
        assertEquals(
                Files.readString(output),
                Run.of("export", scenario, "--format", "lp").out());
    }

    @Test
    void exportsOrLibraryFilesInBothSenses() throws IOException {
        Path file = Files.writeString(folder.resolve("gap"), "1 2\n 3 4\n 5 6\n 11\n");
        Run min = Run.of("export", file.toString(), "--input", "orlib-gap", "--format", "lp");
        assertTrue(min.out().contains(" cost: + 3.0 x_0_0 + 4.0 x_1_0\n"), min.out());
        assertTrue(min.out().contains(" capacity_0: + 5.0 x_0_0 + 6.0 x_1_0 <= 11.0\n"), min.out());
        Run max = Run.of("export", file.toString(), "--input", "orlib-gap", "--sense", "max", "--format", "lp");
        assertTrue(max.out().contains(" cost: - 3.0 x_0_0 - 4.0 x_1_0\n"), max.out());
    }

    @Test
    void aCardIsOfAModelAlone() throws IOException {
        Run scenario = Run.of("export", scenario(), "--format", "card");
        assertEquals(2, scenario.status());
        assertEquals(1, scenario.err().lines().count(), scenario.err());
        Run sense = Run.of("export", "model", "--format", "card", "--sense", "max");
        assertEquals(2, sense.status());
        assertTrue(sense.err().contains("--sense: must not be given for card, for FILE is a model"), sense.err());
    }

    @Test
    void badInputIsOneLineAndStatus2() {
        Run missing = Run.of("export", folder.resolve("none.json").toString(), "--format", "lp");
        assertEquals(2, missing.status());
        assertEquals(1, missing.err().lines().count(), missing.err());
        assertEquals(2, Run.of("export", scenario(), "--format", "xml").status());
        assertEquals(2, Run.of("export", scenario()).status());
        Run nowhere = Run.of(
                "export",
                scenario(),
                "--format",
                "lp",
                "--output",
                folder.resolve("no/x.lp").toString());
        assertEquals(2, nowhere.status());
        assertEquals(1, nowhere.err().lines().count(), nowhere.err());
    }
}
