package dev.twinplace.io;

import static dev.twinplace.io.Documents.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFilesTest {
    @TempDir
    Path directory;

    private static Consumer<OutputStream> text(String text) {
        return out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path file = directory.resolve("f");
        AtomicFiles.write(file, text("first"));
        assertEquals("first", Files.readString(file));
        AtomicFiles.write(file, text("second"));
        assertEquals("second", Files.readString(file));
        assertEquals(List.of("f"), files());
    }

    @Test
    void leavesTheOldContentWhenWritingFails() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "old");
        assertComplaint(
                file + ": must be writable, but there was an error: full",
                () -> AtomicFiles.write(file, out -> {
                    text("half").accept(out);
                    throw new UncheckedIOException(new IOException("full"));
                }));
        IllegalStateException bug = new IllegalStateException("bug");
        assertSame(
                bug,
                assertThrows(
                        IllegalStateException.class,
                        () -> AtomicFiles.write(file, out -> {
                            text("half").accept(out);
                            throw bug;
                        })));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("f"), files());
    }

    @Test
    void leavesNothingWhereNothingWasWhenWritingFails() throws IOException {
        Path file = directory.resolve("f");
        assertThrows(
                InvalidInputException.class,
                () -> AtomicFiles.write(file, out -> {
                    throw new UncheckedIOException(new IOException("full"));
                }));
        assertEquals(List.of(), files());
    }

    @Test
    void followsLinksToWhatIsThereAndToWhatIsNot() throws IOException {
        Path there = Files.writeString(directory.resolve("there"), "old");
        Path missing = directory.resolve("missing");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("hop"));
        Files.createSymbolicLink(directory.resolve("hop"), there);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), missing);
        AtomicFiles.write(link, text("new"));
        AtomicFiles.write(dangling, text("newest"));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(dangling));
        assertEquals("new", Files.readString(there));
        assertEquals("newest", Files.readString(missing));
    }

    @Test
    void refusesLinksInACircle() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));
        assertComplaint(
                link + ": must be a file, but is a circle of links", () -> AtomicFiles.write(link, text("new")));
    }

    @Test
    void refusesDirectoriesAndPlacesInNone() {
        assertComplaint(
                directory + ": must be a file, but is a directory", () -> AtomicFiles.write(directory, text("new")));
        Path lost = directory.resolve("absent").resolve("f");
        assertComplaint(
                lost + ": must be in a directory that exists, but is not", () -> AtomicFiles.write(lost, text("new")));
    }

    @Test
    void replacesFilesInSharedMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "needs /dev/shm");
        Path file = Files.createTempFile(memory, "twinplace", ".json");
        try {
            AtomicFiles.write(file, text("first"));
            AtomicFiles.write(file, text("second"));
            assertEquals("second", Files.readString(file));
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/fd", "/dev/fd"})
    void writesToOpenDescriptorsAfterWhatIsThere(String descriptors) throws IOException {
        assumeTrue(Files.isDirectory(Path.of(descriptors)), "needs " + descriptors);
        Path file = Files.writeString(directory.resolve("f"), "old ");
        try (OutputStream open = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            AtomicFiles.write(descriptorOf(file, Path.of(descriptors)), text("new "));
            open.write("newest".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("old new newest", Files.readString(file));
        assertEquals(List.of("f"), files());
    }

    private static Path descriptorOf(Path file, Path descriptors) throws IOException {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(descriptor -> leadsTo(descriptor, file.toAbsolutePath()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void leavesOneWholeFileWhenWrittenByManyAtOnce() throws IOException {
        Path file = directory.resolve("f");
        IntStream.range(0, 100).parallel().forEach(n -> AtomicFiles.write(file, text("abcdefghij".repeat(1000))));
        assertEquals("abcdefghij".repeat(1000), Files.readString(file));
        assertEquals(List.of("f"), files());
    }

    @Test
    void keepsPipesAndWritesIntoThem() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        assertEquals(
                0,
                new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        AtomicFiles.write(pipe, text("through"));
        assertEquals("through", reader.get());
        assertEquals(List.of("pipe"), files());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void refusesToReplaceAFileThatIsReadOnly() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "old");
        assumeTrue(file.toFile().setReadOnly(), "needs permissions");
        assumeFalse(Files.isWritable(file), "needs a user whom permissions bind");
        assertComplaint(
                file + ": must be writable, but permission was denied", () -> AtomicFiles.write(file, text("new")));
        assertEquals("old", Files.readString(file));
    }
}
