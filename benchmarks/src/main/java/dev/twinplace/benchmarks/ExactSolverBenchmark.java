package dev.twinplace.benchmarks;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import java.util.List;
import java.util.Locale;
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

/** How long does it take to prove an optimum? One thread; percentiles are over runs and over {@value #PROBLEMS} problems. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, Natives.ALLOW_UNSAFE})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExactSolverBenchmark {
    static final int PROBLEMS = 128;

    @Param({"branch-and-bound", "cp-sat"})
    public String solver;

    /** Twins x edge servers; Table 2 has 15x3. */
    @Param("15x3")
    public String size;

    @Param({"table2", "clustered"})
    public String profile;

    @Param({"capacity", "contention"})
    public String coupling;

    private BudgetedSolver chosen;
    private List<ScenarioQuestion> questions;
    private int next;

    @Setup
    public void setUp() {
        chosen = BudgetedSolver.of(solver);
        Profile drawn = Profile.valueOf(profile.toUpperCase(Locale.ROOT));
        questions = Problems.questions(size, drawn, Coupling.ofId(coupling), PROBLEMS);
    }

    /** From the compiled problem to a proven, checked placement. */
    @Benchmark
    public SolveResult prove() {
        SolveResult result = chosen.solve(questions.get(next), 0);
        next = (next + 1) % PROBLEMS;
        return result;
    }
}
