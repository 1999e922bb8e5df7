package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ProblemInstance;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed must be right. */
class DecisionBenchmarksTest {
    private static DecisionLatency latency(String solver, String coupling, String size) {
        DecisionLatency benchmark = new DecisionLatency();
        benchmark.solver = solver;
        benchmark.coupling = coupling;
        benchmark.size = size;
        benchmark.setUp();
        return benchmark;
    }

    @ParameterizedTest
    @CsvSource({
        "ddl-paper, independent, table2",
        "ddl-paper, contention, table2",
        "ddl-price:polish=none, capacity, table2",
        "ddl-price, contention, table2",
        "ddl-price, capacity, M50S10",
        "decomposition, independent, table2",
        "greedy, capacity, M50S10",
        "local-search, contention, M200S20",
        "branch-and-bound, capacity, table2",
        "cp-sat, independent, table2"
    })
    void decisionsAreThoseOfTheSolver(String solver, String coupling, String size) {
        DecisionLatency benchmark = latency(solver, coupling, size);
        PlacementSolver expected = Solvers.create(solver);
        for (Scenario scenario : Scenarios.clustered(size, coupling, 3)) {
            SolveResult result = expected.solve(SolveRequest.of(ProblemInstance.of(scenario)));
            assertEquals(result.cost(), benchmark.decide(), 1e-12 * result.cost());
            assertArrayEquals(result.placement().orElseThrow().toArray(), benchmark.placement());
        }
    }

    @Test
    void theNextDecisionIsOfAnotherScenarioAndTheyComeAgain() {
        DecisionLatency benchmark = latency("greedy", "independent", "table2");
        double first = benchmark.decide();
        assertTrue(first != benchmark.decide());
        for (int i = 2; i < DecisionLatency.SCENARIOS; i++) {
            benchmark.decide();
        }
        assertEquals(first, benchmark.decide());
    }

    @ParameterizedTest
    @CsvSource({
        "ddl-paper, independent",
        "ddl-paper, contention",
        "ddl-price:polish=none, capacity",
        "ddl-price, capacity",
        "ddl-price, contention"
    })
    void learnedDecisionsAllocateNothing(String solver, String coupling) {
        DecisionLatency benchmark = latency(solver, coupling, "table2");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3_000 && least > 0; round++) { // until it is compiled the Vector API allocates
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < DecisionLatency.SCENARIOS; i++) {
                benchmark.decide();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void aSizeIsTable2OrTwinsAndServers() {
        assertEquals(
                "size: must be table2 or like M50S10, but was 50x10",
                assertThrows(IllegalArgumentException.class, () -> latency("greedy", "capacity", "50x10"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddl-price", "ddl-paper"})
    void stagesAreThoseOfTheSameDecision(String solver) {
        DecisionStages benchmark = new DecisionStages();
        benchmark.solver = solver;
        benchmark.coupling = "contention";
        benchmark.size = "table2";
        benchmark.setUp();
        DecisionStages.Stages stages = new DecisionStages.Stages();
        stages.setUp(benchmark);
        stages.reset();
        double whole = latency(solver, "contention", "table2").decide();
        assertEquals(whole, benchmark.staged(stages));
        assertTrue(stages.compile() != 0 && stages.features() != 0 && stages.forward() != 0);
        assertTrue(stages.decode() != 0 && stages.evaluate() != 0);
        assertEquals(solver.equals("ddl-price"), stages.repair() != 0);
        assertEquals(solver.equals("ddl-price"), stages.polish() != 0);
        stages.reset();
        assertFalse(Double.isFinite(stages.compile()), "nothing is known before the first decision");
    }

    @ParameterizedTest
    @CsvSource({"compile, N1200", "evaluate, M150", "decomposition, S30", "greedy, S30", "ddl-price:polish=none, M150"})
    void whatGrowsIsTheSolversOwn(String solver, String size) {
        DecisionGrowth benchmark = new DecisionGrowth();
        benchmark.solver = solver;
        benchmark.size = size;
        benchmark.setUp();
        double cost = benchmark.time();
        assertTrue(cost > 0 && cost < Double.POSITIVE_INFINITY, () -> "cost: " + cost);
        assertEquals(cost, benchmark.time());
    }
}
