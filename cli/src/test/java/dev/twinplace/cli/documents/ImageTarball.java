package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OCI image in a tarball. It and its layers are unpacked by {@code tar}, whose format Java does not read. */
final class ImageTarball {
    private static final int LIMIT_SECONDS = 120;
    private static final String DIGEST = "sha256:";

    private final Path folder;
    private final JsonNode descriptor;
    private final JsonNode config;
    private final List<Layer> layers = new ArrayList<>();

    /** One line of what {@code tar} lists. */
    record Entry(String owner, String time, String name) {}

    /** Files that an image adds to those before it. */
    record Layer(Path file, List<Entry> entries) {
        /** Names of the files below a folder, without that of the folder. */
        List<String> filesBelow(String top) {
            return entries.stream()
                    .map(Entry::name)
                    .filter(name -> name.startsWith(top) && !name.endsWith("/"))
                    .map(name -> name.substring(top.length()))
                    .toList();
        }
    }

    /** Unpacks a tarball that has one image into a folder that is empty. Its parts must have the digests that it states. */
    ImageTarball(Path tarball, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        tar("--extract", "--file=" + tarball, "--directory=" + folder);
        JsonNode images = json(folder.resolve("index.json")).get("manifests");
        assertEquals(1, images.size());
        descriptor = images.get(0);
        JsonNode manifest = json(blob(descriptor));
        config = json(blob(manifest.get("config")));
        for (JsonNode described : manifest.get("layers")) {
            Path file = blob(described);
            layers.add(new Layer(file, entries(file)));
        }
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file);
    }

    /** The file of a descriptor, of which size and digest must be as the descriptor says. */
    private Path blob(JsonNode described) throws IOException {
        String digest = described.get("digest").asString();
        Path file = folder.resolve("blobs").resolve(digest.replace(':', '/'));
        assertEquals(described.get("size").asLong(), Files.size(file));
        try (InputStream bytes = Files.newInputStream(file)) {
            assertEquals(digest, digest(bytes));
        }
        return file;
    }

    private static String digest(InputStream bytes) throws IOException {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return DIGEST + HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it is called, with its tag. */
    String name() {
        return descriptor.at("/annotations/org.opencontainers.image.ref.name").asString();
    }

    /** Platform, history, and how to start it. */
    JsonNode config() {
        return config;
    }

    /** The strings of an array in the configuration. */
    List<String> strings(String pointer) {
        return config.at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    /** Its layers from the lowest up. */
    List<Layer> layers() {
        return layers;
    }

    /** Digests of the layers when they are unpacked. */
    List<String> unpackedDigests() throws IOException {
        List<String> digests = new ArrayList<>();
        for (Layer layer : layers) {
            digests.add(digest(new GZIPInputStream(Files.newInputStream(layer.file))));
        }
        return digests;
    }

    private static List<Entry> entries(Path layer) throws IOException, InterruptedException {
        List<Entry> entries = new ArrayList<>();
        String listed =
                tar("--list", "--gzip", "--verbose", "--numeric-owner", "--utc", "--full-time", "--file=" + layer);
        for (String line : listed.lines().toList()) {
            String[] columns = line.split(" +", 6);
            entries.add(new Entry(columns[1], columns[3] + " " + columns[4], columns[5]));
        }
        return entries;
    }

    /** Unpacks the layers over one another. */
    void unpackTo(Path root) throws IOException, InterruptedException {
        for (Layer layer : layers) {
            tar("--extract", "--gzip", "--preserve-permissions", "--file=" + layer.file(), "--directory=" + root);
        }
    }

    private static String tar(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("tar", ".out");
        Path err = Files.createTempFile("tar", ".err");
        List<String> command =
                Stream.concat(Stream.of("tar"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), command::toString);
            assertEquals(0, process.exitValue(), Files.readString(err));
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
