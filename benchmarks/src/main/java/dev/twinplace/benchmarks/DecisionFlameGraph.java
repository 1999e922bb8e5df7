package dev.twinplace.benchmarks;

import dev.twinplace.api.StageListener;
import dev.twinplace.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import one.profiler.AsyncProfiler;
import one.profiler.AsyncProfilerLoader;

/**
 * What {@code benchmarks/flamegraph} starts: decides for some seconds under a sampling profiler, and writes where the time
 * went as a flame graph. It samples by performance events, or by a timer where the system keeps those closed.
 */
public final class DecisionFlameGraph {
    private static final int BAD_USAGE = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final String INTERVAL = "interval=100us";

    private final List<Scenario> scenarios;
    private final Decider decider;

    DecisionFlameGraph(String solver, String coupling, String size) {
        scenarios = Scenarios.clustered(size, coupling, DecisionLatency.SCENARIOS);
        decider = Decider.of(solver, scenarios.get(0), StageListener.NONE);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: benchmarks/flamegraph SOLVER COUPLING SIZE");
            System.exit(BAD_USAGE);
        }
        try {
            String name = String.join("-", arguments).replace(' ', '-') + ".html";
            Path file = Path.of("benchmarks", "target", "flamegraph", name);
            new DecisionFlameGraph(arguments[0], arguments[1], arguments[2]).write(file, WARM_UP, MEASURED);
            System.out.println("Written to " + file);
        } catch (IllegalArgumentException e) {
            System.err.println("flamegraph: " + e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    void write(Path file, Duration warmUp, Duration measured) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        decideFor(warmUp);
        AsyncProfiler profiler = AsyncProfilerLoader.load();
        start(profiler);
        decideFor(measured);
        profiler.execute("stop,flamegraph,file=" + file);
    }

    private static void start(AsyncProfiler profiler) throws IOException {
        try {
            profiler.execute("start,event=cpu," + INTERVAL);
        } catch (IllegalStateException | IOException e) {
            System.out.println("Sampling by a timer: " + e.getMessage());
            profiler.execute("start,event=itimer," + INTERVAL);
        }
    }

    /** Returns the sum of costs, so that nothing is left out as useless. */
    private double decideFor(Duration time) {
        double sum = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            for (Scenario scenario : scenarios) {
                sum += decider.decide(scenario);
            }
        }
        return sum;
    }
}
