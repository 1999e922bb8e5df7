package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How close to the optimum does {@code lagrangian} prove to be, at sizes that no proof reaches? Clustered scenarios, in a
 * warm Java VM.
 *
 * <p>{@code meanGapPercent} is the mean of (cost − bound)/bound over {@value #PROBLEMS} problems. An operation is a problem.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 6)
@Measurement(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
public class LagrangianBenchmark {
    static final int PROBLEMS = 3;

    /** Twins x edge servers, and milliseconds for each problem. */
    @Param({"1000x50 100", "10000x100 5000"})
    public String sizeAndMillis;

    @Param({"capacity", "contention"})
    public String coupling;

    private BudgetedSolver chosen;
    private List<ScenarioQuestion> questions;

    /** Figures beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Proofs {
        public double meanGapPercent;

        @Setup(Level.Iteration)
        public void reset() {
            meanGapPercent = 0;
        }
    }

    @Setup
    public void setUp() {
        int blank = sizeAndMillis.indexOf(' ');
        Budget budget = Budget.ofTime(Duration.ofMillis(Long.parseLong(sizeAndMillis.substring(blank + 1))));
        chosen = BudgetedSolver.of("lagrangian").withBudget(budget);
        questions = Problems.questions(
                sizeAndMillis.substring(0, blank), Profile.CLUSTERED, Coupling.ofId(coupling), PROBLEMS);
    }

    @Benchmark
    @OperationsPerInvocation(PROBLEMS)
    public void solve(Proofs proofs) {
        for (ScenarioQuestion question : questions) {
            SolveResult result = chosen.solve(question, 1);
            proofs.meanGapPercent += 100 * result.gap() / PROBLEMS;
        }
    }
}
