package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents, Javadoc, messages and scripts do without words that a reader stumbles over. */
class PlainEnglishTest {
    private static final String BLANK = "(?:\\s|\\*|//|#|\" *\\+ *\")+"; // also over the end of a line
    private static final Pattern REJECTED = Pattern.compile(
            "\\b(?:somebody|nobody|anybody|everybody|whoever|whatever|dear|feat"
                    + "|" + String.join(BLANK, "no", "more", "than", "that")
                    + "|" + String.join(BLANK, "as", "it", "is")
                    + "|" + String.join(BLANK, "comes?", "along") + ")\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTREME_CONSTANT = Pattern.compile("\\b(?:MOST|LEAST|LARGEST|SMALLEST)_[A-Z_0-9]+ =");

    private static boolean isSearched(Path file) {
        String name = Repository.ROOT.relativize(file).toString().replace('\\', '/');
        return !name.endsWith("PlainEnglishTest.java") && !name.endsWith("WordsTest.java");
    }

    private static List<String> found(Pattern pattern, String... endings) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files = Repository.files(endings).stream()
                .filter(PlainEnglishTest::isSearched)
                .toList();
        assertTrue(files.size() > 1, files::toString);
        for (Path file : files) {
            String text = Files.readString(file);
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                long line = text.substring(0, matcher.start()).lines().count();
                found.add(Repository.ROOT.relativize(file) + ":" + line + ": " + matcher.group());
            }
        }
        return found;
    }

    @Test
    void wordsAreThoseOfAReferenceManual() throws IOException {
        String[] endings = {
            ".md", ".java", "pom.xml", ".peb", ".js", ".css", ".cff", ".schema.json", "run", "twinplace", "publish"
        };
        assertEquals(List.of(), found(REJECTED, endings));
    }

    @Test
    void limitsAreMaximaAndMinima() throws IOException {
        assertEquals(List.of(), found(EXTREME_CONSTANT, ".java"));
    }

    /** The patterns find what they are for. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Nobody", "whatever it takes", "as\n * it is", "it comes along.", "\"no more \" + \"than that\""
            })
    void aRejectedWordIsFound(String text) {
        assertTrue(REJECTED.matcher(text).find(), text);
        assertTrue(EXTREME_CONSTANT.matcher("int MOST_STEPS = 1;").find());
    }
}
