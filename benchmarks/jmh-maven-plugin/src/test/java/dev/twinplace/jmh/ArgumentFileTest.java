package dev.twinplace.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/a/b.jar,        \"/a/b.jar\"",
                "/a b/c.jar,      \"/a b/c.jar\"",
                "C:\\new\\t.jar,  \"C:\\\\new\\\\t.jar\"",
                "say \"x\",       \"say \\\"x\\\"\"",
                "\\\",            \"\\\\\\\"\"",
                "``,              \"\""
            })
    void quotes(String argument, String expected) {
        assertEquals(expected, ArgumentFile.quote(argument));
    }

    @Test
    void launcherReadsWhatWasWritten() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "/a b/c.jar:/d.jar", "C:\\new dir\\t.jar", "'single'", "\"double\"", "# no comment", "@x", "*", "");
        List<String> all =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), EchoArguments.class.getName()));
        all.addAll(arguments);
        Path file = directory.resolve("not there yet").resolve("java.args");

        ArgumentFile.write(file, all);

        assertEquals(
                arguments,
                outputOf(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file));
    }

    private List<String> outputOf(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(
                0, process.waitFor(), () -> "exit code of " + Stream.of(command).toList());
        return Files.readAllLines(output);
    }

    /** Prints its arguments, one a line: what the launcher made of an argument file. */
    static final class EchoArguments {
        private EchoArguments() {}

        public static void main(String[] arguments) {
            for (String argument : arguments) {
                System.out.println(argument);
            }
        }
    }
}
