package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Polish;
import dev.twinplace.ddl.pair.PairModel;
import dev.twinplace.ddl.pair.PairSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.ScenarioCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed must be right. */
class LearnedBenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"none", "local-search"})
    void decisionsAreThoseOfTheSolver(String polish) {
        LearnedDecisionBenchmark benchmark = new LearnedDecisionBenchmark();
        benchmark.coupling = "capacity";
        benchmark.polish = polish;
        benchmark.setUp();
        Polish last = polish.equals("none") ? Polish.NONE : Polish.LOCAL_SEARCH;
        for (long seed = 1; seed <= 3; seed++) {
            var problem = ScenarioCompiler.compile(ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY)
                    .generate(seed));
            int[] expected = new PairSolver(PairModel.shipped(), last)
                    .solve(problem)
                    .placement()
                    .orElseThrow()
                    .toArray();
            assertArrayEquals(expected, benchmark.decide());
        }
    }

    @Test
    void gapsAtEqualTimeAreToABound() {
        EqualTimeBenchmark benchmark = new EqualTimeBenchmark();
        benchmark.sizeAndMicros = "20x3 1000000";
        benchmark.solver = "local-search";
        benchmark.setUp();
        EqualTimeBenchmark.Gaps gaps = new EqualTimeBenchmark.Gaps();
        benchmark.solve(gaps);
        assertEquals(0, gaps.unanswered());
        assertTrue(gaps.meanGapPercent() >= 0 && gaps.meanGapPercent() < 5, () -> gaps.meanGapPercent() + " %");
    }

    /** Setting up compares the outputs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void peersInferTheSame(int batch) throws Exception {
        PeerInference benchmark = new PeerInference();
        benchmark.batch = batch;
        benchmark.setUp();
        float probability = benchmark.twinplace()[0];
        assertTrue(probability > 0 && probability < 1);
        benchmark.close();
    }
}
