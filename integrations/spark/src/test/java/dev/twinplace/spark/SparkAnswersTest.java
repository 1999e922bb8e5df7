package dev.twinplace.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.decision.lines.LineSettings;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark in this process, on two threads, with up to four attempts for each task. */
class SparkAnswersTest {
    private static final LineSettings SETTINGS = new LineSettings("branch-and-bound", 100, 1);
    private static final int LINES = 60;
    private static final int POISON = 7;

    /** Tasks that failed, for all threads of this process. */
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2,4]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.files.maxPartitionBytes", "128k")
                .getOrCreate();
        spark.sparkContext().setLogLevel("OFF");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<byte[]> draw() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(ScenarioWriter.line(generator.generate(i)).getBytes(UTF_8));
        }
        lines.set(POISON, new byte[] {'"', (byte) 0xc3, '"', '\r'});
        lines.set(POISON + 1, new byte[0]);
        return lines;
    }

    private static List<String> expected(List<byte[]> lines) {
        LineDecider decider = new LineDecider(SETTINGS);
        return lines.stream().map(line -> decider.answer(line).json()).toList();
    }

    private static void write(List<byte[]> lines, OutputStream out) throws IOException {
        try (out) {
            for (byte[] line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
    }

    private String file(List<byte[]> lines) throws IOException {
        Path file = folder.resolve("lines.jsonl");
        write(lines, Files.newOutputStream(file));
        return file.toString();
    }

    private static List<String> parts(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> lines = new ArrayList<>();
            for (Path part : files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(part));
            }
            return lines;
        }
    }

    @Test
    void everyLineHasTheAnswerOfBatchInItsPlace() throws IOException {
        List<byte[]> lines = draw();
        Dataset<byte[]> read = SparkAnswers.lines(spark, List.of(file(lines)));
        assertTrue(read.javaRDD().getNumPartitions() > 2, "several tasks");
        assertEquals(expected(lines), SparkAnswers.of(read, SETTINGS).collectAsList());
    }

    @Test
    void packedLinesAreTheSameLines() throws IOException {
        List<byte[]> lines = draw();
        Path packed = folder.resolve("lines.jsonl.gz");
        write(lines, new GZIPOutputStream(Files.newOutputStream(packed)));
        Dataset<byte[]> read = SparkAnswers.lines(spark, List.of(packed.toString()));
        assertEquals(expected(lines), SparkAnswers.of(read, SETTINGS).collectAsList());
    }

    @Test
    void aTaskThatFailsIsRepeatedAndNothingIsLost() throws IOException {
        List<byte[]> lines = draw();
        FAILURES.set(0);
        MapFunction<byte[], byte[]> failing = line -> {
            TaskContext task = TaskContext.get();
            if (task.attemptNumber() < 2 && task.partitionId() % 2 == 1) {
                FAILURES.incrementAndGet();
                throw new IllegalStateException("this executor is lost");
            }
            return line;
        };
        Dataset<byte[]> read = SparkAnswers.lines(spark, List.of(file(lines))).map(failing, Encoders.BINARY());
        Path out = folder.resolve("out");
        SparkAnswers.of(read, SETTINGS).write().text(out.toString());
        assertTrue(FAILURES.get() >= 2, "tasks failed: " + FAILURES);
        assertEquals(expected(lines), parts(out));
    }

    @Test
    void aPoisonLineIsARowWithAnError() throws IOException {
        List<byte[]> lines = draw();
        Path out = folder.resolve("out");
        SparkAnswers.columns(SparkAnswers.of(SparkAnswers.lines(spark, List.of(file(lines))), SETTINGS))
                .write()
                .parquet(out.toString());
        Dataset<Row> table = spark.read().parquet(out.toString());
        assertEquals(LINES, table.count());
        List<Row> errors = table.where("error is not null").orderBy("error").collectAsList();
        assertEquals(
                List.of("input: must be JSON, but is empty", "input: must be UTF-8, but is not"),
                errors.stream().map(row -> row.<String>getAs("error")).toList());
        assertNull(errors.get(0).getAs("status"));
        Row answered = table.where("status = 'OPTIMAL'").first();
        assertNotNull(answered.getAs("cost"));
        assertFalse(answered.<String>getAs("scenario").isEmpty());
        assertEquals(
                expected(lines).stream().sorted().toList(),
                table.select(SparkAnswers.ANSWER).as(Encoders.STRING()).collectAsList().stream()
                        .sorted()
                        .toList());
    }

    /** The program as its main method runs it, on this session, which it ends; one line where it cannot. */
    @Test
    void theProgramNamesWhatIsWrongInOneLine() throws IOException {
        String lines = file(draw());
        String out = folder.resolve("out").toString();
        assertTrue(complaint(lines, "--output", out, "--solver", "auto").startsWith("twinplace: --solver: must be"));
        assertTrue(complaint(lines, "--output", out, "--nodes", "0").startsWith("twinplace: --nodes: must be"));
        assertTrue(complaint(lines).contains("--output"));
    }

    private static String complaint(String... arguments) {
        StringWriter err = new StringWriter();
        assertEquals(2, SparkBatch.run(new PrintWriter(err), arguments));
        assertEquals(1, err.toString().lines().count(), err.toString());
        return err.toString();
    }
}
