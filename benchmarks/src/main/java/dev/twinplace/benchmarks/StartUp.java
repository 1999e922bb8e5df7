package dev.twinplace.benchmarks;

import dev.twinplace.io.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long until the first answer? From the start of {@code ./twinplace solve} with a Table 2 scenario to the
 * end of the process, its Java VM included. The launcher is built beforehand, if it has to be.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
public class StartUp {
    private static final String LAUNCHER = "twinplace";

    @Param({"ddl-price", "ddl-paper", "decomposition", "branch-and-bound"})
    public String solver;

    private Path scenario;
    private Path launcher;

    @Setup
    public void setUp() throws IOException {
        setUp(launcher());
    }

    /** With a launcher of its own. */
    void setUp(Path executable) throws IOException {
        launcher = executable;
        scenario = Files.createTempFile("table2", ".json");
        ScenarioWriter.write(Scenarios.clustered("table2", "independent", 1).get(0), scenario);
    }

    /** In this folder or one above it. */
    private static Path launcher() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(LAUNCHER);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no executable " + LAUNCHER + " in this folder or above it");
    }

    @TearDown
    public void tearDown() throws IOException {
        Files.delete(scenario);
        Files.deleteIfExists(answer());
    }

    /** Returns the exit status, 0. */
    @Benchmark
    public int solve() throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(launcher.toString(), "solve", scenario.toString(), "--solver", solver);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.redirectOutput(answer().toFile()).redirectErrorStream(true);
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("twinplace solve ended with " + status + ": " + Files.readString(answer()));
        }
        return status;
    }

    /** What the last run said. */
    Path answer() {
        return Path.of(scenario + ".answer");
    }
}
