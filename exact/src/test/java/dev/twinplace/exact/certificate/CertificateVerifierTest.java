package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** True proofs hold, for problems of every kind. Forged ones are in {@link ForgeryTest}. */
class CertificateVerifierTest {
    private static final int PROBLEMS = 200;

    @Test
    void trueProofsByBranchingHold() {
        Set<SolveStatus> proven = EnumSet.noneOf(SolveStatus.class);
        for (long seed = 0; seed < PROBLEMS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            List<String> lines = new TestProver(problem).prove();
            Verification verdict = TestProver.verify(problem, lines);
            Verification.Holds holds =
                    assertInstanceOf(Verification.Holds.class, verdict, seed + ": " + verdict.message());
            assertEquals(lines.size() - 1, holds.nodes());
            proven.add(holds.status());
        }
        assertEquals(EnumSet.of(SolveStatus.OPTIMAL, SolveStatus.INFEASIBLE), proven);
    }

    @Test
    void trueProofsByPricesHold() {
        SplittableRandom random = new SplittableRandom(1);
        int closedByBound = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            double[] prices = random.doubles(problem.twins(), 0, 30).toArray();
            List<String> lines = new TestProver(problem, prices).prove();
            Verification verdict = TestProver.verify(problem, lines);
            assertInstanceOf(Verification.Holds.class, verdict, seed + ": " + verdict.message());
            closedByBound += (int) lines.stream()
                    .filter(line -> line.contains("\"bound\",\"prices\""))
                    .count();
        }
        assertTrue(closedByBound > PROBLEMS, "closed by bound: " + closedByBound);
    }

    @Test
    void saysHowLargeTheProofIs() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .cost(0, 1, 1)
                .cost(1, 1, 1)
                .demand(0, 1)
                .demand(1, 1)
                .capacity(0, 1)
                .build();
        Verification verdict = TestProver.verify(problem, new TestProver(problem).prove());
        assertEquals(new Verification.Holds(7, 2, SolveStatus.OPTIMAL), verdict);
        assertEquals("the proof holds: 7 nodes", verdict.message());
    }
}
