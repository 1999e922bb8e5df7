package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed must be right. */
class LearnedBenchmarksTest {
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
