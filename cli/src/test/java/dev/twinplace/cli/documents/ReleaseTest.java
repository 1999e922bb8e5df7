package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Solvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a release promises is complete, and the same everywhere. */
class ReleaseTest {
    private static final int MAX_README_WORDS = 900;

    private static String text(String file) throws IOException {
        return Files.readString(Repository.ROOT.resolve(file));
    }

    @Test
    void theReadmeIsShortAndHasOnePicture() throws IOException {
        String readme = text("README.md");
        int words = readme.strip().split("\\s+", -1).length;
        assertTrue(words <= MAX_README_WORDS, () -> "README.md has " + words + " words");
        assertEquals(2, readme.split("<img", -1).length);
    }

    @Test
    void theVersionIsTheSameEverywhere() throws IOException {
        Matcher project = Pattern.compile("^  <version>(.*)</version>$", Pattern.MULTILINE)
                .matcher(text("pom.xml"));
        assertTrue(project.find());
        String version = project.group(1);
        assertTrue(text("CITATION.cff").contains("\nversion: " + version + "\n"));
        assertTrue(text("CHANGELOG.md").contains("\n## " + version + "\n"));
        assertTrue(text("docs/library.md").contains("<version>" + version + "</version>"));
        assertTrue(text("README.md").contains("version " + version));
    }

    @Test
    void everySolverIsDocumented() throws IOException {
        for (var solver : Solvers.all()) {
            String id = "`" + solver.id() + "`";
            assertTrue(text("docs/solvers.md").contains(id), id);
            assertTrue(text("README.md").contains(id), id);
        }
    }

    @Test
    void everySchemaIsDocumented() throws IOException {
        for (Path schema : Repository.files(".schema.json")) {
            String name = schema.getFileName().toString();
            assertTrue(text("docs/formats.md").contains(name), name);
        }
    }
}
