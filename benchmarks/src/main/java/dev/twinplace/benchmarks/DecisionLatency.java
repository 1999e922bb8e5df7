package dev.twinplace.benchmarks;

import dev.twinplace.api.StageListener;
import dev.twinplace.model.Scenario;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a whole decision take, from a parsed scenario to a checked placement? The paper says 0.01 s.
 *
 * <p>Percentiles are over time and over {@value #SCENARIOS} scenarios. Exact solvers stop after a second. {@code ddl-paper}
 * serves the size of Table 2 alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.VECTOR_API, Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, Natives.ALLOW_UNSAFE})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecisionLatency {
    static final int SCENARIOS = 64;

    @Param({
        "ddl-paper",
        "ddl-price:polish=none",
        "ddl-price",
        "decomposition",
        "greedy",
        "local-search",
        "branch-and-bound",
        "cp-sat"
    })
    public String solver;

    @Param({"independent", "capacity", "contention"})
    public String coupling;

    @Param({"table2", "M50S10", "M200S20", "M1000S50"})
    public String size;

    private List<Scenario> scenarios;
    private Decider decider;
    private int next;

    @Setup
    public void setUp() {
        scenarios = Scenarios.clustered(size, coupling, SCENARIOS);
        decider = Decider.of(solver, scenarios.get(0), StageListener.NONE);
    }

    /** Returns what the placement costs. */
    @Benchmark
    public double decide() {
        Scenario scenario = scenarios.get(next);
        next = (next + 1) % SCENARIOS;
        return decider.decide(scenario);
    }

    /** The placement decided last. */
    int[] placement() {
        return decider.placement();
    }
}
