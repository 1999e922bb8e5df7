package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cli.Twinplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command in a document works: it is run, or it is listed here with the reason why not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs bash")
class DocumentedCommandsTest {
    private static final String LAUNCHER = "./twinplace ";
    private static final Pattern COMMAND =
            Pattern.compile("(\\./twinplace|mvn|benchmarks/[a-z]+|integrations/[a-z]+/run|\\.ci/[a-z]+) .*");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");

    private static final String BUILD =
            "builds with Maven: a build within a build; .ci/run runs the tests and a benchmark";
    private static final String EXPERIMENTS =
            "takes minutes; ExperimentCommandTest runs experiments, ReportCommandTest reports";

    private static final String CONTAINER = "needs a container runtime; see ContainerImageIT";
    private static final String SPARK = "builds with Maven and downloads Spark; see SparkAnswersTest";

    /** Commands that are not run, with the reason. The launcher's must be accepted by its parser all the same. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("mvn -pl benchmarks jmh:run", BUILD),
            Map.entry("mvn verify", BUILD),
            Map.entry("mvn install -pl exact -Dmaven.test.skip=true", BUILD),
            Map.entry("mvn -Prelease package -Dmaven.test.skip=true", BUILD),
            Map.entry(".ci/reproducible", BUILD),
            Map.entry("mvn -Pcontainer -pl cli package -Dmaven.test.skip=true", BUILD),
            Map.entry("docker load --input cli/target/twinplace-image.tar", CONTAINER),
            Map.entry("docker run --rm --memory 1g --publish 127.0.0.1:8080:8080 twinplace:0.1.0", CONTAINER),
            Map.entry(
                    "docker run --rm --volume \"$PWD:/data\" twinplace:0.1.0 solve docs/examples/street.json",
                    CONTAINER),
            Map.entry(
                    "mvn -pl exact test -Dtest=AgreementTest -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -DfailIfNoTests=false -Dtwinplace.agreement=all",
                    BUILD),
            Map.entry(
                    "mvn -pl exact -am test -Dtest=MidSizeAgreementTest -DfailIfNoTests=false"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtwinplace.agreement.problems=100000"
                            + " -Dtwinplace.agreement.first=0",
                    BUILD),
            Map.entry(
                    "mvn -pl exact -am test -Dtest='Side*Test' -DfailIfNoTests=false"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtwinplace.sideCases=10000"
                            + " -Dtwinplace.sideTrees=1000 -Dtwinplace.sideProofs=10000",
                    BUILD),
            Map.entry(
                    "mvn -pl exact -am test -Dtest=ConflictTest -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -DfailIfNoTests=false -Dtwinplace.conflicts=1000",
                    BUILD),
            Map.entry("JAZZER_FUZZ=1 mvn -pl solver test -Dtest=ReaderFuzzTest#scenario -Djazzer.hooks=true", BUILD),
            Map.entry("mvn -pl benchmarks jmh:run -Djmh.include='ProvenGap|Lagrangian|Enumeration'", BUILD),
            Map.entry("mvn -Ppeers -pl benchmarks jmh:run -Djmh.include='PeerInference|PeerTraining'", BUILD),
            Map.entry("mvn -Ppeers -pl benchmarks -Dmaven.test.skip process-classes exec:exec@peer-placement", BUILD),
            Map.entry(
                    "mvn -Ppeers -pl benchmarks -Dmaven.test.skip process-classes exec:exec@published-instances",
                    BUILD),
            Map.entry("mvn -Ppeers -pl benchmarks verify", BUILD),
            Map.entry("mvn -Pspark -pl integrations/spark package -Dmaven.test.skip=true", BUILD),
            Map.entry("integrations/spark/run scenarios.jsonl --output answers-of-spark", SPARK),
            Map.entry("integrations/spark/run scenarios.jsonl --output answers.parquet --format parquet", SPARK),
            Map.entry("./twinplace experiment all", EXPERIMENTS),
            Map.entry("./twinplace experiment all --quick --output quick-results", EXPERIMENTS),
            Map.entry("./twinplace experiment gap pareto", EXPERIMENTS),
            Map.entry("./twinplace experiment drift failure --output moves-results", EXPERIMENTS),
            Map.entry(
                    "./twinplace experiment all --output all-results && ./twinplace report --results all-results"
                            + " --output all-verdicts.html",
                    EXPERIMENTS),
            Map.entry(
                    "./twinplace experiment ddlo --data FILE --members 3",
                    "needs published data; see DdloCommandTest"));

    /** Options that make commands short which would take minutes. */
    private static final Map<String, String> SHORTENED = Map.of(
            "./twinplace train (.*)", "./twinplace train $1 --iterations 2 --validation 2",
            "(./twinplace compare .*) --instances 1024 (.*)", "$1 --instances 8 $2",
            "./twinplace compare", "./twinplace compare --twins 4 --instances 4");

