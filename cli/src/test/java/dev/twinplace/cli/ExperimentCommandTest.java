package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandTest {
    @TempDir
    private Path folder;

    private Run run(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "experiment";
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[more.length + 1] = "--output";
        arguments[more.length + 2] = folder.resolve("new/results").toString();
        return Run.of(arguments);
    }

    @Test
    void resultsAreWrittenAndNotAgainWithResume() throws IOException {
        Run first = run("portability", "sensitivity", "--quick", "--threads", "1");
        assertEquals(0, first.status(), first.err());
        assertEquals(2, first.out().lines().count(), first.out());
        Path file = folder.resolve("new/results/portability.json");
        String text = Files.readString(file);
        assertTrue(text.contains("\"command\": \"./twinplace experiment portability --quick\""), text);
        Run resumed = run("portability", "--quick", "--resume");
        assertEquals("portability: done before", resumed.out().strip());
        assertEquals(text, Files.readString(file));
        Run again = run("portability", "--quick");
        assertEquals(0, again.status(), again.err());
        assertNotEquals(text, Files.readString(file), "seconds differ");
    }

    @Test
    void badInputIsOneLineAndStatus2() throws IOException {
        Run unknown = run("gaps");
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("experiment: must be one of gap, pareto"), unknown.err());
        Run threads = run("gap", "--threads", "0");
        assertEquals(2, threads.status());
        Files.writeString(folder.resolve("file"), "");
        Run output = Run.of(
                "experiment", "gap", "--output", folder.resolve("file/results").toString());
        assertEquals(2, output.status());
        assertEquals(1, output.err().lines().count(), output.err());
        Files.createDirectories(folder.resolve("new/results"));
        Files.writeString(folder.resolve("new/results/gap.json"), "{\"format\": 1}");
        Run damaged = run("gap", "--quick", "--resume");
        assertEquals(2, damaged.status());
        assertTrue(damaged.err().contains("gap.json: format: must be \"twinplace/experiment/1\""), damaged.err());
    }
}
