package dev.twinplace.benchmarks;

import dev.twinplace.api.StageListener;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
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
 * How does the time of what should be linear grow, over three decades of devices, twins and edge servers? From Table 2 on,
 * clustered, under capacity. A decision is one from a parsed scenario to a checked placement; {@code compile} is its first
 * step alone, {@code evaluate} the cost of a placement by definition.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.VECTOR_API})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DecisionGrowth {
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    @Param({"compile", "evaluate", "decomposition", "greedy", "ddl-price:polish=none", "ddl-price"})
    public String solver;

    /** What grows, and how large it is; M brings along eight devices for each twin. */
    @Param({"N120", "N1200", "N12000", "N120000", "M15", "M150", "M1500", "M15000", "S3", "S30", "S300", "S3000"})
    public String size;

    private DoubleSupplier operation;

    @Setup
    public void setUp() {
        Scenario scenario = scenario(size.charAt(0), Integer.parseInt(size.substring(1)));
        switch (solver) {
            case "compile" ->
                operation = () -> ScenarioCompiler.compile(scenario).cost(0, 0);
            case "evaluate" -> {
                PlacementProblem problem = ScenarioCompiler.compile(scenario);
                CostEvaluator evaluator = new CostEvaluator(problem);
                int[] placement = new int[problem.twins()];
                operation = () -> evaluator.cost(placement);
            }
            default -> {
                Decider decider = Decider.of(solver, scenario, StageListener.NONE);
                operation = () -> decider.decide(scenario);
            }
        }
    }

    private static Scenario scenario(char axis, int value) {
        int twins = axis == 'M' ? value : PaperDefaults.TWINS;
        int devices = axis == 'N' ? value : DEVICES_PER_TWIN * twins;
        int edges = axis == 'S' ? value : PaperDefaults.EDGES;
        return new ScenarioGenerator(Profile.CLUSTERED, Coupling.CAPACITY, twins, devices, edges, PaperDefaults.ALPHA)
                .generate(1);
    }

    /** Returns a cost. */
    @Benchmark
    public double time() {
        return operation.getAsDouble();
    }
}
