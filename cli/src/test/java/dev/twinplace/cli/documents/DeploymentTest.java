package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cli.Twinplace;
import dev.twinplace.service.http.DecisionService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

    /** What the scheduler of a cluster asks, is answered. */
    @Test
    void theSchedulerAsksForPathsThatExist() throws IOException {
        Matcher prefix =
                Pattern.compile("urlPrefix: http://127.0.0.1:8080(/\\S+)").matcher(text("scheduler.yaml"));
        assertTrue(prefix.find());
        String paths;
        try (InputStream description = DecisionService.class.getResourceAsStream("openapi.json")) {
            paths = new String(description.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> verbs = Pattern.compile("Verb: (\\S+)")
                .matcher(text("scheduler.yaml"))
                .results()
                .map(verb -> "\"" + prefix.group(1) + "/" + verb.group(1) + "\"")
                .toList();
        assertEquals(2, verbs.size());
        verbs.forEach(path -> assertTrue(paths.contains(path), path));
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
