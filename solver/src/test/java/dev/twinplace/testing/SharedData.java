package dev.twinplace.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds published data that is not part of this project: the directory that the environment calls {@code
 * TWINPLACE_DATA}, or else {@code shared/data} beside a directory that contains the working directory.
 */
public final class SharedData {
    private static final String VARIABLE = "TWINPLACE_DATA";

    private SharedData() {}

    /** A file or directory of the data, such as {@code gap/a05100}; the test that needs it is skipped where it is absent. */
    public static Path require(String name) {
        Path found = directory().map(data -> data.resolve(name)).orElse(Path.of(name));
        Assumptions.assumeTrue(
                Files.exists(found),
                () -> "skipped: needs " + name + " from shared data, beside the checkout or in " + VARIABLE);
        return found;
    }

    private static Optional<Path> directory() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path inside = Path.of("").toAbsolutePath(); inside != null; inside = inside.getParent()) {
            Path beside = inside.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
