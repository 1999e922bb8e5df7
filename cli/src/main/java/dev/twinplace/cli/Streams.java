package dev.twinplace.cli;

import dev.twinplace.decision.Question;
import dev.twinplace.decision.QuestionFormat;
import dev.twinplace.io.AtomicFiles;
import dev.twinplace.io.DdloCsvReader;
import dev.twinplace.io.DdloRow;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.io.Sense;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Files by the names that users give them, of which {@code -} is standard input or output. */
final class Streams {
    private static final String STANDARD = "-";

    private Streams() {}

    static boolean isStandard(String file) {
        return file.equals(STANDARD);
    }

    /** What messages call the file. */
    static String name(String file) {
        return isStandard(file) ? "standard input" : file;
    }

    /** As {@link #name}, of a file to write. */
    static String outputName(String file) {
        return isStandard(file) ? "standard output" : file;
    }

    static List<Question> readQuestions(String file, QuestionFormat format, Sense sense) {
        return isStandard(file) ? format.read(name(file), System.in, sense) : format.read(file, path(file), sense);
    }

    static List<DdloRow> readDdlo(String file) {
        return isStandard(file) ? DdloCsvReader.read(name(file), System.in) : DdloCsvReader.read(path(file));
    }

    /** Hands over the bytes of a file, unchecked. */
    static <T> T read(String file, Function<InputStream, T> reader) {
        if (isStandard(file)) {
            return reader.apply(System.in);
        }
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(file, "must be a file, but is a directory");
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return reader.apply(bytes);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(file, "must be readable, but there is no such file", e);
        } catch (IOException e) {
            throw new InvalidInputException(file, "must be readable, but there was an error: " + e.getMessage(), e);
        }
    }

    static void writeScenario(Scenario scenario, String file, PrintWriter standardOutput) {
        if (isStandard(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ScenarioWriter.write(scenario, bytes);
            standardOutput.print(bytes.toString(StandardCharsets.UTF_8));
        } else {
            ScenarioWriter.write(scenario, path(file));
        }
    }

    /** Writes text, to a file whole or not at all. */
    static void write(String file, PrintWriter standardOutput, Consumer<PrintWriter> content) {
        if (isStandard(file)) {
            content.accept(standardOutput);
            return;
        }
        AtomicFiles.write(path(file), bytes -> {
            PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
            content.accept(out);
            if (out.checkError()) {
                throw new UncheckedIOException(new IOException("not everything could be written"));
            }
        });
    }

    /** A path, if the platform can have a file of this name. */
    static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(file, "must be the name of a file", e);
        }
    }
}
