package dev.twinplace.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code benchmarks/publish --readmes} starts: writes the figures of all READMEs anew from the result files. */
public final class UpdateReadmes {
    private UpdateReadmes() {}

    public static void main(String[] arguments) throws IOException {
        folders(Path.of("benchmarks", "results")).forEach(folder -> new ResultReadme(folder).update());
    }

    /** The folders of results. */
    static List<Path> folders(Path results) throws IOException {
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
