package dev.twinplace.exact.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.certificate.CertificateVerifier;
import dev.twinplace.exact.certificate.Verification;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proofs of the problems of {@link MidSizeAgreementTest} hold, and their trees are deep. The number of problems is the system
 * property {@code twinplace.agreement.certificates}.
 */
class MidSizeCertificatesTest {
    private static final int ORDINARY = 300;

    @TempDir
    private Path folder;

    @Test
    void proofsOfMidSizeProblemsHold() throws IOException {
        int problems = Integer.getInteger("twinplace.agreement.certificates", ORDINARY);
        Path file = folder.resolve("proof.jsonl");
        PlacementSolver heuristic = new LagrangianSolver();
        int branched = 0;
        int deepest = 0;
        long depths = 0;
        for (int seed = 0; seed < problems; seed++) {
            PlacementProblem problem = MidSizeProblems.of(seed).instance().toProblem();
            Budget budget = Budget.ofNodes(seed % 3 == 0 ? 20 : 2000);
            SolveRequest request = SolveRequest.of(problem).withBudget(budget).withThreads(1 + seed % 2);
            Optional<Placement> start = seed % 5 == 0 ? heuristic.solve(problem).placement() : Optional.empty();
            SolveResult result = new BranchAndBoundSolver()
                    .certify(start.map(request::withStart).orElse(request), file);
            Verification.Holds holds =
                    assertInstanceOf(Verification.Holds.class, verify(problem, file), "seed " + seed);
            assertEquals(result.status(), holds.status(), "seed " + seed);
            branched += holds.nodes() > 1 ? 1 : 0;
            deepest = Math.max(deepest, holds.maxDepth());
            depths += holds.maxDepth();
        }
        String statistics = "of " + problems + " trees " + branched + " branch, to a depth of " + deepest
                + " at most and of " + (double) depths / Math.max(1, branched) + " in the mean of these";
        System.err.println("certificates: " + statistics);
        assertTrue(2 * branched >= problems && deepest >= 6, statistics);
    }

    /** Wherever the clock stops a search, what it has proven until then holds. */
    @Test
    void proofsCutShortHold() throws IOException {
        Path file = folder.resolve("proof.jsonl");
        int open = 0;
        for (int i = 0; i < 200; i++) {
            PlacementProblem problem = MidSizeProblems.of(i % 20).instance().toProblem();
            Budget budget = Budget.ofTime(Duration.ofNanos(40_000L * (1 + i)));
            SolveResult result = new BranchAndBoundSolver()
                    .certify(SolveRequest.of(problem).withBudget(budget).withThreads(1 + i % 2), file);
            Verification.Holds holds = assertInstanceOf(Verification.Holds.class, verify(problem, file), "case " + i);
            assertEquals(result.status(), holds.status(), "case " + i);
            boolean proven = result.status() == SolveStatus.OPTIMAL || result.status() == SolveStatus.INFEASIBLE;
            open += proven ? 0 : 1;
        }
        System.err.println("certificates cut short: " + open + " of 200 are open");
    }

    private static Verification verify(PlacementProblem problem, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateVerifier.verify(problem, "proof", in);
        }
    }
}
