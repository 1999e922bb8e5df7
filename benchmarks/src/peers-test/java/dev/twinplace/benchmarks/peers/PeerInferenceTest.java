package dev.twinplace.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.benchmarks.PaperEnsemble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed must be right. */
class PeerInferenceTest {
    /** Setting up compares the outputs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void peersInferTheSame(int batch) {
        PeerInference benchmark = new PeerInference();
        benchmark.batch = batch;
        benchmark.setUp();
        int last = PaperEnsemble.MEMBERS * batch * PaperEnsemble.OUTPUTS - 1;
        float pytorch = benchmark.pytorch()[last];
        assertEquals(pytorch, benchmark.ojAlgo()[last], 1e-5f);
        assertEquals(pytorch, benchmark.tensorflow()[last], 1e-5f);
        benchmark.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void noticesAnotherOutput(int batch) {
        PaperEnsemble ensemble = new PaperEnsemble(batch);
        assertThrows(IllegalStateException.class, () -> ensemble.requireSame(index -> 2));
        assertThrows(IllegalStateException.class, () -> ensemble.requireSame(index -> Float.NaN));
    }
}
