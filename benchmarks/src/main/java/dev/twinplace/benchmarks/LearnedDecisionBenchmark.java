package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.Polish;
import dev.twinplace.ddl.pair.PairDecision;
import dev.twinplace.ddl.pair.PairModel;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
 * How long does {@code ddl-pair} take from a parsed scenario to a placement, at the size of Table 2? With {@code
 * -Djmh.prof=gc} it also says what it allocates. Percentiles are over runs and over {@value #SCENARIOS} scenarios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LearnedDecisionBenchmark {
    static final int SCENARIOS = 128;

    @Param({"independent", "contention", "capacity"})
    public String coupling;

    @Param({"none", "local-search"})
    public String polish;

    private final BudgetMeter unlimited = Budget.UNLIMITED.start();
    private List<Scenario> scenarios;
    private PlacementProblem problem;
    private PairDecision decision;
    private int next;

    @Setup
    public void setUp() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.ofId(coupling));
        scenarios = LongStream.rangeClosed(1, SCENARIOS)
                .mapToObj(generator::generate)
                .toList();
        problem = ScenarioCompiler.compile(scenarios.get(0));
        Polish last = Polish.valueOf(polish.toUpperCase(Locale.ROOT).replace('-', '_'));
        decision = new PairDecision(PairModel.shipped(), problem, last);
    }

    /** The placement, which the next decision overwrites. */
    @Benchmark
    public int[] decide() {
        ScenarioCompiler.recompile(scenarios.get(next), problem);
        next = (next + 1) % SCENARIOS;
        if (!decision.decide(unlimited)) {
            throw new IllegalStateException("no placement");
        }
        return decision.placement();
    }
}
