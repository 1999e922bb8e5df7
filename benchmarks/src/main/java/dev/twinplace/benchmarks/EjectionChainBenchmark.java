package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.PlacementProblem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many moves of a twin to a server does {@code ejection-chain} evaluate in a second on one thread? Problems are drawn
 * by the recipes of the published types, with 20 servers and 200 twins or 80 servers and 1,600 twins.
 *
 * <p>An operation is a solve with {@value #NODES} nodes; {@code evaluatedMoves} is a rate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EjectionChainBenchmark {
    static final long NODES = 20_000;

    @Param({"c", "d", "e"})
    public String type;

    /** Servers x twins. */
    @Param({"20x200", "80x1600"})
    public String size;

    private SolveRequest request;

    /** Counts evaluated moves. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Moves {
        public long evaluatedMoves;

        @Setup(Level.Iteration)
        public void reset() {
            evaluatedMoves = 0;
        }
    }

    @Setup
    public void setUp() {
        int cross = size.indexOf('x');
        PlacementProblem problem = AssignmentFamilies.of(
                type, Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1)), 1);
        request = SolveRequest.of(problem).withBudget(Budget.ofNodes(NODES));
    }

    /** Returns what the placement costs. */
    @Benchmark
    public double search(Moves moves) {
        SolveContext context = new SolveContext(request);
        moves.evaluatedMoves += new EjectionChainSolver().search(context);
        return context.result().cost();
    }
}
