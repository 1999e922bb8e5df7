package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, wherever the tests run in it. */
final class Repository {
    static final Path ROOT = root();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".cifuzz-corpus");

    private Repository() {}

    private static Path root() {
        Path inside = Path.of("").toAbsolutePath();
        while (!Files.exists(inside.resolve("CITATION.cff"))) {
            inside = inside.getParent();
        }
        return inside;
    }

    /** README, CONTRIBUTING, the changelog and all of {@code docs}. */
    static List<Path> documents() throws IOException {
        List<Path> documents = files(".md").stream()
                .filter(file -> !ROOT.relativize(file).startsWith("benchmarks"))
                .toList();
        assertTrue(documents.size() > 10, documents::toString);
        return documents;
    }

    /** All files whose names end so, in a fixed order, without what builds and tools write. */
    static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.find(ROOT, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile())) {
            return all.filter(Repository::isOurs)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
