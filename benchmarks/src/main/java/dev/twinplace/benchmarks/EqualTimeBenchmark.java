package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Solvers;
import dev.twinplace.decision.DecisionSession;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
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
 * Is a learned policy better than what one could do without learning in the same time? Clustered scenarios under capacity,
 * from the compiled problem to the checked placement, by {@code ddl-price}, by greedy with local search, and by {@code
 * lagrangian}, each in a {@link DecisionSession} and stopped when the time is over.
 *
 * <p>{@code meanGapPercent} is the mean of (cost − bound)/bound, the bound being what {@code lagrangian} proves in {@value
 * #SECONDS_FOR_BOUND} seconds; {@code unanswered} is the share without a placement. An operation is a problem.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 1, time = 3)
public class EqualTimeBenchmark {
    static final int PROBLEMS = 16;
    private static final int SECONDS_FOR_BOUND = 1;

    /** Twins x edge servers, and microseconds for each problem. */
    @Param({"60x10 200", "1000x50 10000"})
    public String sizeAndMicros;

    /** ddl-price with either last step. */
    @Param({"ddl-price", "ddl-price:polish=none", "greedy", "local-search", "lagrangian"})
    public String solver;

    private DecisionSession session;
    private Budget budget;
    private List<PlacementProblem> problems;
    private double[] bounds;

    /** Figures beside the time, means over all operations of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Gaps {
        private double sum;
        private int answered;
        private int asked;

        @Setup(Level.Iteration)
        public void reset() {
            sum = 0;
            answered = 0;
            asked = 0;
        }

        public double meanGapPercent() {
            return 100 * sum / answered;
        }

        public double unanswered() {
            return (double) (asked - answered) / asked;
        }

        void add(double gap) {
            asked++;
            if (Double.isFinite(gap)) {
                sum += gap;
                answered++;
            }
        }
    }

    @Setup
    public void setUp() {
        String[] sizeAndTime = sizeAndMicros.split(" ", -1);
        budget = Budget.ofTime(Duration.ofNanos(1000 * Long.parseLong(sizeAndTime[1])));
        problems = Problems.of(sizeAndTime[0], Profile.CLUSTERED, Coupling.CAPACITY, PROBLEMS);
        PlacementProblem first = problems.get(0);
        session = DecisionSession.open(Solvers.create(solver), first.twins(), first.servers());
        Budget forBound = Budget.ofTime(Duration.ofSeconds(SECONDS_FOR_BOUND));
        PlacementSolver bounding = Solvers.create("lagrangian");
        bounds = problems.stream()
                .mapToDouble(problem -> bounding.solve(problem, forBound, 1, IncumbentListener.NONE)
                        .lowerBound())
                .toArray();
    }

    @Benchmark
    @OperationsPerInvocation(PROBLEMS)
    public void solve(Gaps gaps) {
        for (int i = 0; i < PROBLEMS; i++) {
            session.decide(problems.get(i), budget, 1);
            gaps.add((session.cost() - bounds[i]) / bounds[i]);
        }
    }
}
