package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.certificate.CertificateVerifier;
import dev.twinplace.exact.certificate.Verification;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import dev.twinplace.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search writes down is accepted by the verifier, which shares no code with it. */
class WrittenCertificatesTest {
    @TempDir
    private Path folder;

    private SolveResult assertHolds(PlacementProblem problem, int threads, Budget budget, String what) {
        Path file = folder.resolve("proof.jsonl");
        SolveResult result = new BranchAndBoundSolver()
                .certify(SolveRequest.of(problem).withBudget(budget).withThreads(threads), file);
        assertHolds(problem, read(file), result, what);
        return result;
    }

    private static void assertHolds(PlacementProblem problem, byte[] proof, SolveResult result, String what) {
        Verification verdict = CertificateVerifier.verify(problem, "proof", new ByteArrayInputStream(proof));
        Verification.Holds holds = assertInstanceOf(Verification.Holds.class, verdict, () -> what + ": " + verdict);
        assertEquals(result.status(), holds.status(), what);
        assertTrue(holds.nodes() >= Math.max(1, result.nodes()), what);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void proofsOfSmallProblemsOfAllKindsHold() {
        Map<SolveStatus, Integer> statuses = new EnumMap<>(SolveStatus.class);
        for (int seed = 0; seed < 2000; seed++) {
            Budget budget = seed % 7 == 0 ? Budget.ofNodes(seed % 3) : Budget.UNLIMITED;
            SolveResult result = assertHolds(RandomProblems.tiny(seed), 1 + seed % 2, budget, "seed " + seed);
            statuses.merge(result.status(), 1, Integer::sum);
        }
        assertTrue(
                statuses.keySet().containsAll(Arrays.asList(SolveStatus.OPTIMAL, SolveStatus.INFEASIBLE)),
                "" + statuses);
        assertTrue(
                statuses.containsKey(SolveStatus.FEASIBLE) && statuses.containsKey(SolveStatus.UNKNOWN), "" + statuses);
    }

    /** With 24 twins under capacity the tree branches, and often: the sum of nodes says so. */
    @ParameterizedTest
    @CsvSource({
        "CAPACITY_TIGHT, 150",
        "CONTENTION_AND_CAPACITY, 50",
        "INFEASIBLE, 0",
        "CONTENTION, 0",
        "NEGATIVE_COSTS, 0"
    })
    void proofsOfTreesHold(Kind kind, long minNodes) {
        long nodes = 0;
        for (int seed = 0; seed < 12; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 24, 6, seed);
            nodes += assertHolds(problem, 2, Budget.ofNodes(1000), kind + ", seed " + seed)
                    .nodes();
            assertHolds(problem, 1, Budget.ofNodes(7), kind + ", 7 nodes, seed " + seed);
        }
        assertTrue(nodes >= minNodes, "nodes: " + nodes);
    }

    @ParameterizedTest
    @CsvSource({
        "INDEPENDENT, TABLE2", "INDEPENDENT, CLUSTERED", "CAPACITY, TABLE2",
        "CAPACITY, CLUSTERED", "CONTENTION, TABLE2", "CONTENTION, CLUSTERED"
    })
    void proofsOfTheSizeOfTable2Hold(Coupling coupling, Profile profile) {
        ScenarioGenerator generator = new ScenarioGenerator(profile, coupling, 15, 120, 3, 0.5);
        for (int seed = 1; seed <= 1000; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(generator.generate(seed));
            SolveResult result = assertHolds(problem, 1, Budget.UNLIMITED, "seed " + seed);
            assertEquals(SolveStatus.OPTIMAL, result.status(), "seed " + seed);
        }
    }

    @Test
    void proofsOfPublishedInstancesHoldInBothSenses() throws IOException {
        List<String> table = Files.readAllLines(SharedData.require("gap/optima.csv"));
        int proofs = 0;
        for (String row : table) {
            if (row.startsWith("gap")) {
                String instance = row.substring(0, row.indexOf(','));
                for (Sense sense : Sense.values()) {
                    PlacementProblem problem = OrLibraryReader.read(SharedData.require("gap/" + instance), sense);
                    assertHolds(problem, 2, Budget.UNLIMITED, instance + " " + sense);
                    proofs++;
                }
            }
        }
        assertEquals(60, proofs);
    }

    @Test
    void theCertificateDoesNotDependOnTheNumberOfThreads() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 64, 10, 11);
        Budget budget = Budget.ofNodes(700);
        Path one = folder.resolve("one.jsonl");
        Path three = folder.resolve("three.jsonl");
        SolveResult result = new BranchAndBoundSolver()
                .certify(SolveRequest.of(problem).withBudget(budget).withThreads(1), one);
        new BranchAndBoundSolver()
                .certify(SolveRequest.of(problem).withBudget(budget).withThreads(3), three);
        assertTrue(result.nodes() > 500, "several rounds: " + result.nodes());
        assertEquals(-1, Arrays.mismatch(read(one), read(three)));
        assertHolds(problem, read(one), result, "64 twins");
    }

    /** A node's own prices may prove less than those of a node above: the bound stated is that of the best. */
    @Test
    void theBoundOfATreeCutShortIsProvenByItsLeaves() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 34, 6, 24);
        SolveResult result = assertHolds(problem, 1, Budget.ofNodes(260), "34 twins");
        assertTrue(result.nodes() > 200, "more than one round: " + result.nodes());
    }

    /** 0.0 and -0.0 are one number: twins that differ in nothing else are alike for both sides. */
    @Test
    void theSignOfZeroDoesNotMatter() {
        PlacementProblemBuilder builder = PlacementProblem.builder(5, 2);
        double[] zeros = {-0.0, 0.0, -0.0, -0.0, 0.0};
        for (int m = 0; m < zeros.length; m++) {
            builder.cost(m, 0, zeros[m]).cost(m, 1, 5);
            builder.demand(m, 0, 2).demand(m, 1, 3).weight(m, 1).work(m, 1);
        }
        builder.capacity(0, 7).capacity(1, 6).contention(0, 1).contention(1, 1);
        SolveResult result = assertHolds(builder.build(), 1, Budget.UNLIMITED, "signed zeros");
        assertEquals(SolveStatus.OPTIMAL, result.status());
    }

    /** Contention times work is beyond 64 bits, and there is no weight that it could be multiplied by. */
    @Test
    void workWithoutWeightContendsWithNothing() {
        PlacementProblemBuilder builder = PlacementProblem.builder(2, 2);
        for (int m = 0; m < 2; m++) {
            builder.cost(m, 0, 3).cost(m, 1, 6).demand(m, 1).work(m, 0.6504049231612241);
        }
        builder.capacity(0, 1).contention(0, 1e6).contention(1, 1e-12);
        SolveResult result = assertHolds(builder.build(), 1, Budget.UNLIMITED, "no weights");
        assertEquals(9, result.cost());
    }
}
