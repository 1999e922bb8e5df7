package dev.twinplace.jmh;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file of arguments for {@code java @file}: some systems' command lines are too short for a class path. */
final class ArgumentFile {
    private ArgumentFile() {}

    /** Writes one argument per line, in the platform's encoding, as that is the one the launcher reads. */
    static void write(Path file, List<String> arguments) throws IOException {
        String lines = arguments.stream().map(ArgumentFile::quote).collect(Collectors.joining("\n", "", "\n"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines, Charset.forName(System.getProperty("native.encoding")));
    }

    /** The argument in double quotes, within which the launcher treats only backslash and double quote as special. */
    static String quote(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
