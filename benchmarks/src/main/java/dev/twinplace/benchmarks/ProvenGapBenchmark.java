package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
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
 * What is proven within a given time? Two threads, clustered scenarios, in a warm Java VM.
 *
 * <p>{@code provenPercent} is the share of {@value #PROBLEMS} problems proven optimal, {@code meanGapPercent} the mean of
 * (cost − bound)/bound. An operation is a problem.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, Natives.ALLOW_UNSAFE})
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
public class ProvenGapBenchmark {
    static final int PROBLEMS = 20;
    private static final int THREADS = 2;

    @Param({"branch-and-bound", "cp-sat"})
    public String solver;

    /** Twins x edge servers. */
    @Param({"30x5", "60x10"})
    public String size;

    @Param({"capacity", "contention"})
    public String coupling;

    @Param("1000")
    public int budgetMillis;

    private BudgetedSolver chosen;
    private List<ScenarioQuestion> questions;

    /** Figures beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Proofs {
        public double provenPercent;
        public double meanGapPercent;

        @Setup(Level.Iteration)
        public void reset() {
            provenPercent = 0;
            meanGapPercent = 0;
        }
    }

    @Setup
    public void setUp() {
        Budget budget = Budget.ofTime(Duration.ofMillis(budgetMillis));
        chosen = BudgetedSolver.of(solver).withBudget(budget).withThreads(THREADS);
        questions = Problems.questions(size, Profile.CLUSTERED, Coupling.ofId(coupling), PROBLEMS);
    }

    @Benchmark
    @OperationsPerInvocation(PROBLEMS)
    public void solve(Proofs proofs) {
        for (ScenarioQuestion question : questions) {
            SolveResult result = chosen.solve(question, 0);
            proofs.provenPercent += result.status() == SolveStatus.OPTIMAL ? 100.0 / PROBLEMS : 0;
            proofs.meanGapPercent += 100 * result.gap() / PROBLEMS;
        }
    }
}
