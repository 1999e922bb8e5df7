package dev.twinplace.cli.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.decision.lines.LineSettings;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the shards, in one process; kills are in {@code BatchKillTest}. */
class BatchTest {
    private static final LineSettings SETTINGS = new LineSettings("branch-and-bound", 50, 1);
    private static final int LINES = 211;
    private static final int SHARDS = 5;

    @TempDir
    private static Path shared;

    private static Path lines;
    private static Path reference;

    @TempDir
    private Path folder;

    /** Counts, and cancels after so many lines. */
    private static final class Watch implements Batch.Listener {
        private final CancellationToken token = new CancellationToken();
        private final long limit;
        private long lines = -1;
        private long before;
        private long written;

        Watch(long limit) {
            this.limit = limit;
        }

        @Override
        public void begins(long all, long writtenBefore) {
            lines = all;
            before = writtenBefore;
        }

        @Override
        public void written(long more) {
            written += more;
            if (written >= limit) {
                token.cancel();
            }
        }
    }

    private static String text() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append(i % 50 == 17 ? "poison " + i : ScenarioWriter.line(generator.generate(i)))
                    .append('\n');
        }
        return text.toString();
    }

    @BeforeAll
    static void answerOnOneThread() throws IOException {
        lines = Files.writeString(shared.resolve("lines.jsonl"), text());
        reference = shared.resolve("reference");
        run(reference, 1, new Watch(Long.MAX_VALUE));
    }

    private static BatchResult run(Path output, int threads, Watch watch) {
        Batch batch = new Batch(List.of(BatchSource.ofFile("lines", lines)), output, SHARDS, SETTINGS, "test");
        return batch.run(true, threads, watch.token, watch);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void assertComplete(Path directory) throws IOException {
        assertEquals(files(reference), files(directory));
    }

    @Test
    void everyLineHasItsAnswerInItsPlace() throws IOException {
        LineDecider decider = new LineDecider(SETTINGS);
        List<String> expected = Files.readAllLines(lines).stream()
                .map(line -> decider.answer(line.getBytes(UTF_8)).json())
                .toList();
        List<String> actual = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int k = 0; k < SHARDS; k++) {
            List<String> shard = Files.readAllLines(reference.resolve(Shards.name(k)));
            actual.addAll(shard);
            sizes.add(shard.size());
        }
        assertEquals(expected, actual);
        assertEquals(List.of(43, 42, 42, 42, 42), sizes);
        assertEquals(
                4, actual.stream().filter(line -> line.contains("\"error\":")).count());
        assertEquals(SHARDS + 1, files(reference).size(), "shards and the manifest");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theBytesAreTheSameOnAnyNumberOfThreads(int threads) throws IOException {
        BatchResult result = run(folder.resolve("out"), threads, new Watch(Long.MAX_VALUE));
        assertEquals(new BatchResult(LINES, LINES, 4, 0, result.complaint()), result);
        assertTrue(result.complaint().startsWith("lines: line 18: column "), result.complaint());
        assertComplete(folder.resolve("out"));
    }

    /** Of the same length, so that nothing but the text tells. */
    @Test
    void inputsThatChangeDuringARunAreRefused() throws IOException {
        Path input = Files.writeString(folder.resolve("input.jsonl"), "poison 1\npoison 2\n");
        Batch batch =
                new Batch(List.of(BatchSource.ofFile("input", input)), folder.resolve("out"), 1, SETTINGS, "test");
        Batch.Listener changes = new Batch.Listener() {
            @Override
            public void begins(long all, long writtenBefore) {
                try {
                    Files.writeString(input, "poison 1\npoison 3\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void written(long more) {}
        };
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> batch.run(false, 1, new CancellationToken(), changes));
        assertTrue(refusal.getMessage().contains("other lines now"), refusal::getMessage);
    }

    @Test
    void aModelIsPartOfTheManifest() throws IOException {
        Path model = folder.resolve("model.safetensors");
        try (InputStream shipped = PriceModel.class.getResourceAsStream("ddl-price.safetensors")) {
            Files.copy(shipped, model);
        }
        LineSettings learned = new LineSettings("ddl-price:model=" + model, 1, 1);
        Batch batch =
                new Batch(List.of(BatchSource.ofFile("lines", lines)), folder.resolve("out"), SHARDS, learned, "test");
        Watch stopped = new Watch(1);
        batch.run(false, 1, stopped.token, stopped);
        byte[] other = Files.readAllBytes(model);
        other[other.length - 1] ^= 1;
        Files.write(model, other);
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class, () -> batch.run(true, 1, new CancellationToken(), new Watch(1)));
        assertTrue(refusal.getMessage().contains("modelSha256"), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 2", "100, 8", "210, 3"})
    void aCancelledRunHasWholeLinesAndIsContinued(long limit, int threads) throws IOException {
        Path out = folder.resolve("out");
        Watch first = new Watch(limit);
        BatchResult cancelled = run(out, threads, first);
        assertEquals(first.written, cancelled.written());
        Watch second = new Watch(Long.MAX_VALUE);
        assertEquals(LINES, run(out, threads, second).written());
        assertEquals(LINES, second.lines);
        assertEquals(first.written, second.before);
        assertEquals(LINES - first.written, second.written);
        assertComplete(out);
    }

    /** What a run leaves that is killed when it has written so many bytes, be it in the middle of a character. */
    private static void leave(Path directory, long bytes) throws IOException {
        Files.createDirectories(directory);
        Files.copy(reference.resolve(BatchManifest.NAME), directory.resolve(BatchManifest.NAME));
        long left = bytes;
        for (int k = 0; k < SHARDS; k++) {
            byte[] shard = Files.readAllBytes(reference.resolve(Shards.name(k)));
            if (left >= shard.length) {
                Files.write(directory.resolve(Shards.name(k)), shard);
            } else if (left > 0) {
                Files.write(
                        directory.resolve("." + Shards.name(k) + ".tmp"), Arrays.copyOf(shard, Math.toIntExact(left)));
            }
            left -= shard.length;
        }
    }

    private static long bytes() throws IOException {
        long bytes = 0;
        for (int k = 0; k < SHARDS; k++) {
            bytes += Files.size(reference.resolve(Shards.name(k)));
        }
        return bytes;
    }

    @Test
    void aRunGoesOnWhereverAnotherWasKilled() throws IOException {
        Random random = new Random(11);
        long all = bytes();
        for (int i = 0; i < 12; i++) {
            Path out = folder.resolve("out-" + i);
            leave(out, i == 0 ? all : (long) (random.nextDouble() * all));
            BatchResult result = run(out, 2, new Watch(Long.MAX_VALUE));
            assertEquals(new BatchResult(LINES, LINES, 4, 0, result.complaint()), result);
            assertTrue(result.complaint().startsWith("lines: line 18: column "), result.complaint());
            assertComplete(out);
        }
    }

    @Test
    void aShardThatWasWrittenButNotMovedIsMoved() throws IOException {
        Path out = folder.resolve("out");
        leave(out, bytes());
        Files.move(out.resolve(Shards.name(2)), out.resolve("." + Shards.name(2) + ".tmp"));
        Watch watch = new Watch(Long.MAX_VALUE);
        run(out, 2, watch);
        assertEquals(0, watch.written);
        assertComplete(out);
    }

    @Test
    void aShardThatIsGoneOrCutIsWrittenAgain() throws IOException {
        Path out = folder.resolve("out");
        leave(out, bytes());
        Files.delete(out.resolve(Shards.name(1)));
        byte[] third = Files.readAllBytes(out.resolve(Shards.name(3)));
        Files.write(out.resolve(Shards.name(3)), Arrays.copyOf(third, third.length / 2));
        Watch watch = new Watch(Long.MAX_VALUE);
        run(out, 2, watch);
        assertEquals(84, watch.written);
        assertComplete(out);
    }

    @Test
    void aShardWithoutItsLastLineFeedIsWrittenAgain() throws IOException {
        Path out = folder.resolve("out");
        leave(out, bytes());
        byte[] third = Files.readAllBytes(out.resolve(Shards.name(3)));
        Files.write(out.resolve(Shards.name(3)), Arrays.copyOf(third, third.length - 1));
        run(out, 2, new Watch(Long.MAX_VALUE));
        assertComplete(out);
    }

    @Test
    void moreShardsThanLinesAreEmptyFiles() throws IOException {
        Path two = Files.writeString(folder.resolve("two"), "a\nb\n");
        Path out = folder.resolve("out");
        Batch batch = new Batch(List.of(BatchSource.ofFile("two", two)), out, 4, SETTINGS, "test");
        Watch watch = new Watch(Long.MAX_VALUE);
        batch.run(false, 2, watch.token, watch);
        List<Integer> sizes = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            sizes.add(Files.readAllLines(out.resolve(Shards.name(k))).size());
        }
        assertEquals(List.of(1, 1, 0, 0), sizes);
    }

    @Test
    void nothingIsMadeOfNoLine() throws IOException {
        Path none = Files.writeString(folder.resolve("none"), "");
        Path out = folder.resolve("out");
        Batch batch = new Batch(List.of(BatchSource.ofFile("none", none)), out, 1, SETTINGS, "test");
        Watch watch = new Watch(Long.MAX_VALUE);
        assertEquals(new BatchResult(0, 0, 0, 0, ""), batch.run(false, 2, watch.token, watch));
        assertArrayEquals(new byte[0], Files.readAllBytes(out.resolve(Shards.name(0))));
    }
}
