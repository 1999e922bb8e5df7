package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cli.Twinplace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the examples of a systemd unit and a Kubernetes manifest start, exists. */
class DeploymentTest {
    private static final Pattern DRAIN = Pattern.compile("--drain\\W+(\\d+)s");

    private static String text(String name) throws IOException {
        return Files.readString(Repository.ROOT.resolve("docs/examples").resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"twinplace.service, 'twinplace\\.jar (serve .*)'", "twinplace.yaml, 'args: \\[(.*)]'"})
    void theCommandIsAccepted(String file, String pattern) throws IOException {
        Matcher command = Pattern.compile(pattern).matcher(text(file));
        assertTrue(command.find());
        List<String> arguments = Arrays.stream(command.group(1).split("[ ,\"]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        CommandLine.ParseResult parsed = new CommandLine(new Twinplace()).parseArgs(arguments.toArray(String[]::new));
        assertEquals("serve", parsed.subcommand().commandSpec().name());
    }

    /** What ends the process waits longer than the service takes to drain. */
    @ParameterizedTest
    @CsvSource({"twinplace.service, TimeoutStopSec=(\\d+)", "twinplace.yaml, terminationGracePeriodSeconds: (\\d+)"})
    void thereIsTimeToDrain(String file, String pattern) throws IOException {
        assertTrue(seconds(DRAIN, file) + 5 < seconds(Pattern.compile(pattern), file));
    }

    private static int seconds(Pattern pattern, String file) throws IOException {
        Matcher found = pattern.matcher(text(file));
        assertTrue(found.find(), file);
        return Integer.parseInt(found.group(1));
    }
}