    /** A port that may be taken here: a free one is used in its place. */
    private static final String DOCUMENTED_PORT = "8080";

    private static final String FREE_PORT = freePort();

    @TempDir
    private Path folder;

    private final Set<String> seen = new HashSet<>();

    @TestFactory
    List<DynamicTest> commandsWorkAndPrintWhatIsShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Repository.documents()) {
            Markdown document = Markdown.read(file);
            Path home = Files.createDirectory(folder.resolve(Integer.toString(tests.size())));
            tests.add(DynamicTest.dynamicTest(Repository.ROOT.relativize(file).toString(), () -> run(document, home)));
        }
        tests.add(DynamicTest.dynamicTest("no exception is stale", () -> assertEquals(Set.of(), unseen())));
        return tests;
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> unseen() {
        Set<String> unseen = new HashSet<>(NOT_RUN.keySet());
        unseen.removeAll(seen);
        return unseen;
    }

    private void run(Markdown document, Path home) throws IOException, InterruptedException {
        Shell shell = new Shell(home);
        try {
            run(document, shell);
        } finally {
            shell.endServers();
        }
    }

    private void run(Markdown document, Shell shell) throws IOException, InterruptedException {
        for (int i = 0; i < document.blocks().size(); i++) {
            Markdown.Block block = document.blocks().get(i);
            if (block.language().equals("sh")) {
                StringBuilder output = new StringBuilder();
                for (String command : block.commands()) {
                    output.append(run(command, shell));
                }
                ShownOutput.assertShown(document.outputOf(i), output.toString());
            }
        }
    }

    private String run(String command, Shell shell) throws IOException, InterruptedException {
        seen.add(command);
        if (!NOT_RUN.containsKey(command)) {
            return shell.run(shortened(command));
        }
        for (String part : command.split(" && ", -1)) {
            assertParses(part);
        }
        return "";
    }

    private static String shortened(String documented) {
        String command = documented.replace(DOCUMENTED_PORT, FREE_PORT);
        for (Map.Entry<String, String> rule : SHORTENED.entrySet()) {
            if (command.matches(rule.getKey())) {
                return command.replaceFirst(rule.getKey(), rule.getValue());
            }
        }
        return command;
    }

    /** A command in the middle of a sentence or table must be one, too. */
    @Test
    void inlineCommandsAreAccepted() throws IOException {
        for (Path file : Repository.documents()) {
            Markdown.read(file).inlineCode().forEach(DocumentedCommandsTest::assertParses);
        }
    }

    @Test
    void commandsAreInBlocksThatAreRun() throws IOException {
        for (Path file : Repository.documents()) {
            Markdown document = Markdown.read(file);
            for (String line : document.indentedCode()) {
                assertTrue(!COMMAND.matcher(line).matches(), () -> file + ": must be a sh block: " + line);
            }
            for (Markdown.Block block : document.blocks()) {
                boolean script = block.language().equals("sh");
                assertTrue(
                        script
                                || block.commands().stream()
                                        .noneMatch(line -> COMMAND.matcher(line).matches()),
                        () -> file + ": must be a sh block:\n" + block.text());
            }
        }
    }

    @Test
    void linksLeadToFiles() throws IOException {
        for (Path file : Repository.documents()) {
            Matcher links = LINK.matcher(Files.readString(file));
            while (links.find()) {
                Path target = file.resolveSibling(links.group(1));
                assertTrue(Files.exists(target), () -> file + ": leads nowhere: " + target);
            }
        }
    }

    /** A subcommand alone is its name; with arguments it must be complete. */
    private static void assertParses(String command) {
        if (!command.startsWith(LAUNCHER)) {
            return;
        }
        String[] arguments = command.substring(LAUNCHER.length()).split(" ", -1);
        CommandLine line = new CommandLine(new Twinplace()).setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 1) {
            assertTrue(line.getSubcommands().containsKey(arguments[0]), command);
        } else {
            line.parseArgs(Arrays.copyOf(arguments, arguments.length));
        }
    }
}
