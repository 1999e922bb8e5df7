package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program of {@code docs/library.md} is the one in {@code docs/examples}, compiles, and prints what is shown. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs bash")
class LibraryExampleTest {
    @TempDir
    private Path folder;

    @Test
    void theProgramCompilesAndPrintsWhatIsShown() throws IOException, InterruptedException {
        Path docs = Repository.ROOT.resolve("docs");
        Markdown document = Markdown.read(docs.resolve("library.md"));
        int index = document.blocks().stream()
                .map(Markdown.Block::language)
                .toList()
                .indexOf("java");
        assertEquals(
                Files.readString(docs.resolve("examples/PlaceStreet.java")),
                document.blocks().get(index).text());
        String command = "'" + Shell.JAVA + "' -cp '" + Shell.CLASS_PATH
                + "' docs/examples/PlaceStreet.java docs/examples/street.json";
        ShownOutput.assertShown(document.outputOf(index), new Shell(folder).run(command));
    }
}
