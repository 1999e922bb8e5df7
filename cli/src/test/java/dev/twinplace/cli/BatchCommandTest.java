package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCommandTest {
    private static final int LINES = 12;

    @TempDir
    private Path folder;

    private Path lines;

    @BeforeEach
    void generate() throws IOException {
        lines = folder.resolve("lines.jsonl");
        Run run = Run.of(
                "generate",
                "--profile",
                "table2",
                "--coupling",
                "contention",
                "--lines",
                "--count",
                String.valueOf(LINES),
                "--output",
                lines.toString());
        assertEquals(0, run.status(), run.err());
        assertEquals(LINES, Files.readAllLines(lines).size());
    }

    private Run batch(String output, Object... more) {
        List<String> arguments = new ArrayList<>(
                List.of("batch", "--output", folder.resolve(output).toString(), "--shards", "3"));
        for (Object each : more) {
            arguments.add(each.toString());
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private String answers(String output) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            all.append(Files.readString(folder.resolve(output).resolve("part-0000" + k + ".jsonl")));
        }
        return all.toString();
    }

    private static String onlyLine(Run run) {
        assertEquals(2, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        return run.err().strip();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void everyScenarioIsAnsweredInItsOrder() throws IOException {
        Run run = batch("out", lines);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("12 of 12 lines answered: "), run.out());
        List<String> answers = answers("out").lines().toList();
        assertEquals(LINES, answers.size());
        for (int i = 0; i < LINES; i++) {
            assertTrue(answers.get(i).contains("\"status\":\"OPTIMAL\""), answers.get(i));
            String name = Files.readAllLines(lines).get(i).replaceFirst(".*\"name\":(\"[^\"]*\").*", "$1");
            assertTrue(answers.get(i).contains("\"scenario\":" + name), name);
        }
    }

    @Test
    void packedPartedAndPipedInputsAreTheSameInput() throws IOException {
        assertEquals(0, batch("out", lines).status());
        Path packed = Files.write(folder.resolve("packed"), gzip(Files.readAllBytes(lines)));
        assertEquals(0, batch("packed-out", packed).status());
        assertEquals(answers("out"), answers("packed-out"));
        assertEquals(0, batch("out", packed, "--resume").status());

        List<String> all = Files.readAllLines(lines);
        Path first = Files.writeString(folder.resolve("first"), String.join("\n", all.subList(0, 5)));
        Path second = Files.write(folder.resolve("second"), all.subList(5, LINES));
        assertEquals(0, batch("parted", first, second).status());
        assertEquals(answers("out"), answers("parted"));

        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(gzip(Files.readAllBytes(second))));
            assertEquals(0, batch("piped", first, "-").status());
        } finally {
            System.setIn(before);
        }
        assertEquals(answers("out"), answers("piped"));
        assertEquals(4, folder.resolve("piped").toFile().list().length, "the copy of standard input must be gone");
    }

    @Test
    void aLineThatIsNoScenarioIsAnErrorOnItsLineAndInTheStatus() throws IOException {
        List<String> all = new ArrayList<>(Files.readAllLines(lines));
        all.set(4, all.get(4).replaceFirst("\"alpha\":0.5", "\"alpha\":2"));
        all.set(7, "");
        all.set(8, "{\"half\":");
        Files.write(lines, all);
        Run run = batch("out", lines);
        assertEquals(
                "twinplace: " + lines + ": line 5: alpha: must be in [0, 1], but was 2.0; 2 more without an answer",
                onlyLine(run));
        assertTrue(run.out().startsWith("9 of 12 lines answered"), run.out());
        List<String> answers = answers("out").lines().toList();
        for (int i = 0; i < LINES; i++) {
            assertEquals(i == 4 || i == 7 || i == 8, answers.get(i).contains("\"error\":"), answers.get(i));
        }
        assertEquals(run.err(), batch("out", lines, "--resume").err());
    }

    @ParameterizedTest
    @CsvSource({
        "--nodes, 7, nodes: must be that of this run",
        "--shards, 4, shards: must be that of this run",
        "--solver, greedy, solver: must be that of this run"
    })
    void onlyTheSameRunIsContinued(String option, String value, String complaint) throws IOException {
        assertEquals(0, batch("out", lines).status());
        List<String> arguments = new ArrayList<>(List.of(
                "batch", lines.toString(), "--output", folder.resolve("out").toString(), "--resume"));
        if (!option.equals("--shards")) {
            arguments.addAll(List.of("--shards", "3"));
        }
        arguments.addAll(List.of(option, value));
        String before = answers("out");
        assertTrue(onlyLine(Run.of(arguments.toArray(String[]::new))).contains(complaint), complaint);
        assertEquals(before, answers("out"));
    }

    @Test
    void anotherSeedIsNotMixedIn() {
        assertEquals(0, batch("out", lines, "--solver", "random").status());
        Run other = batch("out", lines, "--solver", "random", "--seed", "2", "--resume");
        assertTrue(onlyLine(other).endsWith("seed: must be that of this run, which is 2, but is 1"));
    }

    @Test
    void anotherInputIsNotMixedIn() throws IOException {
        assertEquals(0, batch("out", lines).status());
        List<String> all = Files.readAllLines(lines);
        all.set(3, all.get(4));
        Files.write(lines, all);
        assertTrue(onlyLine(batch("out", lines, "--resume")).contains("inputSha256: must be that of this run"));
    }

    @Test
    void aDirectoryWithOtherFilesOrAnotherRunIsRefused() throws IOException {
        assertEquals(0, batch("out", lines).status());
        assertTrue(onlyLine(batch("out", lines)).contains("--resume"));
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("thesis.tex"), "");
        assertTrue(onlyLine(batch("mine", lines, "--resume")).endsWith("but has thesis.tex"));
        assertTrue(onlyLine(batch("lines.jsonl", lines)).contains("must be a directory that can be written"));
        try (FileChannel manifest = FileChannel.open(folder.resolve("out/manifest.json"), StandardOpenOption.WRITE);
                FileLock lock = manifest.lock()) {
            assertTrue(lock.isValid());
            assertTrue(onlyLine(batch("out", lines, "--resume")).contains("another run is writing it"));
        }
    }

    @Test
    void badInputIsOneLineAndMakesNothing() throws IOException {
        assertTrue(onlyLine(batch("out", lines, folder.resolve("none"))).endsWith("there is no such file"));
        assertTrue(onlyLine(batch("out", folder)).endsWith("must be a file, but is a directory"));
        assertTrue(onlyLine(batch("out", "-", "-")).contains("must have - once"));
        assertTrue(onlyLine(batch("out", lines, "--solver", "auto"))
                .contains("--solver: must be one that time does not end"));
        assertTrue(onlyLine(batch("out", lines, "--solver", "best")).contains("--solver: must be one of "));
        assertTrue(onlyLine(batch("out", lines, "--nodes", "0")).contains("--nodes: must be at least 1"));
        assertTrue(onlyLine(batch("out", lines, "--threads", "0")).contains("--threads: must be at least 1"));
        Run noShard = Run.of(
                "batch", lines.toString(), "--output", folder.resolve("out").toString(), "--shards", "0");
        assertTrue(onlyLine(noShard).contains("--shards: must be from 1 to 100000"));
        assertFalse(Files.exists(folder.resolve("out")));
        byte[] packed = gzip(Files.readAllBytes(lines));
        Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(packed, packed.length / 2));
        assertTrue(onlyLine(batch("out", cut)).contains("cut.gz: must be readable, but there was an error: "));
        assertEquals(0, batch("out", lines).status(), "nothing was begun");
    }

    @Test
    void aSeedWithoutEffectIsAWarning() {
        Run run = batch("out", lines, "--solver", "greedy", "--seed", "4");
        assertEquals(0, run.status());
        assertEquals("warning: --seed: has no effect on greedy", run.err().strip());
    }

    @Test
    void helpSaysWhatTheBytesDependOn() {
        String help = Run.of("batch", "--help").out();
        assertTrue(help.contains("--resume"), help);
        assertFalse(help.contains("${"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    }
}
