package dev.twinplace.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plain technical English in sources, results and their documents: some words say less than they seem to. */
class WordsTest {
    private static final Pattern AVOIDED = Pattern.compile("(?i)\\b(some|no|every|any)body\\b|\\bwho"
            + "ever\\b|\\bwhat" + "ever\\b|\\bdear\\b|\\bfeat\\b|\\bas it is\\b"
            + "|\\bcomes? along\\b|\\bno more than that\\b|\\*\\*Lear" + "ned|^Lear" + "ned:");
    private static final Pattern CONSTANTS = Pattern.compile("\\b(MOST|LEAST)_[A-Z_]+\\b");
    private static final Pattern OTHER_TWINS =
            Pattern.compile("(?i)\\b(scalar|kernel|simd|vector) twins?\\b|\\bboth twins\\b");
    private static final List<Path> ROOTS = Stream.of(
                    "src",
                    "results",
                    "../benchmarks/src",
                    "../benchmarks/results",
                    "../benchmarks/jmh-maven-plugin/src")
            .map(Path::of)
            .toList();
    private static final Pattern TEXTS = Pattern.compile(".*\\.(java|md|json|peb|js|css)");

    @Test
    void wordsThatSayLittleDoNotOccur() {
        assertEquals(List.of(), lines(AVOIDED));
    }

    @Test
    void limitsAreCalledMaximumAndMinimum() {
        assertEquals(List.of(), lines(CONSTANTS));
    }

    @Test
    void onlyDigitalTwinsAreTwins() {
        assertEquals(List.of(), lines(OTHER_TWINS));
    }

    @Test
    void theSearchFindsWhatItLooksFor() {
        assertTrue(AVOIDED.matcher("what some" + "body wrote").find());
        assertTrue(CONSTANTS.matcher("int MOST" + "_LINES = 3;").find());
        assertTrue(OTHER_TWINS.matcher("its scalar " + "twin").find());
        assertTrue(ROOTS.stream().allMatch(Files::isDirectory), ROOTS::toString);
    }

    private static List<String> lines(Pattern pattern) {
        return ROOTS.stream()
                .flatMap(WordsTest::files)
                .filter(file -> !file.endsWith("WordsTest.java"))
                .flatMap(file -> lines(file)
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> file + ": " + line.strip()))
                .toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> TEXTS.matcher(file.toString()).matches()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
