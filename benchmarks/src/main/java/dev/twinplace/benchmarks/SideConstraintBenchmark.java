package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
 * What is proven within a given time where servers have several resources? One thread, in a warm Java VM.
 *
 * <p>{@code provenPercent} is the share of {@value #PROBLEMS} problems proven optimal, {@code meanGapPercent} the mean of
 * (cost − bound)/bound. An operation is a problem.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, Natives.ALLOW_UNSAFE})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 1, time = 3)
public class SideConstraintBenchmark {
    static final int PROBLEMS = 10;

    @Param({"branch-and-bound", "auto", "cp-sat"})
    public String solver;

    /** A family of {@link SideProblems}, twins x servers x resources. */
    @Param({"clustered 15x3x2", "uniform 60x10x3", "clustered 60x10x3", "uniform 1000x50x3", "clustered 1000x50x3"})
    public String problems;

    @Param("1000")
    public int budgetMillis;

    private PlacementSolver chosen;
    private List<PlacementProblem> drawn;

    /** Figures beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Proofs {
        public double provenPercent;
        public double meanGapPercent;
        private int solves;

        @Setup(Level.Iteration)
        public void reset() {
            provenPercent = 0;
            meanGapPercent = 0;
            solves = 0;
        }

        void add(SolveResult result) {
            double share = solves / (solves + 1.0);
            solves++;
            provenPercent = provenPercent * share + (result.status() == SolveStatus.OPTIMAL ? 100.0 : 0) / solves;
            meanGapPercent = meanGapPercent * share + 100 * result.gap() / solves;
        }
    }

    @Setup
    public void setUp() {
        chosen = Solvers.create(solver);
        int blank = problems.indexOf(' ');
        String family = problems.substring(0, blank);
        List<Integer> size = List.of(problems.substring(blank + 1).split("x", -1)).stream()
                .map(Integer::valueOf)
                .toList();
        drawn = LongStream.rangeClosed(1, PROBLEMS)
                .mapToObj(seed -> SideProblems.of(family, size.get(0), size.get(1), size.get(2), seed))
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(PROBLEMS)
    public void solve(Proofs proofs) {
        Budget budget = Budget.ofTime(Duration.ofMillis(budgetMillis));
        for (PlacementProblem problem : drawn) {
            proofs.add(chosen.solve(SolveRequest.of(problem).withBudget(budget)));
        }
    }
}
