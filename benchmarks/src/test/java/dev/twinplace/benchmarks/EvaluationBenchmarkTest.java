package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is timed must be right. */
class EvaluationBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void everyMethodComputesWhatItsNameSays(Coupling coupling) {
        EvaluationBenchmark benchmark = new EvaluationBenchmark();
        benchmark.coupling = coupling.id();
        benchmark.setUp();
        Scenario scenario = ScenarioGenerator.table2(Profile.TABLE2, coupling).generate(1);
        PlacementProblem compiled = benchmark.compile();
        assertEquals(compiled.cost(14, 3), benchmark.recompile().cost(14, 3));
        assertEquals(cheapestOf12(scenario), benchmark.evaluateCandidates(), 1e-9);
        double before = benchmark.currentCost();
        double delta = benchmark.move();
        assertEquals(before + delta, benchmark.currentCost(), 1e-9);
        SolveStatus status = benchmark.decompositionEndToEnd().status();
        assertTrue(coupling != Coupling.INDEPENDENT || status == SolveStatus.OPTIMAL);
    }

    private static double cheapestOf12(Scenario scenario) {
        SplittableRandom random = new SplittableRandom(1);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < EvaluationBenchmark.CANDIDATES; i++) {
            int[] candidate = random.ints(15, 0, 4).toArray();
            least = Math.min(least, Outcome.of(scenario, candidate).totalCost());
        }
        return least;
    }
}
