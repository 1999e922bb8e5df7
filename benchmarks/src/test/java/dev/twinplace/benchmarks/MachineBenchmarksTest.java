package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinplace.benchmarks.simd.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import one.profiler.AsyncProfilerLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is timed must be done, and all of it. */
class MachineBenchmarksTest {
    private static final int CHAINS = 12;

    @TempDir
    private Path folder;

    private static MachineLimit machine() {
        MachineLimit benchmark = new MachineLimit();
        benchmark.setUp();
        return benchmark;
    }

    /** After n steps from x a scalar chain is at the n-th partial sum of a geometric series towards 1, a vector's at x + n·x·(1 − x). */
    @Test
    void everyMultiplyAddIsDone() {
        int steps = 5;
        float x = 0.75f;
        double chain = 1 - (1 - x) * Math.pow(x, steps);
        assertEquals(CHAINS * chain, MachineLimit.scalarMultiplyAdds(CHAINS * steps, x), 1e-5);
        int all = CHAINS * Probe.lanes();
        assertEquals(all * (x + steps * x * (1 - x)), Probe.multiplyAdds(all * steps, x), 1e-4);
        assertEquals(all * (x + (steps + 1) * x * (1 - x)), Probe.multiplyAdds(all * steps + 1, x), 1e-4);
    }

    @Test
    void everyFloatIsRead() {
        MachineLimit.Amount amount = new MachineLimit.Amount();
        MachineLimit.Block block = new MachineLimit.Block();
        block.kibibytes = 16;
        block.setUp();
        assertEquals(4096, machine().read(block, amount));
        assertEquals(16_384, amount.amount());
        float floats = machine().readWeights(amount);
        assertEquals(4.0 * floats, amount.amount());
    }

    @Test
    void aForwardPassIsAllMembersOfThePaper() {
        MachineLimit.Amount amount = new MachineLimit.Amount();
        MachineLimit benchmark = machine();
        float sum = benchmark.forward(amount);
        assertTrue(Float.isFinite(sum) && sum != 0);
        assertEquals(sum, benchmark.forward(amount), 1e-4f);
        assertEquals(12 * (120 * 120 + 120 * 80 + 80 * 30), amount.amount());
        MachineLimit.Amount alone = new MachineLimit.Amount();
        benchmark.multiplyAdds(alone);
        assertEquals(amount.amount(), alone.amount());
        benchmark.scalarMultiplyAdds(alone);
        assertEquals(amount.amount(), alone.amount());
    }

    private StartUp startUp(String script) throws IOException {
        Path launcher = Files.writeString(folder.resolve("twinplace"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(launcher, Set.of(PosixFilePermission.values()));
        StartUp benchmark = new StartUp();
        benchmark.solver = "ddl-price";
        benchmark.setUp(launcher);
        return benchmark;
    }

    @Test
    void aStartEndsWithAnAnswer() throws Exception {
        StartUp benchmark = startUp("echo \"$1 $3 $4\"; grep -c '\"twin-15\"' \"$2\"\n");
        assertEquals(0, benchmark.solve());
        assertTrue(Files.readString(benchmark.answer()).startsWith("solve --solver ddl-price\n"));
        benchmark.tearDown();
        assertFalse(Files.exists(benchmark.answer()));
    }

    @Test
    void aFailedStartIsNoMeasurement() throws Exception {
        StartUp benchmark = startUp("echo broken; exit 3\n");
        String message =
                assertThrows(IllegalStateException.class, benchmark::solve).getMessage();
        assertEquals("twinplace solve ended with 3: broken\n", message);
        benchmark.tearDown();
    }

    @Test
    void aFlameGraphShowsDecisions() throws IOException {
        assumeTrue(AsyncProfilerLoader.isSupported(), "async-profiler has no library for this system");
        Path file = folder.resolve("graph.html");
        new DecisionFlameGraph("ddl-price", "capacity", "table2").write(file, Duration.ZERO, Duration.ofMillis(500));
        assertTrue(Files.readString(file).contains("ddl/price/"));
    }
}
