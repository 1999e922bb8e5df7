package dev.twinplace.benchmarks;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.decomposition.DecompositionSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.SplittableRandom;
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

/** What everything else is made of: how long does it take to compile a Table 2 scenario, and to cost a placement? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluationBenchmark {
    /** As many candidates as the paper's ensemble proposes. */
    static final int CANDIDATES = 12;

    private static final long SEED = 1;

    @Param({"independent", "capacity", "contention"})
    public String coupling;

    private Scenario scenario;
    private PlacementProblem problem;
    private ProblemBuffer buffer;
    private CostEvaluator evaluator;
    private IncrementalCost incremental;
    private PlacementSolver decomposition;
    private int[][] candidates;
    private int next;

    @Setup
    public void setUp() {
        scenario = ScenarioGenerator.table2(Profile.TABLE2, Coupling.ofId(coupling))
                .generate(SEED);
        problem = ScenarioCompiler.compile(scenario);
        buffer = new ProblemBuffer(problem.twins(), problem.servers());
        evaluator = new CostEvaluator(problem);
        decomposition = new DecompositionSolver();
        SplittableRandom random = new SplittableRandom(SEED);
        candidates = new int[CANDIDATES][problem.twins()];
        for (int[] candidate : candidates) {
            for (int m = 0; m < candidate.length; m++) {
                candidate[m] = random.nextInt(problem.servers());
            }
        }
        incremental = new IncrementalCost(problem);
        incremental.reset(candidates[0]);
    }

    /** A new problem for the scenario. */
    @Benchmark
    public PlacementProblem compile() {
        return ScenarioCompiler.compile(scenario);
    }

    /** The same into memory that is there already. */
    @Benchmark
    public ProblemView recompile() {
        buffer.fill(scenario);
        return buffer;
    }

    /** The cheapest of the paper's 12 candidate placements, by definition. */
    @Benchmark
    public double evaluateCandidates() {
        double least = Double.POSITIVE_INFINITY;
        for (int[] candidate : candidates) {
            least = Math.min(least, evaluator.cost(candidate));
        }
        return least;
    }

    /** One twin to another server: price and move. */
    @Benchmark
    public double move() {
        int twin = next;
        next = twin + 1 == problem.twins() ? 0 : twin + 1;
        int server = (incremental.serverOf(twin) + 1) % problem.servers();
        double delta = incremental.moveDelta(twin, server);
        incremental.move(twin, server);
        return delta;
    }

    /** Cost after the moves so far. */
    double currentCost() {
        return incremental.cost();
    }

    /** From the parsed scenario to a checked placement. */
    @Benchmark
    public SolveResult decompositionEndToEnd() {
        return decomposition.solve(ScenarioCompiler.compile(scenario));
    }
}
