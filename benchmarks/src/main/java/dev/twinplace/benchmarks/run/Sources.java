package dev.twinplace.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sources that are measured: those of the Git repository around the working directory. */
public final class Sources {
    private Sources() {}

    /** Their commit, with {@code -dirty} if they were changed since; empty if Git cannot tell. Results do not count. */
    public static Optional<String> commit() {
        List<String> head = git("rev-parse", "HEAD");
        boolean dirty = !git(
                        "status",
                        "--porcelain",
                        "--untracked-files=no",
                        "--",
                        ".",
                        ":!benchmarks/results",
                        ":!reports/results")
                .isEmpty();
        return head.stream().findFirst().map(id -> dirty ? id + "-dirty" : id);
    }

    /** The lines that Git prints, none if it cannot answer. */
    private static List<String> git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = git.inputReader(StandardCharsets.UTF_8)) {
                return out.lines().toList();
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
