package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path directory;

    private Run report(Path results) {
        return Run.of(
                "report",
                "--results",
                results.toString(),
                "--benchmarks",
                directory.resolve("none").toString(),
                "--figures",
                directory.resolve("figures").toString(),
                "--output",
                directory.resolve("report.html").toString());
    }

    @Test
    void saysWhatIsMissingAndWritesThePage() throws IOException {
        Run run = report(directory.resolve("none"));
        assertEquals(ExitStatus.OK, run.status(), run::err);
        assertTrue(run.err().contains("twinplace: gap: missing: "), run::err);
        assertTrue(run.err().contains("run ./twinplace experiment gap"), run::err);
        assertTrue(run.out().contains("report.html: 0 of "), run::out);
        assertTrue(Files.readString(directory.resolve("report.html")).contains("not measured"));
        assertTrue(Files.isDirectory(directory.resolve("figures")));
    }

    @Test
    void drawsWhatAnExperimentWrote() throws IOException {
        Path results = directory.resolve("results");
        assertEquals(
                ExitStatus.OK,
                Run.of("experiment", "sensitivity", "--quick", "--output", results.toString())
                        .status());
        Run run = report(results);
        assertEquals(ExitStatus.OK, run.status(), run::err);
        assertTrue(run.err().contains("sensitivity: short form"), run::err);
        assertTrue(Files.readString(directory.resolve("report.html")).contains("data-chart=\"sensitivity-gap-gamma\""));
    }

    @Test
    void aFileInPlaceOfADirectoryIsAMistake() throws IOException {
        Run run = report(Files.writeString(directory.resolve("file"), ""));
        assertEquals(ExitStatus.BAD_INPUT, run.status());
        assertTrue(run.err().contains("must be a directory, but is not"), run::err);
    }
}
