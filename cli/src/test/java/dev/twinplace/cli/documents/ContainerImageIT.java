package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinplace.cli.Twinplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The image that profile {@code container} has built is what the documents say, and starts. Runs in that profile only. */
@Timeout(300)
class ContainerImageIT {
    private static final Path TARBALL = Path.of(System.getProperty("twinplace.test.image", ""));
    private static final String LIBRARIES = "app/libs/";
    private static final String JAR = "app/classpath/twinplace.jar";
    private static final String MAIN = Twinplace.class.getName();
    private static final Path EXAMPLES = Repository.ROOT.resolve("docs/examples");

    @TempDir
    private static Path folder;

    private static ImageTarball image;
    private static List<ImageTarball.Layer> layers;
    private static UnpackedImage unpacked;

    @BeforeAll
    static void unpack() throws Exception {
        image = new ImageTarball(TARBALL, Files.createDirectory(folder.resolve("image")));
        layers = image.layers();
        unpacked = new UnpackedImage(image, Files.createDirectory(folder.resolve("root")));
    }

    private static List<String> words(String pattern, String file) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Repository.ROOT.resolve(file)));
        assertTrue(found.find(), file);
        return List.of(found.group(1).strip().split("\\s+", -1));
    }

    @Test
    void layersUnpackToWhatTheConfigurationSays() throws IOException {
        assertTrue(layers.size() > 1);
        assertEquals(image.strings("/rootfs/diff_ids"), image.unpackedDigests());
    }

    /** After a change of ours, only the small layers are new. */
    @Test
    void librariesModulesAndCommandLineAreLayersApart() {
        List<List<String>> libraries = layers.stream()
                .map(layer -> layer.filesBelow(LIBRARIES))
                .filter(files -> !files.isEmpty())
                .toList();
        assertEquals(2, libraries.size());
        assertTrue(libraries.get(0).stream().noneMatch(name -> name.startsWith("twinplace-")), libraries::toString);
        assertTrue(libraries.get(1).stream().allMatch(name -> name.startsWith("twinplace-")), libraries::toString);
        assertEquals(
                List.of(JAR),
                layers.stream()
                        .map(layer -> layer.filesBelow(""))
                        .filter(files -> files.contains(JAR))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void theClassPathIsThatOfTheJarAndIsThere() throws Exception {
        List<String> command = image.strings("/config/Entrypoint");
        String list = command.get(command.indexOf("-cp") + 1);
        assertTrue(list.startsWith("@/"), list);
        String[] paths = Files.readString(unpacked.file(list.substring(2))).split(":", -1);
        assertEquals("/" + JAR.replaceFirst("[^/]+$", "*"), paths[0]);
        for (int i = 1; i < paths.length; i++) {
            String path = paths[i];
            assertTrue(Files.isRegularFile(unpacked.file(path.substring(1))), path);
        }
        try (JarFile jar = new JarFile(unpacked.file(JAR).toFile())) {
            assertTrue(jar.getEntry(MAIN.replace('.', '/') + ".class") != null);
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertEquals(
                    Stream.of(manifest.getValue(Attributes.Name.CLASS_PATH).split(" ", -1))
                            .map(name -> name.replaceFirst("^lib/", "/" + LIBRARIES))
                            .sorted()
                            .toList(),
                    Arrays.stream(paths).skip(1).sorted().toList());
        }
    }

    /** Module exact adds that of the system that builds the image. */
    @Test
    void theNativeCodeIsThatOfThePlatform() {
        assertEquals("linux", image.config().get("os").asString());
        String architecture = image.config().get("architecture").asString();
        String expected = architecture.equals("amd64") ? "ortools-linux-x86-64" : "ortools-linux-aarch64";
        List<String> found = layers.stream()
                .flatMap(layer -> layer.filesBelow(LIBRARIES).stream())
                .filter(name -> name.startsWith("ortools-") && !name.startsWith("ortools-java"))
                .map(name -> name.replaceFirst("-[0-9.]+jar$", ""))
                .toList();
        assertEquals(List.of(expected), found);
    }

    @Test
    void theEntryPointHasTheOptionsOfTheLauncher() throws IOException {
        List<String> command = image.strings("/config/Entrypoint");
        assertEquals("java", command.get(0));
        assertEquals(MAIN, command.get(command.size() - 1));
        List<String> options = words("(?s)\njvm=\\((.*?)\\)", "twinplace");
        assertEquals(options, command.subList(1, 1 + options.size()));
    }

    @Test
    void itServesThePortThatItExposes() {
        String[] arguments = image.strings("/config/Cmd").toArray(String[]::new);
        CommandLine.Model.CommandSpec serve = new CommandLine(new Twinplace())
                .parseArgs(arguments)
                .subcommand()
                .commandSpec();
        assertEquals("serve", serve.name());
        assertEquals("0.0.0.0", serve.findOption("--host").<String>getValue());
        List<String> exposed =
                List.copyOf(image.config().at("/config/ExposedPorts").propertyNames());
        assertEquals(List.of(serve.findOption("--port").getValue() + "/tcp"), exposed);
    }

    @Test
    void nameAndUserAreThoseOfTheManifestForKubernetes() throws IOException {
        String manifest = "docs/examples/twinplace.yaml";
        assertEquals(words("image: (\\S+)", manifest), List.of(image.name()));
        String user = image.config().at("/config/User").asString();
        assertTrue(user.matches("[1-9][0-9]*"), user);
        assertEquals(words("runAsUser: (\\S+)", manifest), List.of(user));
    }

    /** The same files give the same bytes. */
    @Test
    void nothingInItDependsOnTimeOrBuilder() {
        assertEquals("1970-01-01T00:00:00Z", image.config().get("created").asString());
        for (ImageTarball.Layer layer : layers) {
            if (!layer.filesBelow("app/").isEmpty()) {
                assertEquals(
                        List.of("0/0 1970-01-01 00:00:01"),
                        layer.entries().stream()
                                .map(entry -> entry.owner() + " " + entry.time())
                                .distinct()
                                .toList());
            }
        }
    }

    private static void requireStart() throws IOException, InterruptedException {
        assumeTrue(UnpackedImage.isPossible(), "only the superuser can start an image without a container runtime");
    }

    @Test
    void itDecidesInFiles() throws Exception {
        requireStart();
        Files.createDirectories(unpacked.file("data"));
        Files.copy(EXAMPLES.resolve("street.json"), unpacked.file("data/straße.json"));
        String line = Files.readString(EXAMPLES.resolve("street.json")).replaceAll("\\s+", " ");
        Files.writeString(unpacked.file("data/streets.jsonl"), line + "\n" + line + "\n");
        String solved =
                unpacked.run("solve", "/data/straße.json", "--solver", "cp-sat", "--budget", "20s", "--format", "json");
        assertTrue(solved.contains("\"status\":\"OPTIMAL\""), solved);
        unpacked.run("batch", "/data/streets.jsonl", "--output", "/tmp/answers");
        try (Stream<Path> answers = Files.list(unpacked.file("tmp/answers"))) {
            assertTrue(answers.anyMatch(file -> file.toString().endsWith(".jsonl")));
        }
        String compared = unpacked.run("compare", "--twins", "4", "--instances", "4");
        assertTrue(compared.contains("branch-and-bound"), compared);
    }

    @Test
    void itServesUntilItIsToldToEnd() throws Exception {
        requireStart();
        Process process =
                unpacked.start("serve", "--host", "127.0.0.1", "--port", "0", "--access-log", "/tmp/access.log");
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            assertTrue(line.startsWith("listening on "), line);
            URI address = URI.create(line.substring("listening on ".length()));
            assertEquals(
                    204,
                    send(HttpRequest.newBuilder(address.resolve("/healthz"))).statusCode());
            HttpResponse<String> placed = send(HttpRequest.newBuilder(address.resolve("/v1/placements?budget=20s"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofFile(EXAMPLES.resolve("street.json"))));
            assertEquals(200, placed.statusCode());
            assertTrue(placed.body().contains("\"status\":\"OPTIMAL\""), placed.body());
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
