package dev.twinplace.exact.side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.certificate.CertificateVerifier;
import dev.twinplace.exact.certificate.ProblemHash;
import dev.twinplace.exact.certificate.Verification;
import dev.twinplace.problem.PlacementProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certificates of problems with side constraints: what the search writes holds, and what is not true is refuted. The system property
 * twinplace.sideProofs gives the number of small ones.
 */
class SideCertificatesTest {
    private static final int PROOFS = Integer.getInteger("twinplace.sideProofs", 1000);

    @TempDir
    private Path folder;

    private SolveResult result;

    private List<String> certify(PlacementProblem problem, Budget budget, int threads) {
        Path file = folder.resolve("proof.jsonl");
        SolveRequest request = SolveRequest.of(problem).withBudget(budget).withThreads(threads);
        result = new BranchAndBoundSolver().certify(request, file);
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Verification verify(PlacementProblem problem, List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return CertificateVerifier.verify(problem, "proof", new ByteArrayInputStream(bytes));
    }

    private Verification.Holds assertHolds(PlacementProblem problem, List<String> lines, String name) {
        Verification verdict = verify(problem, lines);
        Verification.Holds holds = assertInstanceOf(Verification.Holds.class, verdict, () -> name + ": " + verdict);
        assertEquals(result.status(), holds.status(), name);
        return holds;
    }

    @Test
    void proofsOfSmallProblemsHold() {
        int limits = 0;
        for (int seed = 0; seed < PROOFS; seed++) {
            PlacementProblem problem = SideCase.small(seed).problem();
            Budget budget = seed % 7 == 0 ? Budget.ofNodes(seed % 3) : Budget.UNLIMITED;
            List<String> lines = certify(problem, budget, 1 + seed % 2);
            assertHolds(problem, lines, "seed " + seed);
            limits += lines.stream().anyMatch(line -> line.contains("\"limits\"")) ? 1 : 0;
        }
        assertTrue(limits > PROOFS / 8, "proofs with an exclusion by a limit: " + limits);
    }

    @Test
    void proofsOfTreesHold() {
        long nodes = 0;
        int priced = 0;
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem problem = SideCase.midSize(seed).problem();
            List<String> lines = certify(problem, Budget.ofNodes(400), 2);
            nodes += assertHolds(problem, lines, "seed " + seed).nodes();
            assertHolds(problem, certify(problem, Budget.ofNodes(5), 1), "5 nodes, seed " + seed);
            priced += hasPricesOfRows(problem, lines) ? 1 : 0;
        }
        assertTrue(nodes > 250, "nodes: " + nodes);
        assertTrue(priced > 15, "proofs that need prices of rows: " + priced);
    }

    /** Without prices of rows all that follow those of the twins are 0. */
    private static boolean hasPricesOfRows(PlacementProblem problem, List<String> lines) {
        for (String line : lines) {
            int start = line.indexOf("\"prices\":[");
            if (start >= 0) {
                String[] prices =
                        line.substring(start + 10, line.indexOf(']', start)).split(",", -1);
                for (int i = problem.twins(); i < prices.length; i++) {
                    if (Double.parseDouble(prices[i]) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The certificate of a problem, passed off as one of the problem without one of its limits, whose optimum is lower. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProofThatNeedsALimitIsRefutedWhereTheLimitIsHigher(boolean ofWork) {
        int forged = 0;
        for (int seed = 0; seed < 1500; seed++) {
            SideCase each = SideCase.small(seed);
            double optimum = each.optimum();
            PlacementProblem problem = each.problem();
            loosen(each, ofWork, new SplittableRandom(seed));
            if (optimum == Double.POSITIVE_INFINITY || each.optimum() >= optimum - 1e-6) {
                continue;
            }
            PlacementProblem looser = each.problem();
            List<String> lines = new ArrayList<>(certify(problem, Budget.UNLIMITED, 1));
            assertHolds(problem, lines, "seed " + seed);
            if (looser.side().rows() != problem.side().rows()) {
                continue; // lists of prices are of another length
            }
            lines.set(0, lines.get(0).replace(ProblemHash.of(problem), ProblemHash.of(looser)));
            assertInstanceOf(Verification.Refuted.class, verify(looser, lines), "seed " + seed);
            forged++;
        }
        assertTrue(forged > 20, "forged: " + forged);
    }

    private static void loosen(SideCase each, boolean ofWork, SplittableRandom random) {
        double[][] limits = ofWork ? each.workLimit : each.rowLimit;
        for (double[] row : limits) {
            int s = random.nextInt(row.length);
            row[s] += ofWork ? 1000 : 1 + Math.floor(row[s] / 4);
        }
    }

    @Test
    void theHashCoversRowsAndLimitsOfWork() {
        int changed = 0;
        for (int seed = 0; seed < 300; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = each.problem();
            for (double[] limits : seed % 2 == 0 ? each.rowLimit : each.workLimit) {
                limits[0] += 1.0 / 1024;
            }
            PlacementProblem other = each.problem();
            boolean sameRows = problem.side().rows() == other.side().rows();
            boolean isFinite = seed % 2 == 0
                    ? other.side().rows() > 0 && other.side().limit(0, 0) < Double.POSITIVE_INFINITY
                    : other.side().workLimit(0, 0) < Double.POSITIVE_INFINITY;
            if (sameRows && isFinite) {
                assertTrue(!ProblemHash.of(problem).equals(ProblemHash.of(other)), "seed " + seed);
                changed++;
            }
        }
        assertTrue(changed > 80, "changed: " + changed);
    }

    @Test
    void aBoundAboveTheOptimumIsRefuted() {
        int refuted = 0;
        for (int seed = 0; seed < 400; seed++) {
            PlacementProblem problem = SideCase.small(seed).problem();
            List<String> lines = new ArrayList<>(certify(problem, Budget.UNLIMITED, 1));
            if (result.status() == SolveStatus.OPTIMAL) {
                String above = Double.toString(result.cost() + 1e-3 * Math.max(1, Math.abs(result.cost())));
                lines.set(
                        0,
                        lines.get(0)
                                .replaceAll(
                                        "\"status\".*\"nodes\"",
                                        "\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":" + above
                                                + ",\"nodes\""));
                assertInstanceOf(Verification.Refuted.class, verify(problem, lines), "seed " + seed);
                refuted++;
            }
        }
        assertTrue(refuted > 150, "refuted: " + refuted);
    }
}
