package dev.twinplace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The READMEs of committed results: findings first, and no figure that the result files do not have. */
class PublishedReadmesTest {
    /** Lines up to the end of the first table; what is longer belongs below it. */
    private static final int MAX_LINES_TO_FIRST_TABLE = 30;

    static List<Path> folders() throws IOException {
        return UpdateReadmes.folders(Path.of("results"));
    }

    @Test
    void thereAreResults() throws IOException {
        assertTrue(folders().size() >= 12, () -> "fewer results than were published");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theFiguresAreThoseOfTheResultFiles(Path folder) throws IOException {
        assertEquals(
                Files.readString(folder.resolve("README.md")),
                new ResultReadme(folder).updated(),
                "run benchmarks/publish --readmes");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theyBeginWithTheFindingsAndAShortTable(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("README.md"));
        assertEquals("# " + folder.getFileName(), lines.get(0));
        assertTrue(lines.get(2).startsWith("**Findings.** "), lines.get(2));
        int firstTable = 0;
        while (!lines.get(firstTable).startsWith("|")) {
            firstTable++;
        }
        assertTrue(firstTable <= MAX_LINES_TO_FIRST_TABLE, "the first table begins in line " + firstTable);
        int rows = 0;
        for (String line : lines) {
            rows = line.startsWith("|") ? rows + 1 : 0;
            if (line.startsWith("<details>")) {
                break;
            }
            assertTrue(rows <= 2 + 14, () -> "a table that is not folded is too long: " + line);
        }
    }
}
