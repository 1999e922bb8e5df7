package dev.twinplace.benchmarks;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
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

/** Does compiling stay linear in the number of devices, at the twins and servers of Table 2? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompilationGrowthBenchmark {
    @Param({"120000", "1200000"})
    public int devices;

    private Scenario scenario;

    @Setup
    public void setUp() {
        scenario = new ScenarioGenerator(
                        Profile.TABLE2,
                        Coupling.CAPACITY,
                        PaperDefaults.TWINS,
                        devices,
                        PaperDefaults.EDGES,
                        PaperDefaults.ALPHA)
                .generate(1);
    }

    /** A new problem for the scenario. */
    @Benchmark
    public PlacementProblem compile() {
        return ScenarioCompiler.compile(scenario);
    }
}
