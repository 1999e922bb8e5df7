package dev.twinplace.benchmarks;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many placements does enumeration evaluate in a second, on one core? An operation is a placement. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnumerationBenchmark {
    /** Of 12 twins on 4 servers. */
    static final int PLACEMENTS = 1 << 24;

    @Param({"independent", "capacity", "contention"})
    public String coupling;

    private PlacementSolver solver;
    private PlacementProblem problem;

    @Setup
    public void setUp() {
        solver = new EnumerationSolver();
        problem =
                Problems.of("12x3", Profile.TABLE2, Coupling.ofId(coupling), 1).get(0);
    }

    @Benchmark
    @OperationsPerInvocation(PLACEMENTS)
    public SolveResult enumerate() {
        return solver.solve(problem);
    }
}
