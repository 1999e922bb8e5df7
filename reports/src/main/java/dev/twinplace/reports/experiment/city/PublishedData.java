package dev.twinplace.reports.experiment.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds data that others published and that is not part of this project: the directory that the environment calls {@value
 * #VARIABLE}, or else {@code shared/data} beside a directory that contains the working directory.
 */
public final class PublishedData {
    static final String VARIABLE = "TWINPLACE_DATA";

    private PublishedData() {}

    /** The directory, if there is one. */
    public static Optional<Path> directory() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
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
